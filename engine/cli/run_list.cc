// jiheng list: schemes, the catalogue of findings, units, or the kinds of documents that are read.
#include "engine/cli/commands.h"
#include "engine/cli/console.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/result_output.h"
#include "engine/report/faces/job_faces.h"
#include "engine/rulebook/rules.h"

namespace jiheng::cli {
namespace {

/// What was asked for in its face. There is no file to write: `list` has no -o.
template <class Result>
bool show_list(const Arguments& arguments, Console& console, const report::JobFaces<Result>& faces,
               const Result& result) {
  auto output = ResultOutput::open(arguments, console, faces.words);
  return output && output->show(faces, result);
}

}  // namespace

int run_list(const Arguments& arguments, Console& console) {
  const std::string& what = arguments.operands[0];
  if (what == "findings")
    return show_list(arguments, console, report::catalogue_faces(), diag::catalogue()) ? kNothingToReport
                                                                                       : kNotDone;
  if (what == "kinds")
    return show_list(arguments, console, report::kind_faces(), intake::kinds()) ? kNothingToReport : kNotDone;
  const std::string folder = rules_folder(arguments);
  console.remark("规则文件夹：" + folder);
  if (what == "units") {
    const auto units = rulebook::load_units(folder);
    console.complain(units.problems);
    if (!units) return kNotDone;
    return show_list(arguments, console, report::unit_faces(), *units) ? kNothingToReport : kNotDone;
  }
  rulebook::Schemes schemes = rulebook::load_schemes(folder);
  const std::vector<const model::Scheme*> all = schemes.all();
  console.complain(schemes.problems());
  const bool shown = show_list(arguments, console, report::scheme_faces(), all);
  return shown && !diag::has_errors(schemes.problems()) ? kNothingToReport : kNotDone;
}

}  // namespace jiheng::cli
