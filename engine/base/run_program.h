// engine/base/run_program.h: another program, run to its end or ended.
// Takes   the words of its command, its whole environment, and how long it may be silent.
// Gives   how it ended. What it prints is thrown away, but counts as a sign of life; it reads nothing.
// Fails   never throws. It and all it started stand in a process group of their own, which is killed in the end, whatever it
//         did: nothing of it goes on running.
#pragma once

#include <string>
#include <vector>

namespace jiheng::base {

enum class RunEnd {
  finished,     ///< with exit code 0
  failed,       ///< with another one, or by a signal
  silent,       ///< for longer than it may; killed
  not_started,  ///< no such program
};

/// Returns when it has ended. `silence` in milliseconds. One at a time.
RunEnd run_program(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                   int silence);

/// Kills the one that is running; to be called where the program itself is ended, from a handler of signals too.
void kill_running_program() noexcept;

/// Removes a folder with all in it by another program, and waits for that: what a handler of signals can do.
void remove_folder_by_program(const char* path) noexcept;

}  // namespace jiheng::base
