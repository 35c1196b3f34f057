// Takes names, gives whole texts and lists of names, of the disk or of memory. What the disk does is files.cc's.
#include "engine/base/file_store.h"

#include <algorithm>
#include <utility>

namespace jiheng::base {
namespace {

class Disk : public FileStore {
 public:
  ReadOutcome read(const std::string& name, std::size_t limit) const override {
    return read_file(name, limit);
  }
  ListOutcome list(const std::string& folder, const std::vector<std::string_view>& endings,
                   std::size_t limit) const override {
    return list_files(folder, endings, limit);
  }
  bool is_folder(const std::string& name) const override { return base::is_folder(name); }
  bool exists(const std::string& name) const override { return base::exists(name); }
};

std::string with_slash(const std::string& folder) { return folder.ends_with('/') ? folder : folder + "/"; }

/// "a/.b/c" below a folder: hidden itself, or in a hidden folder.
bool is_hidden(std::string_view below) {
  return below.starts_with('.') || below.find("/.") != std::string_view::npos;
}

}  // namespace

const FileStore& disk() {
  static const Disk the_disk;
  return the_disk;
}

void NamedBytes::put(std::string name, std::string bytes) {
  files_.insert_or_assign(std::move(name), std::move(bytes));
}

ReadOutcome NamedBytes::read(const std::string& name, std::size_t limit) const {
  const auto found = files_.find(name);
  if (found == files_.end()) return {is_folder(name) ? IoStatus::is_directory : IoStatus::not_found, {}};
  if (found->second.size() > limit) return {IoStatus::too_large, {}};
  return {IoStatus::ok, found->second};
}

ListOutcome NamedBytes::list(const std::string& folder, const std::vector<std::string_view>& endings,
                             std::size_t limit) const {
  if (!is_folder(folder)) return {IoStatus::not_found, {}, folder};
  const std::string above = with_slash(folder);
  ListOutcome outcome;
  for (auto file = files_.lower_bound(above); file != files_.end() && file->first.starts_with(above);
       ++file) {
    const std::string& name = file->first;
    const bool wanted = std::any_of(endings.begin(), endings.end(),
                                    [&](std::string_view ending) { return name.ends_with(ending); });
    if (!wanted || is_hidden(std::string_view(name).substr(above.size()))) continue;
    if (outcome.paths.size() >= limit) return {IoStatus::too_large, {}, name};
    outcome.paths.push_back(name);
  }
  return outcome;
}

bool NamedBytes::is_folder(const std::string& name) const {
  const std::string above = with_slash(name);
  const auto first = files_.lower_bound(above);
  return first != files_.end() && first->first.starts_with(above);
}

}  // namespace jiheng::base
