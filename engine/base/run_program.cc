// Takes a command, gives how it ended. Which command is the callers'.
#include "engine/base/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <mutex>

namespace jiheng::base {
namespace {

std::atomic<pid_t> running_group = 0;
static_assert(std::atomic<pid_t>::is_always_lock_free);

/// A program that prints without end is none that works.
constexpr std::size_t kMostPrinted = 16U << 20U;

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> out;
  out.reserve(words.size() + 1);
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

/// Reads until nobody holds the other end any more; false: silent for too long.
bool drained(int from, int silence) {
  char block[4096];
  for (std::size_t printed = 0; printed < kMostPrinted;) {
    pollfd wait = {from, POLLIN, 0};
    const int ready = ::poll(&wait, 1, silence);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t got = ::read(from, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return true;
    printed += static_cast<std::size_t>(got);
  }
  return false;
}

pid_t started(std::vector<std::string> words, std::vector<std::string> environment, int output) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO);
  sigset_t none;
  sigset_t usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ}) sigaddset(&usual, signal);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  ::posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t pid = 0;
  const int error = ::posix_spawn(&pid, words.front().c_str(), &files, &attributes, pointers_to(words).data(),
                                  pointers_to(environment).data());
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return error == 0 ? pid : 0;
}

}  // namespace

RunEnd run_program(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                   int silence) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  int ends[2] = {};
  if (words.empty() || ::pipe2(ends, O_CLOEXEC) != 0) return RunEnd::not_started;
  const pid_t pid = started(words, environment, ends[1]);
  running_group = pid;
  ::close(ends[1]);
  const bool ended = pid > 0 && drained(ends[0], silence);
  ::close(ends[0]);
  if (pid == 0) return RunEnd::not_started;
  // It closed its output, so it is at its end, or it is ended; whoever of its group is left goes with it.
  int status = 0;
  if (!ended) ::kill(-pid, SIGKILL);
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  ::kill(-pid, SIGKILL);
  running_group = 0;
  if (!ended) return RunEnd::silent;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? RunEnd::finished : RunEnd::failed;
}

void kill_running_program() noexcept {
  if (const pid_t group = running_group; group > 0) ::kill(-group, SIGKILL);
}

void remove_folder_by_program(const char* path) noexcept {
  // Who was just killed may write once more before it is gone.
  static constexpr const char* kScript = "rm -rf -- \"$1\" 2>/dev/null || { sleep 0.2; rm -rf -- \"$1\"; }";
  const pid_t pid = ::_Fork();
  if (pid == 0) {
    ::execl("/bin/sh", "sh", "-c", kScript, "sh", path, static_cast<char*>(nullptr));
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  while (pid > 0 && ::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace jiheng::base
