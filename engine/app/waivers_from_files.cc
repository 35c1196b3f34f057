// Takes paths, gives waivers. Leaves the format to load, what is waived to audit.
#include "engine/app/waivers_from_files.h"

#include <iterator>
#include <optional>
#include <utility>

#include "engine/app/input_files.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

void read(const std::string& path, const std::optional<std::string>& folder, const base::FileStore& files,
          WaiversRead& out) {
  auto source = diag::source_from_file(path, files);
  if (!source) {
    std::move(source.problems.begin(), source.problems.end(), std::back_inserter(out.problems));
    return;
  }
  auto read = rulebook::waivers_from_yaml(*source);
  std::move(read.problems.begin(), read.problems.end(), std::back_inserter(out.problems));
  if (!read) return;
  for (model::Waiver& waiver : *read) {
    waiver.folder = folder;
    out.waivers.push_back(std::move(waiver));
  }
}

}  // namespace

WaiversRead waivers_from_files(const std::string& named, const std::set<std::string>& documents,
                               const base::FileStore& files) {
  WaiversRead out;
  if (!named.empty()) {
    read(named, std::nullopt, files, out);
    return out;
  }
  std::set<std::string> folders;  // "2023/"; "" for the one the program runs in
  for (const std::string& path : documents) {
    if (path != "-") folders.insert(path.substr(0, path.rfind('/') + 1));
  }
  for (const std::string& folder : folders) {
    const std::string path = folder + std::string(kWaiversFile);
    if (files.exists(path)) read(path, folder, files, out);
  }
  return out;
}

}  // namespace jiheng::app
