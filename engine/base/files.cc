// Takes paths, gives whole texts. Leaves writing to file_writer; nothing else opens files.
#include "engine/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "engine/base/file_writer.h"

namespace jiheng::base {
namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

bool ends_in_one_of(std::string_view name, const std::vector<std::string_view>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [name](std::string_view e) { return name.ends_with(e); });
}

}  // namespace

IoStatus status_of_error(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return IoStatus::not_found;
    case EACCES:
    case EPERM:
    case EROFS:
      return IoStatus::no_permission;
    case EISDIR:
      return IoStatus::is_directory;
    case ENOSPC:
    case EDQUOT:
      return IoStatus::no_space;
    case EEXIST:
      return IoStatus::exists;
    case EFBIG:
      return IoStatus::too_large;
    default:
      return IoStatus::failed;
  }
}

ReadOutcome read_file(const std::string& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return {status_of_error(errno), {}};
  struct stat info = {};
  if (::fstat(file.get(), &info) != 0) return {status_of_error(errno), {}};
  if (S_ISDIR(info.st_mode)) return {IoStatus::is_directory, {}};
  if (!S_ISREG(info.st_mode)) return {IoStatus::not_a_file, {}};
  if (static_cast<std::size_t>(info.st_size) > limit) return {IoStatus::too_large, {}};
  ReadOutcome outcome;
  outcome.text.resize(static_cast<std::size_t>(info.st_size));
  std::size_t got = 0;
  while (got < outcome.text.size()) {
    const ssize_t n = ::read(file.get(), outcome.text.data() + got, outcome.text.size() - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return {status_of_error(errno), {}};
    if (n == 0) break;
    got += static_cast<std::size_t>(n);
  }
  outcome.text.resize(got);
  return outcome;
}

ListOutcome list_files(const std::string& folder, const std::vector<std::string_view>& endings,
                       std::size_t limit) {
  constexpr int kMaxDepth = 32;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, error);
  if (error) return {status_of_error(error.value()), {}, folder};
  ListOutcome outcome;
  std::string at = folder;  // the entry before a failed step is the folder that could not be entered
  for (; walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    at = walk->path().string();
    if (walk.depth() >= kMaxDepth) return {IoStatus::too_large, {}, at};
    const std::string name = walk->path().filename().string();
    if (name.starts_with(".")) {
      walk.disable_recursion_pending();
      continue;
    }
    std::error_code ignored;
    if (!walk->is_regular_file(ignored) || !ends_in_one_of(name, endings)) continue;
    if (outcome.paths.size() >= limit) return {IoStatus::too_large, {}, at};
    outcome.paths.push_back(at);
  }
  if (error) return {status_of_error(error.value()), {}, at};
  std::sort(outcome.paths.begin(), outcome.paths.end());
  return outcome;
}

IoStatus write_file(const std::string& path, std::string_view content, Overwrite overwrite) {
  FileWriter file(path, overwrite);
  file.write(content);
  return file.commit();
}

IoStatus make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  return error ? status_of_error(error.value()) : IoStatus::ok;
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::string_view describe(IoStatus status) {
  switch (status) {
    case IoStatus::ok:
      return "正常";
    case IoStatus::not_found:
      return "找不到文件或文件夹";
    case IoStatus::no_permission:
      return "没有权限";
    case IoStatus::is_directory:
      return "这是文件夹，不是文件";
    case IoStatus::not_a_file:
      return "不是普通文件";
    case IoStatus::too_large:
      return "超过大小、个数或层数的限制";
    case IoStatus::no_space:
      return "磁盘已满";
    case IoStatus::exists:
      return "文件已存在";
    case IoStatus::failed:
      break;
  }
  return "读写失败";
}

}  // namespace jiheng::base
