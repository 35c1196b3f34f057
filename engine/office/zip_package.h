// engine/office/zip_package.h: the bytes of an xlsx, ods or docx file -> its parts, each by its name.
// Takes   a whole file in memory. Nothing is ever written to disk; names never become paths.
// Fails   I108 damaged or no package, I109 password, I110 past a limit or a zip bomb, I111 names that no office program
//         writes. A package with one bad entry is refused whole.
// Limits  below; sizes are checked as declared when the package is opened and again while a part is inflated.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxPackageBytes = 64U << 20U;
inline constexpr std::size_t kMaxParts = 10000;
inline constexpr std::size_t kMaxPartBytes = 256U << 20U;      ///< of one part, inflated
inline constexpr std::size_t kMaxInflatedBytes = 512U << 20U;  ///< of all parts together
inline constexpr std::size_t kMaxInflation = 200;              ///< inflated to compressed size of a part …
inline constexpr std::size_t kInflationFreeBytes = 1U << 20U;  ///< … that is larger than this

class ZipPackage {
 public:
  static diag::Result<ZipPackage> open(const base::SourcePtr& file);

  /// Names are the same in capitals and small letters, as the rules of packages say; \ in the package is /.
  bool has(std::string_view name) const;
  /// Parts (no folders) in the order of the package; raw bytes as stored.
  const std::vector<std::string>& names() const { return names_; }
  /// The whole part. I108 where it is not there or does not inflate to what the package says of it, I110 past `limit`.
  diag::Result<std::string> read(std::string_view name, std::size_t limit = kMaxPartBytes) const;

  const base::SourcePtr& file() const { return file_; }

 private:
  struct Archive;
  ZipPackage() = default;
  std::vector<diag::Diagnostic> list_parts();

  base::SourcePtr file_;
  std::shared_ptr<Archive> archive_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> parts_;  ///< name in small letters to index in the archive
};

/// True for the bytes of a zip file.
bool is_zip(std::string_view bytes);

/// Whether a zip says it is an office file: a workbook, a Word file, slides, an OFD. nullopt where its directory cannot be
/// read.
std::optional<bool> is_office_package(std::string_view bytes);

/// True for an office file under a password, which is no zip but the old container with the zip sealed in it.
bool is_sealed_office_file(std::string_view bytes);

/// I108 for a file, or for one part of it.
diag::Diagnostic damaged(const base::SourcePtr& file, std::string_view part, std::string_view why);

/// I109 for a file.
diag::Diagnostic password_protected(const base::SourcePtr& file);

}  // namespace jiheng::office
