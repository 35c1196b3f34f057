// Takes a path, gives the bytes of the file. What they hold is intake's.
#include "engine/app/document_source.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "engine/diag/source_from_file.h"

namespace jiheng::app {

diag::Result<base::SourcePtr> document_source(const std::string& path,
                                              const std::optional<std::string>& standard_input,
                                              const base::FileStore& files) {
  if (path == "-" && standard_input) {
    return std::make_shared<const base::Source>(base::Source{path, *standard_input});
  }
  base::ReadOutcome outcome = files.read(path, kMaxDocumentBytes);
  if (outcome.status == base::IoStatus::too_large) {
    return diag::Diagnostic{"I101",
                            fmt::format("“{}”太大，没有读", path),
                            fmt::format("一份文件最多 {} MiB。", kMaxDocumentBytes >> 20U),
                            "把文件分成几份，每份单独导入。",
                            {}};
  }
  if (outcome.status != base::IoStatus::ok) return diag::cannot_read(path, outcome.status);
  return std::make_shared<const base::Source>(base::Source{path, std::move(outcome.text)});
}

}  // namespace jiheng::app
