// engine/cli/console.h: standard output and standard error, and what the environment says about them.
// Results go to standard output through one buffer; everything else goes to standard error.
// Takes   texts and diagnostics; NO_COLOR of the environment, and whether the streams are terminals.
// Gives   bytes on the two streams.
// Fails   C102, once, where standard output takes no more; finish() is false then.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"

namespace jiheng::cli {

inline constexpr int kNothingToReport = 0;
inline constexpr int kFindings = 1;
inline constexpr int kNotDone = 2;

class Console {
 public:
  Console();

  /// auto, always or never, for both streams.
  void set_colour(std::string_view when);
  void set_quiet(bool quiet) { quiet_ = quiet; }
  void set_verbose(bool verbose) { verbose_ = verbose; }

  bool colour_output() const { return colour_output_; }
  /// Columns of the terminal, else those of the environment (COLUMNS), at least 60; 100 where neither says.
  std::size_t width() const { return width_; }

  /// Keeps the text for standard output, and writes when much has come together.
  void write(std::string_view text);
  /// Writes the rest. False when standard output did not take it all: said on standard error.
  bool finish();
  /// True once a write failed: going on is of no use.
  bool broken() const { return broken_; }

  void complain(const diag::Diagnostic& d);
  void complain(const std::vector<diag::Diagnostic>& list);
  /// One line on standard error, with --verbose only.
  void remark(std::string_view text);
  /// One line on standard error, but with --quiet.
  void say(std::string_view text);
  bool verbose() const { return verbose_; }
  /// How far long work is, in place on one line of a terminal, from a second after its beginning; nothing elsewhere. Any thread.
  void progress(std::size_t done, std::size_t all);
  /// The same within one document: its pages.
  void progress_in(const std::string& name, std::size_t page, std::size_t pages);
  /// The same of work whose end is not known: "已算 1200000 行".
  void progress(std::string_view text);

 private:
  using Moment = std::chrono::steady_clock::time_point;

  void flush();
  void take_progress_away();
  void show_progress(const std::string& line);

  std::mutex progress_mutex_;
  std::optional<Moment> begun_;
  std::string documents_;  ///< how many of them are done, as it was told last
  Moment shown_at_ = {};
  bool progress_shown_ = false;

  std::string buffer_;
  std::size_t width_ = 100;
  std::size_t error_width_ = 0;  ///< 0: nobody says how wide standard error is shown
  bool terminal_output_ = false;
  bool terminal_errors_ = false;
  bool colour_output_ = false;
  bool colour_errors_ = false;
  bool quiet_ = false;
  bool verbose_ = false;
  bool broken_ = false;
  bool complained_ = false;
};

/// Kills by the keyboard or the system leave a sentence on standard error and exit 2; a closed pipe becomes
/// an error of write().
void watch_signals();
/// What they say on standard error; the text must outlive the program.
void set_interrupted_message(const char* message);

/// Holds such signals back while a file is written, so that it is whole or not there.
class SignalsHeld {
 public:
  SignalsHeld();
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
};

}  // namespace jiheng::cli
