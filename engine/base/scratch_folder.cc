// Takes nothing but where, gives a folder and removes it. Files of the user are files.h's.
#include "engine/base/scratch_folder.h"

#include <stdlib.h>

#include <filesystem>
#include <system_error>

namespace jiheng::base {

ScratchFolder::ScratchFolder(const std::string& in) : path_(in + "/jiheng-XXXXXX") {
  if (::mkdtemp(path_.data()) == nullptr) path_.clear();
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace jiheng::base
