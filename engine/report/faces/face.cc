// Takes words and names of files, gives the faces they mean. Leaves making them to the functions in face.h.
#include "engine/report/faces/face.h"

#include <algorithm>
#include <array>

namespace jiheng::report {
namespace {

constexpr std::array kFaces = {
    Face(face::kText), Face(face::kJson), Face(face::kJsonLines), Face(face::kCsv),   Face(face::kMarkdown),
    Face(face::kHtml), Face(face::kWord), Face(face::kWorkbook),  Face(face::kSarif), Face(face::kYaml),
};

/// Documents no face writes: a text under such a name would be taken for one.
constexpr std::string_view kForeign = ".doc .xls .xlsm .ods .odt .wps .et .rtf .pdf .tsv .xml";

bool stands_in(std::string_view ending, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == ending) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace

std::span<const Face> faces() { return kFaces; }

const Face* find_face(std::string_view name) {
  const auto found =
      std::find_if(kFaces.begin(), kFaces.end(), [name](const Face& face) { return face.name == name; });
  return found == kFaces.end() ? nullptr : &*found;
}

std::string known_ending(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(name.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const bool known =
      stands_in(ending, kForeign) ||
      std::any_of(kFaces.begin(), kFaces.end(), [&](const Face& f) { return has_ending(f, ending); });
  return known ? ending : std::string();
}

bool has_ending(const Face& face, std::string_view ending) { return stands_in(ending, face.endings); }

}  // namespace jiheng::report
