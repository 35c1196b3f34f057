// jiheng explain: the page of a finding, a scheme in words, or the clauses of one id in all schemes.
#include <fmt/format.h>

#include <algorithm>

#include "engine/base/near_word.h"
#include "engine/base/text.h"
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

/// A page as it fits the terminal: the lines of a paragraph run on and are broken anew; blocks of code stay.
std::string page_for(std::string_view text, std::size_t width) {
  std::string out;
  std::string paragraph;
  bool code = false;
  const auto flush = [&] {
    if (paragraph.empty()) return;
    for (const std::string& line : base::wrapped(paragraph, width)) out += line + "\n";
    paragraph.clear();
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool fence = line.starts_with("```");
    const bool begins = line.empty() || fence || code ||
                        std::string_view("#-|0123456789").find(line.front()) != std::string_view::npos;
    if (begins) flush();
    if (fence) code = !code;
    if (line.empty() || fence || code) {
      out.append(line).append("\n");
      continue;
    }
    const bool words = !paragraph.empty() && static_cast<unsigned char>(paragraph.back()) < 0x80 &&
                       static_cast<unsigned char>(line.front()) < 0x80;
    if (words) paragraph += ' ';
    paragraph += line;
  }
  flush();
  return out;
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
    console.write(page_for((*page)->text, console.width()));
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
