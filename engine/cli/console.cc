// Takes texts, gives them to the two streams. The only place of the program that writes to them.
#include "engine/cli/console.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "engine/base/run_program.h"
#include "engine/base/scratch_folder.h"
#include "engine/base/text.h"
#include "engine/diag/print.h"

namespace jiheng::cli {
namespace {

constexpr std::size_t kFlushAt = 1U << 16U;
constexpr std::size_t kNarrowest = 60;
constexpr std::size_t kShownOfOneKind = 10;

/// 0 or the error.
int write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

void to_errors(std::string_view text) {
  // Nothing is left to say it with when standard error itself does not take it.
  static_cast<void>(write_all(STDERR_FILENO, text));
}

/// COLUMNS; 0 where it is none or no number of columns.
std::size_t columns_of_environment() {
  const char* text = std::getenv("COLUMNS");
  if (text == nullptr) return 0;
  const std::string_view word(text);
  std::size_t columns = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), columns);
  return error == std::errc() && end == word.data() + word.size() && columns < 10'000 ? columns : 0;
}

/// Of the stream's terminal, else of the environment, no fewer than kNarrowest; nullopt where neither says.
std::optional<std::size_t> columns_of(int fd, bool terminal) {
  winsize size = {};
  std::size_t columns = 0;
  if (terminal && ::ioctl(fd, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  if (columns == 0) columns = columns_of_environment();
  return columns == 0 ? std::nullopt : std::optional(std::max(columns, kNarrowest));
}

sigset_t watched_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
  return set;
}

std::atomic<const char*> interrupted_message = "\n已中断：没有写完的结果作废，已有的文件没有改动。\n";

extern "C" void on_signal(int) {
  const std::string_view message = interrupted_message.load();
  const ssize_t ignored = ::write(STDERR_FILENO, message.data(), message.size());
  static_cast<void>(ignored);
  base::kill_running_program();
  base::each_scratch_folder(&base::remove_folder_by_program);
  ::_exit(kNotDone);
}

}  // namespace

Console::Console()
    : terminal_output_(::isatty(STDOUT_FILENO) == 1), terminal_errors_(::isatty(STDERR_FILENO) == 1) {
  if (const auto columns = columns_of(STDOUT_FILENO, terminal_output_)) width_ = *columns;
  if (const auto columns = columns_of(STDERR_FILENO, terminal_errors_)) error_width_ = *columns;
  set_colour("auto");
}

void Console::set_colour(std::string_view when) {
  const char* no_colour = std::getenv("NO_COLOR");
  const bool wanted = no_colour == nullptr || *no_colour == '\0';
  colour_output_ = when == "always" || (when == "auto" && terminal_output_ && wanted);
  colour_errors_ = when == "always" || (when == "auto" && terminal_errors_ && wanted);
}

void Console::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kFlushAt) flush();
}

void Console::flush() {
  if (!broken_) {
    const int error = write_all(STDOUT_FILENO, buffer_);
    if (error != 0) {
      broken_ = true;
      const std::string_view what = error == EPIPE    ? "接收结果的程序已经关闭了管道"
                                    : error == ENOSPC ? "磁盘已满"
                                                      : "写入失败";
      complain(
          diag::Diagnostic{"C102",
                           fmt::format("标准输出没有写完：{}", what),
                           "已经写出的部分不完整，请不要使用。",
                           error == EPIPE ? "让接收的程序读完，或用 -o 写到文件。" : "换一个地方再写一次。",
                           {}});
    }
  }
  buffer_.clear();
}

bool Console::finish() {
  take_progress_away();
  flush();
  return !broken_;
}

void Console::complain(const diag::Diagnostic& d) {
  if (quiet_ && diag::severity_of(d) != diag::Severity::error) return;
  take_progress_away();
  to_errors((complained_ ? "\n" : "") + diag::to_text(d, {.colour = colour_errors_, .width = error_width_}));
  complained_ = true;
}

void Console::complain(const std::vector<diag::Diagnostic>& list) {
  // The same thing said of one file again and again: a few times are enough.
  for (std::size_t begin = 0; begin < list.size();) {
    std::size_t end = begin;
    while (end < list.size() && list[end].id == list[begin].id &&
           list[end].place.source == list[begin].place.source)
      ++end;
    const std::size_t shown = std::min(end - begin, kShownOfOneKind);
    for (std::size_t i = begin; i < begin + shown; ++i) complain(list[i]);
    if (begin + shown < end) {
      to_errors(fmt::format("\n还有 {} 处 {}，改好上面的再看。\n", end - begin - shown, list[begin].id));
    }
    begin = end;
  }
}

void Console::remark(std::string_view text) {
  if (verbose_) say(text);
}

void Console::say(std::string_view text) {
  if (quiet_) return;
  take_progress_away();
  to_errors(base::set_in(text, error_width_) + "\n");
}

void Console::progress(std::size_t done, std::size_t all) {
  if (all >= 2) progress(fmt::format("已读 {} 份，共 {} 份", done, all));
}

void Console::progress(std::string_view text) {
  if (!terminal_errors_ || quiet_) return;
  const std::lock_guard lock(progress_mutex_);
  documents_ = text;
  show_progress(documents_);
}

void Console::progress_in(const std::string& name, std::size_t page, std::size_t pages) {
  constexpr std::size_t kWidestName = 30;
  if (!terminal_errors_ || quiet_ || pages < 2) return;
  const std::lock_guard lock(progress_mutex_);
  show_progress(fmt::format("{}{}{}：第 {} 页，共 {} 页", documents_, documents_.empty() ? "" : "；",
                            base::clipped_inside(base::printable(name), kWidestName), page, pages));
}

/// Under the lock.
void Console::show_progress(const std::string& line) {
  const Moment now = std::chrono::steady_clock::now();
  if (!begun_) begun_ = now;
  if (now - *begun_ < std::chrono::seconds(1) || now - shown_at_ < std::chrono::milliseconds(100)) return;
  shown_at_ = now;
  progress_shown_ = true;
  to_errors(fmt::format("\r{}\x1b[K", line));
}

void Console::take_progress_away() {
  const std::lock_guard lock(progress_mutex_);
  if (progress_shown_) to_errors("\r\x1b[K");
  progress_shown_ = false;
  begun_.reset();
}

void set_interrupted_message(const char* message) { interrupted_message = message; }

void watch_signals() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_mask = watched_signals();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old = {};
    // A signal the parent chose to ignore (nohup) stays ignored.
    if (::sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_IGN) continue;
    ::sigaction(signal, &action, nullptr);
  }
  // A closed pipe and a limit on file sizes become errors of write().
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
}

SignalsHeld::SignalsHeld() {
  const sigset_t set = watched_signals();
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

SignalsHeld::~SignalsHeld() {
  const sigset_t set = watched_signals();
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace jiheng::cli
