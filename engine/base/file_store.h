// engine/base/file_store.h: where the files of a job are read from: the disk, or named bytes in memory.
// Takes   names as the user gave them, in both the same: folders are told by "/".
// Gives   what files.h gives.
// Fails   as files.h; never throws.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/files.h"

namespace jiheng::base {

class FileStore {
 public:
  virtual ~FileStore() = default;
  virtual ReadOutcome read(const std::string& name, std::size_t limit) const = 0;
  virtual ListOutcome list(const std::string& folder, const std::vector<std::string_view>& endings,
                           std::size_t limit) const = 0;
  virtual bool is_folder(const std::string& name) const = 0;
  virtual bool exists(const std::string& name) const = 0;
};

/// read_file(), list_files() … of files.h.
const FileStore& disk();

/// Files that somebody holds as bytes: those of a page.
class NamedBytes : public FileStore {
 public:
  /// A second file of one name takes the place of the first.
  void put(std::string name, std::string bytes);
  /// Of a file.
  void forget(const std::string& name) { files_.erase(name); }
  void clear() { files_.clear(); }
  const std::map<std::string, std::string>& files() const { return files_; }

  ReadOutcome read(const std::string& name, std::size_t limit) const override;
  ListOutcome list(const std::string& folder, const std::vector<std::string_view>& endings,
                   std::size_t limit) const override;
  bool is_folder(const std::string& name) const override;
  bool exists(const std::string& name) const override { return files_.contains(name); }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace jiheng::base
