// engine/base/scratch_file.h: a file that stands in memory only, for libraries that write to a path.
// Gives   a path a library can write to, and the bytes it wrote there.
// Fails   an empty path or nullopt where the system has no such file; never throws.
#pragma once

#include <optional>
#include <string>

namespace jiheng::base {

/// Nothing is left on disk, however the program ends.
class ScratchFile {
 public:
  ScratchFile();
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  /// Where a library may write it, more than once; empty where the system has no such file.
  const std::string& path() const { return path_; }
  /// What stands in it; nullopt where it cannot be read.
  std::optional<std::string> content() const;

 private:
  int descriptor_ = -1;
  std::string path_;
};

}  // namespace jiheng::base
