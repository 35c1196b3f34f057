// Takes paths, gives waivers. Leaves the format to load, what is waived to audit.
#include "engine/app/waivers_from_files.h"

#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/app/input_files.h"
#include "engine/diag/source_from_file.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

/// "2023/提交.zip/" of a file in an archive; empty of one that is a file itself.
std::string archive_of(const std::string& path, const base::FileStore& files) {
  if (files.exists(path)) return {};
  for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1)) {
    const std::string front = path.substr(0, at);
    if (files.exists(front) && !files.is_folder(front)) return front + '/';
  }
  return {};
}

/// The folder whose waivers hold: of the document, or of the archive it is in.
std::string folder_around(const std::string& document, const std::string& archive) {
  return folder_of(archive.empty() ? document : archive.substr(0, archive.size() - 1));
}

/// Folders of the documents ("2023/", "" for the one the program runs in), each with the archives in it.
using FoldersWithArchives = std::map<std::string, std::set<std::string>>;

void read(const std::string& path, const std::optional<std::string>& folder,
          const std::set<std::string>& archives, const base::FileStore& files, WaiversRead& out) {
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
    waiver.archives.assign(archives.begin(), archives.end());
    out.waivers.push_back(std::move(waiver));
  }
}

}  // namespace

WaiversRead waivers_from_files(const std::string& named, const std::set<std::string>& documents,
                               const base::FileStore& files) {
  WaiversRead out;
  if (!named.empty()) {
    read(named, std::nullopt, {}, files, out);
    return out;
  }
  FoldersWithArchives folders;
  for (const std::string& path : documents) {
    if (path == "-") continue;
    const std::string archive = archive_of(path, files);
    auto& archives = folders[folder_around(path, archive)];
    if (!archive.empty()) archives.insert(archive);
  }
  for (const auto& [folder, archives] : folders) {
    const std::string path = folder + std::string(kWaiversFile);
    if (files.exists(path)) read(path, folder, archives, files, out);
  }
  return out;
}

std::string waivers_beside(const std::string& document, const base::FileStore& files) {
  return folder_around(document, archive_of(document, files)) + std::string(kWaiversFile);
}

}  // namespace jiheng::app
