// What the tests of intake share: documents of the samples and texts as sources.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "engine/intake/tables/tables_from_text.h"
#include "tests/unit/intake/forms.h"

namespace jiheng::intake {

using namespace office;  // NOLINT: a sheet and the tables in it

inline std::string file_text(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

inline SourcePtr source_of(std::string text) {
  return std::make_shared<const base::Source>(base::Source{"t.txt", std::move(text)});
}

inline diag::Result<Document> read_text(std::string text) {
  return tables_from_text(forms(), source_of(std::move(text)));
}

inline Document sample(const std::string& name) {
  auto result = read_text(file_text(JIHENG_SOURCE_DIR "/samples/documents/" + name));
  return std::move(*result);
}

}  // namespace jiheng::intake
