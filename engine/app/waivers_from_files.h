// engine/app/waivers_from_files.h: the waivers beside the files that are checked, or those of one file for all of them.
// Fails   C101 unreadable, L… what is wrong in a file: nothing of it is taken.
// Source  docs/audit.md, "豁免"
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/base/file_store.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/waiver.h"

namespace jiheng::app {

struct WaiversRead {
  std::vector<model::Waiver> waivers;
  std::vector<diag::Diagnostic> problems;
};

/// `named`: the one file to read, for every table. Empty: 豁免.yaml beside each of `documents`, where there is one, for the
/// documents of its folder.
WaiversRead waivers_from_files(const std::string& named, const std::set<std::string>& documents,
                               const base::FileStore& files = base::disk());

/// The 豁免.yaml that holds for a document, whether or not there is one: of its folder; of a document in an archive, of the
/// archive's.
std::string waivers_beside(const std::string& document, const base::FileStore& files = base::disk());

}  // namespace jiheng::app
