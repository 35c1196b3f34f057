// Takes texts, keeps them in memory or in a file that loses its name at once.
#include "engine/cli/score/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace jiheng::cli {

Spool::~Spool() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Spool::put(std::string_view text) {
  ends_.push_back((ends_.empty() ? 0 : ends_.back()) + text.size());
  memory_ += text;
  if (memory_.size() > kMostInMemory && !full_) write_out();
}

void Spool::write_out() {
  if (descriptor_ < 0) {
    std::string name = folder_ + "/jiheng-XXXXXX";
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    full_ = descriptor_ < 0 || ::unlink(name.c_str()) != 0;
  }
  for (std::size_t at = 0; at < memory_.size() && !full_;) {
    const ssize_t n =
        ::pwrite(descriptor_, memory_.data() + at, memory_.size() - at, static_cast<off_t>(in_file_ + at));
    if (n < 0 && errno == EINTR) continue;
    full_ = n <= 0;
    if (!full_) at += static_cast<std::size_t>(n);
  }
  if (full_) return;
  in_file_ += memory_.size();
  memory_.clear();
}

std::optional<std::string> Spool::text(std::size_t number) const {
  const std::uint64_t from = number == 0 ? 0 : ends_[number - 1];
  const std::size_t size = static_cast<std::size_t>(ends_[number] - from);
  if (from >= in_file_) return memory_.substr(static_cast<std::size_t>(from - in_file_), size);
  std::string out(size, '\0');  // wholly in the file: what goes there are whole texts
  for (std::size_t at = 0; at < size;) {
    const ssize_t n = ::pread(descriptor_, out.data() + at, size - at, static_cast<off_t>(from + at));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return std::nullopt;
    at += static_cast<std::size_t>(n);
  }
  return out;
}

}  // namespace jiheng::cli
