// Takes nothing, gives a path into memory: of memfd, else of a file in /tmp, which on a page is memory. Files of the user are
// files.h's.
#include "engine/base/scratch_file.h"

#ifdef __linux__
#include <sys/mman.h>
#endif
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace jiheng::base {

#ifdef __linux__

ScratchFile::ScratchFile() : descriptor_(::memfd_create("jiheng", MFD_CLOEXEC)) {
  if (descriptor_ >= 0) path_ = "/proc/self/fd/" + std::to_string(descriptor_);
}

ScratchFile::~ScratchFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

#else

ScratchFile::ScratchFile() {
  std::string name = "/tmp/jiheng-XXXXXX";
  descriptor_ = ::mkstemp(name.data());
  if (descriptor_ >= 0) path_ = std::move(name);
}

ScratchFile::~ScratchFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!path_.empty()) ::unlink(path_.c_str());
}

#endif

std::optional<std::string> ScratchFile::content() const {
  struct stat there = {};
  if (descriptor_ < 0 || ::fstat(descriptor_, &there) != 0) return std::nullopt;
  std::string text(static_cast<std::size_t>(there.st_size), '\0');
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t n = ::pread(descriptor_, text.data() + at, text.size() - at, static_cast<off_t>(at));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return std::nullopt;
    at += static_cast<std::size_t>(n);
  }
  return text;
}

}  // namespace jiheng::base
