// Takes titles as people wrote them, gives names of files.
#include "engine/report/faces/file_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/text.h"

namespace jiheng::report {
namespace {

/// Names of devices on Windows, alone or before a dot.
bool is_reserved(std::string_view stem) {
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const std::string name = base::ascii_lower(std::string(base::trimmed(stem.substr(0, stem.find('.')))));
  if (std::find(kDevices.begin(), kDevices.end(), name) != kDevices.end()) return true;
  const bool port = name.starts_with("com") || name.starts_with("lpt");
  return port && name.size() == 4 && name[3] >= '0' && name[3] <= '9';
}

/// Without spaces and dots at its ends, which systems drop or hide.
std::string_view stripped(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '.')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string file_stem(std::string_view text) {
  constexpr std::u32string_view kRefused = U"/\\:*?\"<>|";
  std::string out;
  base::CodePoint c;
  for (std::size_t at = 0; at < text.size(); at += c.bytes) {
    c = base::decode_at(text, at);
    std::string one;
    if (base::is_white_space(c.value)) {
      if (out.empty() || out.ends_with(' ')) continue;
      one = " ";
    } else if (base::is_control(c.value) || kRefused.find(c.value) != std::u32string_view::npos) {
      one = "_";
    } else {
      base::append_utf8(one, c.value);
    }
    if (out.size() + one.size() > kMaxStemBytes) break;
    out += one;
  }
  out = stripped(out);
  if (out.empty()) return "未命名";
  if (out.front() == '-') out.insert(0, "_");  // no option of a command
  return is_reserved(out) ? "_" + out : out;
}

std::string UniqueStems::take(std::string_view text) {
  const std::string stem = file_stem(text);
  std::string name = stem;
  for (int i = 2; !taken_.insert(base::ascii_lower(name)).second; ++i) name = fmt::format("{} ({})", stem, i);
  return name;
}

}  // namespace jiheng::report
