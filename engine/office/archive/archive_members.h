// engine/office/archive/archive_members.h: the bytes of an archive -> the files in it, each by its name.
// Takes   a whole archive in memory: zip, 7z, rar (4 and 5), tar, alone or packed by gzip, bzip2 or xz. Nothing is ever written
//         to disk; names never become paths. Names are UTF-8, UTF-16 or GBK, as the archive or its bytes say.
// Fails   I108 damaged, I109 password, I110 past a limit. What is wrong with one file in it takes only that away: I101 too
//         large, I108, I109, I111 a name that leads out of the archive or stands there twice.
// Limits  those of zip_package.h, counted while it is unpacked; a file in it at most kMaxMemberBytes.
// Source  docs/import.md
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxMemberBytes = 64U << 20U;

struct ArchiveMember {
  std::string name;  ///< UTF-8, folders parted by /: "甲单位/自评.xlsx"
  std::string bytes;
};

struct ArchiveMembers {
  std::vector<ArchiveMember> taken;  ///< sorted by name, so that an archive reads like its folder
  std::vector<std::string> left;     ///< names of the others, sorted
};

/// True for the bytes of an archive, and of a zip of any kind: an office file is a zip too (is_office_package).
bool is_archive(std::string_view bytes);

/// `wanted` says by its name whether a file is taken. Links, devices and folders are passed over. O(bytes unpacked).
diag::Result<ArchiveMembers> members_of_archive(const base::SourcePtr& file,
                                                const std::function<bool(std::string_view)>& wanted);

}  // namespace jiheng::office
