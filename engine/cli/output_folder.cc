// Takes files, gives a folder that holds them. Decides nothing about what they are.
#include "engine/cli/output_folder.h"

#include <fmt/format.h>

#include "engine/base/files.h"

namespace jiheng::cli {

bool write_folder(const std::string& folder, std::span<const results::NamedText> files, bool force,
                  Console& console) {
  const auto complain = [&console](const std::string& path, base::IoStatus status) {
    const bool exists = status == base::IoStatus::exists;
    console.complain(
        diag::Diagnostic{"C102",
                         fmt::format("写不进“{}”：{}", path, base::describe(status)),
                         exists ? "" : "已经写好的文件是完整的，没有留下半截文件。",
                         exists ? "换一个文件夹，或加 --force 覆盖它。" : "检查路径、权限和磁盘空间。",
                         {}});
    return false;
  };
  if (const base::IoStatus made = base::make_folder(folder); made != base::IoStatus::ok)
    return complain(folder, made);
  // All or nothing where an old file stands in the way: that is known before the first one is written.
  for (const results::NamedText& file : files) {
    const std::string path = fmt::format("{}/{}", folder, file.name);
    const bool stands = base::read_file(path, 0).status != base::IoStatus::not_found;
    if (stands && !force) return complain(path, base::IoStatus::exists);
  }
  for (const results::NamedText& file : files) {
    const SignalsHeld held;
    const std::string path = fmt::format("{}/{}", folder, file.name);
    const base::IoStatus status =
        base::write_file(path, file.text, force ? base::Overwrite::yes : base::Overwrite::no);
    if (status != base::IoStatus::ok) return complain(path, status);
  }
  return true;
}

}  // namespace jiheng::cli
