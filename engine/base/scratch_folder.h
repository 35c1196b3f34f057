// engine/base/scratch_folder.h: a folder for a while, for programs that work on files.
// Takes   the folder it is made in ("/tmp").
// Gives   a path nobody else can look into; all in it is removed in the end.
// Fails   an empty path where it cannot be made; never throws.
#pragma once

#include <string>

namespace jiheng::base {

class ScratchFolder {
 public:
  explicit ScratchFolder(const std::string& in);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Calls `take` for each one there is; to be called where the program itself is ended, from a handler of signals too.
void each_scratch_folder(void (*take)(const char* path)) noexcept;

}  // namespace jiheng::base
