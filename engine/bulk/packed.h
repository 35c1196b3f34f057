// engine/bulk/packed.h: files that are packed by gzip or Zstandard, as they are read and written.
// Takes   for reading any file, packed or not: its first bytes decide, not its name. For writing the name decides.
// Gives   what is in it, piece by piece; each text packed for itself, and such pieces behind one another are one file.
// Fails   C101 unreadable, I108 damaged or cut off, I110 more than kMostInflation times as large unpacked.
// Limits  memory does not depend on the file.
// Source  RFC 1952, RFC 8878
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/diag/diagnostic.h"

namespace jiheng::bulk {

enum class Packing : std::uint8_t { none, gzip, zstd };

/// By the ending of the name: .gz, .zst.
Packing packing_of(std::string_view path);
/// The name without that ending.
std::string_view without_packing(std::string_view path);

/// nullopt where it could not be done (memory). The same bytes for the same text.
std::optional<std::string> packed(std::string_view text, Packing packing);

inline constexpr std::size_t kMostInflation = 1000;  ///< beyond kInflationFree
inline constexpr std::size_t kInflationFree = std::size_t{64} << 20;

/// One file that is read from its beginning; "-" is the standard input.
class PackedFile {
 public:
  static diag::Result<PackedFile> open(const std::string& path);
  /// Appends up to `most` bytes; fewer only at the end of the file.
  /// nullopt: all is well; what was read before a problem is there.
  std::optional<diag::Diagnostic> read(std::size_t most, std::string& out);

 private:
  struct Reader;
  struct Close {
    void operator()(Reader* reader) const;
  };
  std::string path_;
  std::unique_ptr<Reader, Close> reader_;
};

}  // namespace jiheng::bulk
