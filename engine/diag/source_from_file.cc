// Takes a path, gives its text. Leaves what the text means to load.
#include "engine/diag/source_from_file.h"

#include <fmt/format.h>

namespace jiheng::diag {
namespace {

std::string_view remedy(base::IoStatus status) {
  switch (status) {
    case base::IoStatus::not_found:
      return "检查路径有没有写错；相对路径从当前文件夹算起。";
    case base::IoStatus::no_permission:
      return "请文件的主人给读取权限，或复制到自己的文件夹再试。";
    case base::IoStatus::is_directory:
    case base::IoStatus::not_a_file:
      return "请给出普通文件；标准输入写“-”。";
    case base::IoStatus::too_large:
      return "把内容分成几个较小的文件或文件夹。";
    default:
      return "确认磁盘和网络位置可用后再试。";
  }
}

}  // namespace

Diagnostic cannot_read(std::string_view path, base::IoStatus status) {
  std::string why;
  if (status == base::IoStatus::too_large) {
    why =
        fmt::format("一个文件最多 {} MB，一个文件夹最多 {} 个文件、32 层。", kMaxFileBytes >> 20U, kMaxFiles);
  }
  return {"C101",
          fmt::format("读不出“{}”：{}", path, base::describe(status)),
          why,
          std::string(remedy(status)),
          {}};
}

Result<std::shared_ptr<const base::Source>> source_from_file(const std::string& path,
                                                             const base::FileStore& files) {
  base::ReadOutcome outcome = files.read(path, kMaxFileBytes);
  if (outcome.status != base::IoStatus::ok) return cannot_read(path, outcome.status);
  return std::make_shared<const base::Source>(base::Source{path, std::move(outcome.text)});
}

}  // namespace jiheng::diag
