// engine/cli/score/spool.h: texts kept aside until their order is known: in memory as long as they are few, then in a file without a name.
// Takes   texts one by one; a folder for the file.
// Gives   each of them back, by its number, in any order.
// Fails   a file that cannot be made, or is full, is no failure: what it does not take stays in memory. nullopt where it
//         cannot be read back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng::cli {

/// Nothing is left on disk, however the program ends.
class Spool {
 public:
  static constexpr std::size_t kMostInMemory = 2U << 20U;  ///< bytes; then they go to the file together

  explicit Spool(std::string folder) : folder_(std::move(folder)) {}
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Its number is 0, 1, 2 …
  void put(std::string_view text);
  std::optional<std::string> text(std::size_t number) const;
  const std::string& folder() const { return folder_; }

 private:
  void write_out();

  std::string folder_;
  std::vector<std::uint64_t> ends_;  ///< of each text
  std::string memory_;               ///< what is not in the file
  std::uint64_t in_file_ = 0;        ///< bytes: what stands before memory_
  int descriptor_ = -1;
  bool full_ = false;  ///< the file takes nothing, or nothing more
};

}  // namespace jiheng::cli
