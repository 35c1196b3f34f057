// Takes the bytes of a PDF, looks at its object streams. Leaves whole files to qpdf, which reads them better.
#include "engine/office/pdf/objects/pdf_object_streams.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <qpdf/Pl_Flate.hh>
#include <string>
#include <utility>
#include <vector>

#include "engine/office/pdf/objects/pdf_inflated.h"
#include "engine/office/pdf/pdf_file.h"

namespace jiheng::office {
namespace {

constexpr std::size_t kDictionaryBytes = 4096;  ///< in which the entries of a stream stand

struct FoundStream {
  std::string_view dictionary;
  std::string_view data;
};

/// Streams whose dictionary has this name, in order.
void each_stream(std::string_view bytes, std::string_view kind,
                 const std::function<bool(const FoundStream&)>& take) {
  for (std::size_t at = bytes.find(kind); at != std::string_view::npos; at = bytes.find(kind, at + 1)) {
    const std::size_t begin = bytes.substr(0, at + kDictionaryBytes).find("stream", at);
    if (begin == std::string_view::npos) continue;
    std::string_view data = bytes.substr(begin + std::string_view("stream").size());
    data.remove_prefix(std::min(data.size(), data.find_first_not_of("\r\n")));
    data = data.substr(0, data.find("endstream"));
    const std::size_t from = at > kDictionaryBytes ? at - kDictionaryBytes : 0;
    const std::size_t object = bytes.substr(from, at - from).rfind(" obj");
    const std::size_t first = object == std::string_view::npos ? at : from + object;
    if (!take({bytes.substr(first, begin - first), data})) return;
  }
}

/// What it inflates to; of one that is cut off or damaged, as far as it goes. Nullopt past the limit.
std::optional<std::string> inflated_objects(std::string_view data, std::size_t limit) {
  PdfInflated text(limit);
  try {
    Pl_Flate flate("objects", &text, Pl_Flate::a_inflate);
    flate.write(reinterpret_cast<const unsigned char*>(data.data()), data.size());  // NOLINT: bytes are bytes
    flate.finish();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // NOLINT: encrypted or damaged; qpdf says what it is
  }
  if (text.overflown()) return std::nullopt;
  return text.take();
}

/// The whole number behind a name of a dictionary.
std::optional<std::size_t> number_behind(std::string_view dictionary, std::string_view name) {
  for (std::size_t at = dictionary.find(name); at != std::string_view::npos;
       at = dictionary.find(name, at + 1)) {
    std::string_view rest = dictionary.substr(at + name.size());
    const std::size_t blanks = rest.find_first_not_of(" \r\n\t");
    if (blanks == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(blanks);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error == std::errc()) return value;
  }
  return std::nullopt;
}

struct ObjectInStream {
  std::size_t number;
  std::string_view text;
};

/// Those of one stream that are whole: it begins with pairs of a number and a place behind `first`.
std::vector<ObjectInStream> objects_in(std::string_view text, std::size_t count, std::size_t first) {
  std::vector<ObjectInStream> out;
  std::vector<std::pair<std::size_t, std::size_t>> places;
  std::string_view head = text.substr(0, first);
  const auto next = [&head]() -> std::optional<std::size_t> {
    head.remove_prefix(std::min(head.size(), head.find_first_not_of(" \r\n\t")));
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(head.data(), head.data() + head.size(), value);
    if (error != std::errc()) return std::nullopt;
    head.remove_prefix(static_cast<std::size_t>(end - head.data()));
    return value;
  };
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = next();
    const auto place = next();
    if (!number || !place) break;
    places.emplace_back(*number, *place);
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t begin = first + places[i].second;
    const std::size_t end = i + 1 < places.size() ? first + places[i + 1].second : text.size();
    if (begin >= end || end > text.size()) break;
    out.push_back({places[i].first, text.substr(begin, end - begin)});
  }
  return out;
}

bool is_catalogue(std::string_view object) {
  return object.find("/Type /Catalog") != std::string_view::npos ||
         object.find("/Type/Catalog") != std::string_view::npos;
}

}  // namespace

bool object_streams_overflow(std::string_view bytes) {
  std::size_t used = 0;
  bool overflown = false;
  for (const std::string_view kind : {std::string_view("/ObjStm"), std::string_view("/XRef")}) {
    each_stream(bytes, kind, [&](const FoundStream& stream) {
      const auto text =
          inflated_objects(stream.data, std::min(kMaxPdfStreamBytes, kMaxPdfInflatedBytes - used));
      overflown = !text;
      used += text ? text->size() : 0;
      return !overflown;
    });
    if (overflown) return true;
  }
  return false;
}

std::string with_objects_written_out(const std::string& bytes) {
  const std::string_view all = bytes;
  if (all.find("/ObjStm") == std::string_view::npos || all.find("/Encrypt") != std::string_view::npos)
    return {};
  std::string objects;
  std::size_t highest = 0;
  std::optional<std::size_t> root;
  each_stream(all, "/ObjStm", [&](const FoundStream& stream) {
    const auto count = number_behind(stream.dictionary, "/N");
    const auto first = number_behind(stream.dictionary, "/First");
    if (!count || !first) return true;
    const bool packed = stream.dictionary.find("/FlateDecode") != std::string_view::npos;
    const auto text = packed ? inflated_objects(stream.data, kMaxPdfStreamBytes) : std::string(stream.data);
    if (!text || *first > text->size()) return true;
    for (const ObjectInStream& object : objects_in(*text, *count, *first)) {
      if (is_catalogue(object.text)) root = object.number;
      highest = std::max(highest, object.number);
      objects += fmt::format("{} 0 obj\n{}\nendobj\n", object.number, object.text);
      if (objects.size() > kMaxPdfStreamBytes) return false;
    }
    return true;
  });
  if (objects.empty()) return {};
  // What still says where the catalogue is knows it best.
  const std::size_t said = all.rfind("/Root");
  if (said != std::string_view::npos)
    root = number_behind(all.substr(said, kDictionaryBytes), "/Root").value_or(root.value_or(0));
  return fmt::format("{}\n{}trailer\n<< /Size {} /Root {} 0 R >>\nstartxref\n0\n%%EOF\n", bytes, objects,
                     highest + 1, root.value_or(1));
}

}  // namespace jiheng::office
