// Takes nothing but where, gives a folder and removes it. Files of the user are files.h's.
#include "engine/base/scratch_folder.h"

#include <stdlib.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <system_error>

namespace jiheng::base {

namespace {

/// Those there are, for a handler of signals, which can take no lock: as many as work side by side.
std::array<std::atomic<const char*>, 16> there_are = {};
static_assert(std::atomic<const char*>::is_always_lock_free);

}  // namespace

ScratchFolder::ScratchFolder(const std::string& in) : path_(in + "/jiheng-XXXXXX") {
  if (::mkdtemp(path_.data()) == nullptr) {
    path_.clear();
    return;
  }
  for (std::atomic<const char*>& place : there_are) {
    const char* none = nullptr;
    if (place.compare_exchange_strong(none, path_.c_str())) break;
  }
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  for (std::atomic<const char*>& place : there_are) {
    const char* mine = path_.c_str();
    if (place.compare_exchange_strong(mine, nullptr)) break;
  }
}

void each_scratch_folder(void (*take)(const char* path)) noexcept {
  for (const std::atomic<const char*>& place : there_are) {
    if (const char* path = place.load(); path != nullptr) take(path);
  }
}

}  // namespace jiheng::base
