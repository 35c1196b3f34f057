// Takes scored cards, gives a folder with the department's set.
#include "engine/cli/report_folder.h"

#include <fmt/format.h>

#include "engine/base/files.h"
#include "engine/cli/output_folder.h"
#include "engine/report/faces/department_set.h"

namespace jiheng::cli {

bool wants_folder(const Arguments& arguments) {
  const std::string path(arguments.value("--output"));
  return path.ends_with('/') || (!path.empty() && path != "-" && base::is_folder(path));
}

int write_report_folder(const Arguments& arguments, const ScoredOperands& scored, Console& console) {
  for (const std::string_view option : {"--format", "--part"}) {
    if (!arguments.has(option)) continue;
    console.complain(bad_argument(fmt::format("写进文件夹时不能选 {}", option),
                                  "文件夹里是整套文件，各有各的格式；要一份报告，在 -o 后面写文件名。"));
    return kNotDone;
  }
  const report::DepartmentSet set = report::department_set(scored.outcome.scores, {});
  console.complain(set.problems);
  std::string folder(arguments.value("--output"));
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  if (!write_folder(folder, set.files, arguments.has("--force"), console)) return kNotDone;
  console.say(fmt::format("已写入 {}：{} 个文件", folder, set.files.size()));
  if (!scored.complete || diag::has_errors(set.problems)) return kNotDone;
  return code_of(scored.outcome.scores, arguments);
}

}  // namespace jiheng::cli
