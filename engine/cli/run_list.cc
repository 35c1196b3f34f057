// jiheng list: schemes, the catalogue of findings, or units.
#include "engine/cli/commands.h"
#include "engine/cli/console.h"
#include "engine/cli/data_folders.h"
#include "engine/report/faces/text_from_report.h"
#include "engine/report/json/json.h"
#include "engine/report/pages/lists.h"
#include "engine/rulebook/rules.h"

namespace jiheng::cli {
namespace {

void show(Console& console, const report::Report& report) {
  console.write(report::text_from_report(report, {console.width(), console.colour_output()}));
}

}  // namespace

int run_list(const Arguments& arguments, Console& console) {
  const std::string& what = arguments.operands[0];
  const bool json = arguments.value("--format") == "json";
  if (what == "findings") {
    if (json) {
      console.write(report::json_from_catalogue(diag::catalogue()));
    } else {
      show(console, report::report_from_catalogue(diag::catalogue()));
    }
    return kNothingToReport;
  }
  const std::string folder = rules_folder(arguments);
  console.remark("规则文件夹：" + folder);
  if (what == "units") {
    const auto units = rulebook::load_units(folder);
    console.complain(units.problems);
    if (!units) return kNotDone;
    if (json) {
      console.write(report::json_from_units(*units));
    } else {
      show(console, report::report_from_units(*units));
    }
    return kNothingToReport;
  }
  rulebook::Schemes schemes = rulebook::load_schemes(folder);
  const std::vector<const model::Scheme*> all = schemes.all();
  console.complain(schemes.problems());
  if (json) {
    console.write(report::json_from_schemes(all));
  } else {
    show(console, report::report_from_schemes(all));
  }
  return diag::has_errors(schemes.problems()) ? kNotDone : kNothingToReport;
}

}  // namespace jiheng::cli
