// engine/web/saved_work.h: what lies on the desk as one file, to be opened again here or elsewhere.
// Takes   a desk. Gives  its tables as a file of scorecards, which the program reads too; where waivers hold for them, or findings of
//         them were decided, a zip: a folder for each file of waivers, with the tables it holds for, and what was decided of
//         them. Unpacked it
//         is a folder as the program reads it.
// Source  docs/page.md, "文件去了哪里"
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/file_store.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/decision.h"
#include "engine/results/named_text.h"
#include "engine/web/desk.h"

namespace jiheng::web {

/// C104 where there is no table. Decisions of other tables stay where they are.
diag::Result<results::NamedText> saved_work(const Desk& desk);

/// A zip of saved_work, unpacked.
struct UnpackedWork {
  std::string folder;  ///< to read in its place
  Brought brought;
};

/// A zip of saved_work among the files: unpacked beside it, its decisions put among `decisions`. nullopt where the file is
/// something else.
std::optional<UnpackedWork> unpacked_work(base::NamedBytes& files, const std::string& path,
                                          std::map<std::string, model::Decision>& decisions);

}  // namespace jiheng::web
