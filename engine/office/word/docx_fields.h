// engine/office/word/docx_fields.h: the fields of a Word file: which runs are their codes, which their results; and the styles
// that hide text. Seen by the reader of Word files alone: it shows pugixml.
// Takes   paragraphs of document.xml. Gives  what of them a person sees.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {

/// Where reading stands among fields, which may lie one in another. What stands between the beginning of a field and its
/// result is its code; the result of a field inside a code is part of that code and never seen.
class DocxFields {
 public:
  /// Finds the fields of a body that never end: their beginnings count for nothing, or they would swallow the rest.
  explicit DocxFields(pugi::xml_node body);
  DocxFields() = default;

  void mark(pugi::xml_node field_character);  ///< w:fldChar
  bool in_code() const { return codes_ > 0; }
  std::size_t depth_of_code() const { return codes_; }

 private:
  void find_unended(pugi::xml_node parent, std::vector<pugi::xml_node>& open);

  std::set<std::size_t> unended_;  ///< by the hash of the node
  std::vector<bool> open_;         ///< true while in the code
  std::size_t codes_ = 0;
};

/// The ids of paragraph and character styles whose text is hidden, by themselves or by what they are based on.
struct DocxStyles {
  std::set<std::string, std::less<>> hidden;
};

/// Of the part styles.xml that belongs to the document; none where the package has no such part.
diag::Result<DocxStyles> docx_styles(const ZipPackage& package, std::string_view part);

}  // namespace jiheng::office
