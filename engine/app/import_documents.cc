// Takes paths, gives documents and the texts of the files they become. Leaves reading a document to intake, YAML to
// load, writing files to cli.
#include "engine/app/import_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/app/source_from_file.h"
#include "engine/intake/scorecard_from_table.h"
#include "engine/intake/sheets_from_csv.h"
#include "engine/intake/sheets_from_docx.h"
#include "engine/intake/sheets_from_workbook.h"
#include "engine/intake/tables_from_text.h"
#include "engine/intake/text_encoding.h"
#include "engine/intake/zip_package.h"
#include "engine/load/load.h"
#include "engine/report/csv_from_report.h"

namespace jiheng::app {
namespace {

constexpr std::string_view kOldOffice = "\xD0\xCF\x11\xE0";
constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kPdf = "%PDF";

std::string ending_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  std::string ending(dot == std::string_view::npos ? std::string_view() : name.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

/// What cannot be read is refused by its ending or its first bytes before it is taken for text.
std::optional<diag::Diagnostic> refused(const std::string& path, std::string_view text) {
  const std::string ending = ending_of(path);
  if (ending == ".xls" || ending == ".doc" || text.starts_with(kOldOffice)) {
    return diag::Diagnostic{"I105",
                            fmt::format("“{}”是旧格式的文件，读不了", path),
                            "xls 和 doc 是早年的格式。",
                            "用 Excel、Word 或 WPS 打开，另存为 .xlsx / .docx。",
                            {}};
  }
  constexpr std::string_view kOthers[] = {".xlsx", ".ods",  ".csv", ".tsv", ".docx", ".odt", ".pdf",
                                          ".ofd",  ".html", ".htm", ".zip", ".rar",  ".7z",  ".png",
                                          ".jpg",  ".jpeg", ".tif", ".wps", ".et"};
  const bool other = std::find(std::begin(kOthers), std::end(kOthers), ending) != std::end(kOthers);
  if (other || text.starts_with(kZip) || text.starts_with(kPdf)) {
    return diag::Diagnostic{
        "I106",
        fmt::format("“{}”不是文字文件，这一版读不了", path),
        "这一版只读从公开文件取出的文字（.txt）。",
        "PDF 先取出文字，如 pdftotext -layout 文件.pdf；表格和 Word 文件另存为文本（UTF-8）。",
        {}};
  }
  return std::nullopt;
}

/// What is wrong with an office file, or with what it points to.
std::vector<diag::Diagnostic> package_problems(const intake::SourcePtr& source) {
  return ending_of(source->name) == ".docx" ? intake::sheets_from_docx(source).problems
                                            : intake::sheets_from_workbook(source).problems;
}

bool is_csv(const std::string& path) { return ending_of(path) == ".csv" || ending_of(path) == ".tsv"; }

/// What is wrong with a csv file.
std::vector<diag::Diagnostic> csv_problems(const intake::SourcePtr& source) {
  auto text = intake::text_from_bytes(source->name, source->text);
  if (!text) return text.problems;
  auto sheet = intake::sheet_from_csv(*text);
  text.problems.insert(text.problems.end(), sheet.problems.begin(), sheet.problems.end());
  return text.problems;
}

void append(std::vector<diag::Diagnostic>& to, std::vector<diag::Diagnostic>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

diag::Result<intake::SourcePtr> document_source(const std::string& path, const ImportRequest& request) {
  if (path == "-") return std::make_shared<const base::Source>(base::Source{path, request.standard_input});
  const std::string ending = ending_of(path);
  if (ending != ".xlsx" && ending != ".ods" && ending != ".docx" && !is_csv(path)) {
    if (auto no = refused(path, "")) return std::move(*no);
  }
  base::ReadOutcome outcome = base::read_file(path, intake::kMaxTextBytes);
  if (outcome.status == base::IoStatus::too_large) {
    return diag::Diagnostic{"I101",
                            fmt::format("“{}”太大，没有读", path),
                            fmt::format("一份文件最多 {} MiB。", intake::kMaxTextBytes >> 20U),
                            "把文件分成几份，每份单独导入。",
                            {}};
  }
  if (outcome.status != base::IoStatus::ok) return cannot_read(path, outcome.status);
  return std::make_shared<const base::Source>(base::Source{path, std::move(outcome.text)});
}

}  // namespace

ImportOutcome import_documents(const ImportRequest& request) {
  ImportOutcome outcome;
  std::size_t tables = 0;
  for (const std::string& path : request.paths) {
    auto source = document_source(path, request);
    append(outcome.problems, std::move(source.problems));
    if (!source) continue;
    const bool package = intake::is_zip((*source)->text) || intake::is_sealed_office_file((*source)->text);
    if (package || is_csv(path)) {
      auto problems = package ? package_problems(*source) : csv_problems(*source);
      const bool readable = !diag::has_errors(problems);
      append(outcome.problems, std::move(problems));
      if (!readable) continue;
    }
    if (auto no = refused(path, (*source)->text)) {
      outcome.problems.push_back(std::move(*no));
      continue;
    }
    auto text = intake::text_from_bytes(path, (*source)->text);
    append(outcome.problems, std::move(text.problems));
    if (!text) continue;
    auto document = intake::tables_from_text(*text);
    append(outcome.problems, std::move(document.problems));
    if (!document) continue;
    for (intake::Table& table : document->tables) table.id = fmt::format("t{:02}", ++tables);
    outcome.documents.push_back(std::move(*document));
  }
  return outcome;
}

ScorecardTexts scorecards_of(const std::vector<intake::Document>& documents) {
  ScorecardTexts out;
  for (const intake::Document& document : documents) {
    for (const intake::Table& table : document.tables) {
      auto card = intake::scorecard_from_table(table);
      append(out.problems, std::move(card.problems));
      const std::string name = fmt::format("{}.yaml", table.id);
      std::string text = load::yaml_from_scorecard(*card);
      const auto back =
          load::scorecards_from_yaml(std::make_shared<const base::Source>(base::Source{name, text}));
      if (!diag::has_errors(back.problems)) {
        out.files.push_back({name, std::move(text)});
        continue;
      }
      out.problems.push_back({"I107", fmt::format("表“{}”写不成自评表文件", table.title.text),
                              back.problems.front().message,
                              "核对原文里的这张表；用 --format json 看读出了什么。", table.place});
    }
  }
  return out;
}

std::string one_file_of(const std::vector<NamedText>& scorecards) {
  if (scorecards.size() == 1) return scorecards.front().text;
  std::string out = "自评表:\n";
  for (const NamedText& card : scorecards) {
    bool first = true;
    for (std::size_t at = 0; at < card.text.size();) {
      const std::size_t end = std::min(card.text.find('\n', at), card.text.size());
      out += first ? "  - " : "    ";
      out.append(card.text, at, end - at);
      out += '\n';
      first = false;
      at = end + 1;
    }
  }
  return out;
}

std::string csv_of(const std::vector<intake::Document>& documents) {
  report::Table table;
  for (const char* title : {"表",     "种类", "范围",     "名称",     "单位名称", "年度",     "预算数",
                            "执行数", "目标", "一级指标", "二级指标", "三级指标", "指标描述", "目标值",
                            "完成值", "分值", "得分",     "依据",     "文件",     "行"}) {
    table.columns.push_back({title});
  }
  for (const intake::Document& document : documents) {
    for (const intake::Table& t : document.tables) {
      for (const intake::TableRow& row : t.rows) {
        report::Row cells;
        for (const std::string& text :
             {t.id,
              std::string(t.kind == intake::Table::Kind::selfeval ? "自评" : "目标"),
              std::string(t.scope == model::CardKind::department ? "部门" : "项目"),
              t.title.text,
              t.unit.text,
              t.year ? std::to_string(*t.year) : std::string(),
              t.budget.text,
              t.executed.text,
              row.section.text,
              row.level1.text,
              row.level2.text,
              row.name.text,
              row.description.text,
              row.target.text,
              row.actual.text,
              row.full_marks.text,
              row.score.text,
              row.basis.text,
              document.source->name,
              std::to_string(row.place.line)}) {
          cells.cells.push_back({text});
        }
        table.rows.push_back(std::move(cells));
      }
    }
  }
  report::Report report;
  report.blocks.emplace_back(std::move(table));
  return report::csv_from_report(report);
}

ImportCounts counts_of(const std::vector<intake::Document>& documents) {
  ImportCounts counts;
  for (const intake::Document& document : documents) {
    counts.tables += document.tables.size();
    counts.claims += document.claims.size();
    counts.passed_over += document.passed_over.size();
    for (const intake::Table& table : document.tables) {
      counts.rows += table.rows.size();
      counts.cells += intake::cell_count(table);
    }
  }
  return counts;
}

}  // namespace jiheng::app
