// jiheng explain: the page of a finding, a scheme in words, or the clauses of one id in all schemes.
#include <fmt/format.h>

#include "engine/base/near_word.h"
#include "engine/cli/arguments.h"
#include "engine/cli/console.h"
#include "engine/cli/data_folders.h"
#include "engine/diag/catalogue.h"
#include "engine/diag/source_from_file.h"
#include "engine/report/faces/text_from_report.h"
#include "engine/report/pages/report_from_scheme.h"
#include "engine/rulebook/rules.h"

namespace jiheng::cli {
namespace {

diag::Diagnostic unknown_id(std::string_view id, rulebook::Schemes& schemes) {
  std::vector<std::string_view> known;
  for (const diag::CatalogueEntry& entry : diag::catalogue()) known.push_back(entry.id);
  for (const model::Scheme* scheme : schemes.all()) known.push_back(scheme->id);
  const std::string_view near = base::near_word(id, known);
  return bad_argument(fmt::format("没有编号或方案“{}”", id),
                      near.empty() ? "用 jiheng list findings 或 jiheng list schemes 查看。"
                                   : fmt::format("是不是想写“{}”？", near));
}

}  // namespace

int run_explain(const Arguments& arguments, Console& console) {
  if (arguments.operands.size() != 1) {
    console.complain(bad_argument("jiheng explain 后面要写一个编号",
                                  "如 jiheng explain T104，或 jiheng explain hubei-2023。"));
    return kNotDone;
  }
  const std::string& id = arguments.operands[0];
  if (const diag::CatalogueEntry* entry = diag::find_entry(id)) {
    const auto page = diag::source_from_file(fmt::format("{}/{}.md", findings_folder(), entry->id));
    console.complain(page.problems);
    if (!page) return kNotDone;
    console.write((*page)->text);
    return kNothingToReport;
  }
  rulebook::Schemes schemes = rulebook::load_schemes(rules_folder(arguments));
  const model::Scheme* scheme = schemes.find(id);
  if (scheme == nullptr) {
    if (const auto clauses = report::report_from_clause(schemes.all(), id)) {
      console.write(report::text_from_report(*clauses, {console.width(), console.colour_output()}));
      return kNothingToReport;
    }
    console.complain(schemes.problems());
    console.complain(unknown_id(id, schemes));
    return kNotDone;
  }
  console.write(report::text_from_report(report::report_from_scheme(*scheme),
                                         {console.width(), console.colour_output()}));
  return kNothingToReport;
}

}  // namespace jiheng::cli
