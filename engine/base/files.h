// engine/base/files.h: reading whole files, listing folders, writing whole files or nothing.
// Takes   paths as the user gave them; a limit of bytes or files.
// Gives   whole texts, sorted paths, an IoStatus for each; nothing is half written.
// Fails   never throws: every way to fail is an IoStatus, which the caller turns into a message of its own.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jiheng::base {

enum class IoStatus {
  ok,
  not_found,
  no_permission,
  is_directory,
  not_a_file,
  too_large,
  no_space,
  exists,
  failed
};

struct ReadOutcome {
  IoStatus status = IoStatus::ok;
  std::string text;
};

/// The whole file, at most `limit` bytes. Devices, pipes and sockets are refused (not_a_file).
ReadOutcome read_file(const std::string& path, std::size_t limit);

struct ListOutcome {
  IoStatus status = IoStatus::ok;
  std::vector<std::string> paths;  ///< sorted by bytes, so the order is the same everywhere; empty unless ok
  std::string stopped_at;          ///< the folder or file at which a status other than ok arose
};

/// Regular files below a folder whose name ends in one of `endings` (".yaml"), hidden ones left out; at most
/// `limit` files and 32 levels (too_large past either). Symbolic links to folders are not followed.
ListOutcome list_files(const std::string& folder, const std::vector<std::string_view>& endings,
                       std::size_t limit);

enum class Overwrite { no, yes };

/// Writes beside the target, flushes to disk, then renames: the target is whole or untouched. An existing
/// target keeps its permissions, a symbolic link stays one; devices and pipes are refused (not_a_file).
IoStatus write_file(const std::string& path, std::string_view content, Overwrite overwrite);

/// Creates the folder and those above it.
IoStatus make_folder(const std::string& path);

bool is_folder(const std::string& path);

/// A file, a folder or anything else has this name.
bool exists(const std::string& path);

/// What went wrong, in the user's words: "找不到文件或文件夹", "没有权限" ….
std::string_view describe(IoStatus status);

}  // namespace jiheng::base
