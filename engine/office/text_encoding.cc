// Takes the bytes of a file, gives their text. Leaves what the text means to the readers of text and csv.
#include "engine/office/text_encoding.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/base/same_shapes.h"
#include "engine/base/text.h"

namespace jiheng::office {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";

struct Decoded {
  std::string text;  ///< up to the first bad byte
  bool whole = false;
};

Decoded decoded(std::string_view bytes, const char* encoding) {
  Decoded out;
  const iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return out;  // NOLINT: the way iconv says no
  std::string copy(bytes);                                     // iconv asks for char*, and reads only
  char* from = copy.data();
  std::size_t left = copy.size();
  std::array<char, 1U << 16U> buffer{};
  while (true) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t done = iconv(converter, &from, &left, &to, &room);
    out.text.append(buffer.data(), to);
    if (done != static_cast<std::size_t>(-1)) {
      out.whole = true;
      break;
    }
    if (to == buffer.data()) break;  // no step forward: a bad byte, or the end in the middle of a character
  }
  iconv_close(converter);
  return out;
}

/// Behind its byte order mark.
Decoded from_utf16(std::string_view bytes) {
  return decoded(bytes.substr(2), bytes.starts_with(kUtf16LittleMark) ? "UTF-16LE" : "UTF-16BE");
}

/// GB 2312 has its ideographs from B0A1 to F7FE, its marks and numerals from A1A1 to A3FE. Other encodings (Big5, Latin)
/// taken for GB18030 fall outside.
bool reads_as_chinese(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t common = 0;
  const auto in = [](char c, unsigned low, unsigned high) {
    return static_cast<unsigned char>(c) >= low && static_cast<unsigned char>(c) <= high;
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
    if (!in(bytes[at], 0x81, 0xFE)) continue;
    const bool four = in(bytes[at + 1], '0', '9');
    pairs += 1;
    common +=
        (in(bytes[at], 0xB0, 0xF7) || in(bytes[at], 0xA1, 0xA3)) && in(bytes[at + 1], 0xA1, 0xFE) ? 1 : 0;
    at += four ? 3 : 1;
  }
  return pairs > 0 && common * 4 >= pairs * 3;
}

/// The place behind a text: where the first byte stands that could not be read.
base::Place place_behind(const std::string& name, std::string text) {
  const auto line = 1 + std::count(text.begin(), text.end(), '\n');
  const std::size_t begin = text.rfind('\n') + 1;  // npos + 1 is 0
  const std::size_t column = 1 + base::count_characters(std::string_view(text).substr(begin));
  base::append_utf8(text, 0xFFFD);
  return {std::make_shared<const base::Source>(base::Source{name, std::move(text)}), static_cast<int>(line),
          static_cast<int>(column), 1};
}

diag::Diagnostic no_text(bool nul, base::Place place) {
  return {"I102", "这个文件读不成文字",
          nul ? "标出的地方是空字节，文字里没有它：内容不是文字，或者是没有标记的 UTF-16。"
              : "从标出的字节起，既不是 UTF-8，也不是 GB18030（GBK）：内容不是文字，或者是别的编码。",
          "用文本编辑器打开核对，另存为 UTF-8；从 PDF 取文字用 pdftotext。", std::move(place)};
}

diag::Diagnostic read_as(std::string_view encoding, const base::SourcePtr& source) {
  return {"I120",
          fmt::format("文件不是 UTF-8，按 {} 读入", encoding),
          "",
          "汉字有错时，把文件另存为 UTF-8 再导入。",
          {source, 0, 0, 0}};
}

}  // namespace

diag::Diagnostic same_shapes_read(base::Place place, std::size_t count) {
  return {
      "I139",
      fmt::format("有 {} 个字用的是部首或兼容字的编码（⼯、⽬、⽤一类），读成普通的字（工、目、用）", count),
      "看上去一样，编码不同；浏览器打印的 PDF 里常有。", "不用改；要在原文件里查找这些字，用普通的字查不到。",
      std::move(place)};
}

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with(kUtf16LittleMark) || bytes.starts_with(kUtf16BigMark);
}

std::optional<std::string> utf8_from_utf16(std::string_view bytes) {
  Decoded read = from_utf16(bytes);
  return read.whole ? std::optional(std::move(read.text)) : std::nullopt;
}

char32_t character_of_gb18030(std::string_view code) {
  const Decoded read = decoded(code, "GB18030");
  return read.whole && !read.text.empty() ? base::decode_at(read.text, 0).value : 0;
}

diag::Result<base::SourcePtr> text_from_bytes(std::string name, std::string bytes) {
  std::string_view encoding = "UTF-8";
  Decoded read;
  if (has_utf16_mark(bytes)) {
    encoding = "UTF-16";
    read = from_utf16(bytes);
  } else {
    if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
    const auto bad = base::first_invalid_utf8(bytes);
    if (bad && reads_as_chinese(bytes)) {
      encoding = "GB18030";
      read = decoded(bytes, "GB18030");
    } else {
      read = {bad ? bytes.substr(0, *bad) : std::move(bytes), !bad};
    }
  }
  const std::size_t nul = read.text.find('\0');
  if (nul != std::string::npos) read.text.resize(nul);
  if (nul != std::string::npos || !read.whole)
    return no_text(nul != std::string::npos, place_behind(name, std::move(read.text)));
  const std::size_t shapes = base::fold_same_shapes(read.text);
  diag::Result<base::SourcePtr> result(
      std::make_shared<const base::Source>(base::Source{std::move(name), std::move(read.text)}));
  if (encoding != "UTF-8") result.problems.push_back(read_as(encoding, *result));
  if (shapes > 0) result.problems.push_back(same_shapes_read({*result, 0, 0, 0}, shapes));
  return result;
}

}  // namespace jiheng::office
