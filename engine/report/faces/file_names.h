// engine/report/faces/file_names.h: titles of tables -> names of files that every file system takes.
// Takes   titles as people wrote them, in UTF-8.
// Gives   names without ending, never empty.
// Units   bytes, as file systems count them.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace jiheng::report {

inline constexpr std::size_t kMaxStemBytes = 180;  ///< a name may have 255 with its ending and its number

/// The text as a file name without ending: / \ : * ? " < > | and control characters as "_", white space in a row as one
/// space, no space or dot at either end, no name a system keeps for itself (CON, NUL, COM1 …), at most kMaxStemBytes cut
/// between characters. Never empty: "未命名" then.
std::string file_stem(std::string_view text);

/// Stems that differ in more than the case of letters: a second "表" becomes "表 (2)".
class UniqueStems {
 public:
  std::string take(std::string_view text);

 private:
  std::set<std::string> taken_;
};

}  // namespace jiheng::report
