// engine/app/input_files.h: the paths a command names -> the files to read, in one stated order.
// Takes   files, "-", folders. Out of a folder come the files with an ending of document_kind.h, sorted by bytes, those of
//         its folders too; hidden files, waivers and 绩衡.yaml are left out.
// Fails   C101 unreadable, C104 a folder without any. Notes I141 what a folder holds beside them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/file_store.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::app {

/// Waivers of the findings in the files beside it (waivers_from_files.h).
inline constexpr std::string_view kWaiversFile = "豁免.yaml";
/// What holds for the tables in a folder (usual_scheme.h).
inline constexpr std::string_view kSettingsFile = "绩衡.yaml";

/// The folder a path stands in: "2023/", "" for the one the program runs in.
inline std::string folder_of(std::string_view path) {
  return std::string(path.substr(0, path.rfind('/') + 1));
}

struct InputFile {
  std::string path;
  bool in_folder = false;  ///< found there, not named
};

enum class Take { documents, scorecards_and_documents };

struct InputFiles {
  std::vector<InputFile> files;  ///< each once
  std::vector<diag::Diagnostic> problems;
};
InputFiles input_files(const std::vector<std::string>& paths, Take take,
                       const base::FileStore& store = base::disk());

/// Whether a file of a folder, or of an archive, is read: by its ending.
bool is_taken(std::string_view path, Take take);

/// Whether it is a file that systems and office programs leave behind: ~$自评.xlsx, Thumbs.db, .DS_Store, __MACOSX/.
bool is_left_behind(std::string_view path);

/// What is said of a folder or an archive (“文件夹”, “压缩包”) of which `taken` files are read and these are not: I141, C104
/// where none is.
std::vector<diag::Diagnostic> what_is_left(std::string_view what, const std::string& name, std::size_t taken,
                                           const std::vector<std::string>& others, Take take);

/// I141 for a file of a folder that holds no table.
diag::Diagnostic left_in_folder(const std::string& path);

}  // namespace jiheng::app
