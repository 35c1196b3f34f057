// Takes the pieces of a file, gives the file. Leaves what is in it to whoever writes.
#include "engine/base/file_writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace jiheng::base {

IoStatus status_of_target(const std::string& path, Overwrite overwrite) {
  struct stat there = {};
  if (::stat(path.c_str(), &there) != 0) return IoStatus::ok;
  if (S_ISDIR(there.st_mode)) return IoStatus::is_directory;
  if (!S_ISREG(there.st_mode)) return IoStatus::not_a_file;
  return overwrite == Overwrite::no ? IoStatus::exists : IoStatus::ok;
}

template <class Make>
bool FileWriter::with_temporary_name(const Make& make) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    temporary_ = target_ + ".tmp" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    if (make(temporary_.c_str())) return true;
    if (errno != EEXIST) break;
  }
  if (errno == EEXIST) errno = EIO;  // a hundred names taken: not what the user named
  temporary_.clear();                // not ours
  return false;
}

bool FileWriter::find_target(const std::string& path) {
  target_ = path;
  status_ = status_of_target(path, overwrite_);
  if (status_ != IoStatus::ok) return false;
  struct stat there = {};
  if (::stat(path.c_str(), &there) != 0) return true;
  mode_ = there.st_mode & 07777U;
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  if (!error) target_ = real.string();  // through a symbolic link: the link stays
  return true;
}

FileWriter::FileWriter(const std::string& path, Overwrite overwrite) : overwrite_(overwrite) {
  if (!find_target(path)) return;
#ifdef O_TMPFILE
  if (::access("/proc/self/fd", X_OK) == 0) {
    const std::size_t slash = target_.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : target_.substr(0, slash + 1);
    descriptor_ = ::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666);
  }
#endif
  if (descriptor_ >= 0) return;
  const bool made = with_temporary_name([this](const char* name) {
    descriptor_ = ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return descriptor_ >= 0;
  });
  if (!made) fail(errno);
}

FileWriter::FileWriter(const std::string& path, Overwrite overwrite, std::uint64_t kept)
    : overwrite_(overwrite), size_(kept), kept_(true) {
  if (!find_target(path)) return;
  temporary_ = target_ + kKeptEnding;
  descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
  struct stat there = {};
  if (descriptor_ < 0) {  // NOLINT(bugprone-branch-clone): in the order they are tried
    fail(errno);
  } else if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    taken_ = errno == EWOULDBLOCK;
    fail(errno);
  } else if (::fstat(descriptor_, &there) != 0) {
    fail(errno);
  } else if (!S_ISREG(there.st_mode) || static_cast<std::uint64_t>(there.st_size) < kept) {
    fail(EIO);
  } else if (::ftruncate(descriptor_, static_cast<off_t>(kept)) != 0 ||
             ::lseek(descriptor_, 0, SEEK_END) < 0) {
    fail(errno);
  }
}

FileWriter::~FileWriter() { give_up(); }

void FileWriter::write(std::string_view text) {
  while (status_ == IoStatus::ok && !text.empty()) {
    const ssize_t n = ::write(descriptor_, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(errno);
    text.remove_prefix(static_cast<std::size_t>(n));
    size_ += static_cast<std::uint64_t>(n);
  }
}

IoStatus FileWriter::sync() {
  if (status_ == IoStatus::ok && ::fsync(descriptor_) != 0) fail(errno);
  return status_;
}

void FileWriter::discard() {
  kept_ = false;
  give_up();
}

IoStatus FileWriter::commit() {
  if (status_ != IoStatus::ok) return status_;
  const auto failed = [this] {
    fail(errno);
    return status_;
  };
  if (mode_ != 0666U && ::fchmod(descriptor_, mode_) != 0) return failed();
  if (::fsync(descriptor_) != 0) return failed();
  if (temporary_.empty()) {  // it has no name yet
    const std::string bare = "/proc/self/fd/" + std::to_string(descriptor_);
    const auto link = [&bare](const char* name) {
      return ::linkat(AT_FDCWD, bare.c_str(), AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
    };
    if (overwrite_ == Overwrite::no) {
      if (!link(target_.c_str())) return failed();
      give_up();  // only the descriptor is left to be given up
      return status_;
    }
    if (!with_temporary_name(link)) return failed();
  }
  const int descriptor = descriptor_;
  descriptor_ = -1;
  if (::close(descriptor) != 0) return failed();
#ifdef RENAME_NOREPLACE
  if (overwrite_ == Overwrite::no) {
    // Refuses a name that came into being meanwhile; a file system that cannot do this renames plainly.
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) == 0) {
      temporary_.clear();
      return status_;
    }
    if (errno != EINVAL && errno != ENOSYS) return failed();
  }
#endif
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return failed();
  temporary_.clear();
  return status_;
}

void FileWriter::fail(int error) {
  status_ = status_of_error(error);
  give_up();
}

void FileWriter::give_up() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
  if (!temporary_.empty() && !kept_) ::unlink(temporary_.c_str());
  temporary_.clear();
}

}  // namespace jiheng::base
