// engine/base/file_writer.h: a file that is written piece by piece and is there whole or not at all.
// Takes   a path, whether a file of that name may be replaced, and its bytes in order.
// Gives   the status of the first step that failed; the target is untouched until commit().
// Fails   as IoStatus; where it is not committed nothing is left behind, but of a file that is kept. That one is one program's
//         at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/files.h"

namespace jiheng::base {

/// What the system calls an error by number.
IoStatus status_of_error(int error);

/// What already stands at the path and keeps a file from being written there: a folder, a device, a file that may not be replaced.
IoStatus status_of_target(const std::string& path, Overwrite overwrite);

/// Writes into a file without a name, where the file system has such (else beside the target), flushes to disk, then gives
/// it the name: a program that is killed leaves nothing half-written. An existing target keeps its permissions, a symbolic
/// link stays one; devices and pipes are refused (not_a_file).
class FileWriter {
 public:
  /// The name a file that is kept has until it is committed: "得分.csv.part".
  static constexpr const char* kKeptEnding = ".part";

  FileWriter(const std::string& path, Overwrite overwrite);
  /// A file that stays, under its name for the time being, where it is not committed, and is gone on with: its first `kept`
  /// bytes stand, what is behind them is cut off. `failed` where it has fewer.
  FileWriter(const std::string& path, Overwrite overwrite, std::uint64_t kept);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  /// After a failure nothing more is written.
  void write(std::string_view text);
  IoStatus status() const { return status_; }
  /// Another program writes the file that is kept; the status is `failed`.
  bool taken() const { return taken_; }
  /// Bytes in it.
  std::uint64_t size() const { return size_; }
  /// Everything that was written is on the disk.
  IoStatus sync();
  /// Leaves nothing behind, of a file that is kept as well.
  void discard();
  /// Puts the file in its place. Nothing may be written after it.
  IoStatus commit();

 private:
  /// make(name) with names beside the target until one is not taken; false with errno where there is none.
  template <class Make>
  bool with_temporary_name(const Make& make);
  /// False where the path cannot be written to.
  bool find_target(const std::string& path);
  void fail(int error);
  void give_up();

  IoStatus status_ = IoStatus::ok;
  Overwrite overwrite_;
  unsigned mode_ = 0666;  ///< less the umask, as for any new file
  std::string target_;
  std::string temporary_;  ///< empty: the file has no name yet
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  bool kept_ = false;
  bool taken_ = false;
};

}  // namespace jiheng::base
