// A table of rows earns in bulk what its cards earn in `jiheng score`, to the letter: over the cards of the tree and over
// cells that were met, under every scheme, on any number of threads, wherever the blocks are cut.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "engine/base/csv_cell.h"
#include "engine/bulk/bulk.h"
#include "engine/bulk/cells.h"
#include "engine/explain/score.h"
#include "engine/report/fields/score_fields.h"
#include "tests/property/rounds.h"
#include "tests/property/shipped_rules.h"

namespace jiheng::bulk {
namespace {

constexpr std::string_view kHead =
    "编号,类型,名称,年度,方案,行,年度目标,一级指标,二级指标,三级指标,目标,完成,分值,自报得分,评定,不适用,"
    "子项,"
    "计算数据,档点,评分标准\n";

struct Said {
  std::string rows;
  std::string errors;
  BulkOutcome outcome;
};

Said bulk_of(const std::string& text, unsigned threads = 1, const BulkOptions& options = {}) {
  const std::string path = testing::TempDir() + fmt::format("bulk-{}.csv", ::getpid());
  std::ofstream(path, std::ios::binary) << text;
  SchemeShelf shelf(shipped::schemes(), shipped::words());
  scoring::Context context = shipped::context();
  context.threads = threads;
  Said said;
  said.outcome = bulk({path}, options, shelf, context,
                      {[&](std::string_view rows) {
                         said.rows += rows;
                         return true;
                       },
                       [&](std::string_view errors) { said.errors += errors; }});
  std::remove(path.c_str());
  return said;
}

std::string cell(std::string_view text) {
  std::string out;
  base::append_csv_cell(text, ',', out);
  return out;
}

std::string number(const std::optional<model::NumberField>& n) { return n ? n->value.to_string() : ""; }

std::string judged(const model::Indicator& row) {
  return row.judged ? (row.judged->value * 100).trimmed().to_string() + "%" : "";
}

/// Marks of a goal cannot be said in a table of rows.
bool fits_rows(const model::Scorecard& card) {
  return std::none_of(card.sections.begin(), card.sections.end(),
                      [](const model::Section& section) { return section.full_marks.has_value(); });
}

std::string numbers(const std::vector<std::pair<model::Field, model::NumberField>>& values) {
  std::string text;
  for (const auto& [name, value] : values)
    text += (text.empty() ? "" : "; ") + name.text + "：" + value.value.to_string();
  return text;
}

/// 子项, 计算数据, 档点 as cells hold them.
std::string named_cells(const model::Indicator& row) {
  std::string conditions;
  for (const auto& [name, met] : row.conditions)
    conditions += (conditions.empty() ? "" : "；") + name.text + (met ? ":是" : ":否");
  std::string data = numbers(row.inputs);
  for (const auto& [name, answer] : row.answers)
    data += (data.empty() ? "" : "；") + name.text + ": " + answer.text;
  return cell(conditions) + "," + cell(data) + "," + cell(numbers(row.cut_points));
}

/// A card as lines of the table; `planned` is what divides under its scheme.
std::string lines_of(const model::Scorecard& card, const scoring::CardResult& result) {
  const std::string front = fmt::format(
      "{},{},{},{},{},", cell(card.id), card.kind == model::CardKind::department ? "部门" : "项目",
      cell(card.title.text), card.year ? std::to_string(*card.year) : "", result.scheme->id);
  std::string out;
  if (result.execution) {
    out += fmt::format("{}预算执行,,,,,{},{},,{},,,,,,\n", front,
                       result.execution->planned ? result.execution->planned->to_string() : "",
                       number(card.budget.executed), number(card.budget.claimed_score));
  }
  for (const model::Section& section : card.sections) {
    const bool long_term = section.horizon == model::Horizon::long_term;
    const std::string title = section.title.empty() && long_term ? "长期目标" : section.title.text;
    for (const model::Indicator& row : section.indicators) {
      out += front + "指标," + cell(title);
      for (const model::Field* f : {&row.level1, &row.level2, &row.name, &row.target, &row.actual})
        out += "," + cell(f->text);
      out += fmt::format(",{},{},{},{},{},{}\n", number(row.full_marks), number(row.claimed), judged(row),
                         row.not_applicable ? "是" : "", named_cells(row), cell(row.standard.text));
    }
  }
  if (card.claimed_total)
    out += fmt::format("{}总分,,,,,,,,{},,,,,,\n", front, card.claimed_total->value.to_string());
  return out;
}

/// The cells 得分 to 规则 of the rows that `jiheng score` writes.
std::vector<std::string> earned_by_score(const scoring::CardResult& result) {
  std::vector<std::string> out;
  for (const report::ScoreRow& row : report::score_rows(result)) {
    std::string cells;
    for (const report::Field<report::ScoreRow>& field : report::score_fields()) {
      const std::string_view heading = field.heading;
      if (heading == "得分" || heading == "最低得分" || heading == "最高得分" || heading == "结论" ||
          heading == "完成率%" || heading == "偏离度%" || heading == "规则") {
        cells += "," + cell(cell_of(field, row).text);
      }
    }
    out.push_back(cells);
  }
  return out;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

void expect_as_score(const model::Scheme& scheme, const std::vector<model::Scorecard>& cards) {
  const std::vector<scoring::CardResult> results = explain::score(scheme, cards, shipped::context());
  std::string table(kHead);
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    table += lines_of(cards[i], results[i]);
    for (std::string& row : earned_by_score(results[i])) expected.push_back(std::move(row));
  }
  const Said said = bulk_of(table);
  EXPECT_EQ(said.errors, "");
  const std::vector<std::string> rows = lines(said.rows);
  ASSERT_EQ(rows.size(), expected.size() + 1);
  for (std::size_t i = 0; i < expected.size(); ++i)
    EXPECT_TRUE(rows[i + 1].ends_with(expected[i])) << scheme.id << "\n"
                                                    << rows[i + 1] << "\n"
                                                    << expected[i];
}

TEST(Bulk, CardsOfTheTreeEarnWhatScoreGives) {
  std::size_t compared = 0;
  for (const model::Scheme* scheme : shipped::schemes().all()) {
    std::vector<model::Scorecard> cards;
    for (const shipped::Department& department : shipped::departments()) {
      for (model::Scorecard card : department.cards) {
        if (!fits_rows(card)) continue;
        card.id = department.folder + "/" + card.id;
        cards.push_back(std::move(card));
      }
    }
    compared += cards.size();
    expect_as_score(*scheme, cards);
  }
  EXPECT_GT(compared, 100U);
}

TEST(Bulk, ALineOfJsonReadAgainIsTheSameLine) {
  std::size_t compared = 0;
  for (const model::Scheme* scheme : shipped::schemes().all()) {
    for (const shipped::Department& department : shipped::departments()) {
      std::string lines_before;
      for (const scoring::CardResult& result :
           explain::score(*scheme, department.cards, shipped::context())) {
        append_card_json(result, result.card->unit_name.text, lines_before);
        ++compared;
      }
      BulkOptions options;
      options.json = true;
      const Said said = bulk_of(lines_before, 1, options);
      EXPECT_EQ(said.errors, "") << scheme->id;
      const std::vector<std::string> before = lines(lines_before);
      const std::vector<std::string> after = lines(said.rows);
      ASSERT_EQ(after.size(), before.size());
      // What is said of a place says another one: the line, not the file.
      const auto without_places = [](std::string line) {
        for (std::size_t at = line.find("\"where\":["); at != std::string::npos;
             at = line.find("\"where\":[", at + 1))
          line.erase(at + 9, line.find(']', at) - at - 8);
        return line;
      };
      for (std::size_t i = 0; i < before.size(); ++i) {
        const std::string now = without_places(after[i]);
        const std::string then = without_places(before[i]);
        const auto at = std::mismatch(now.begin(), now.end(), then.begin(), then.end()).first - now.begin();
        const std::size_t from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(at - 90, 0));
        EXPECT_TRUE(now == then) << scheme->id << "\n"
                                 << now.substr(from, 180) << "\n"
                                 << then.substr(from, 180);
      }
    }
  }
  EXPECT_GT(compared, 100U);
}

/// Cells that were met on forms, and what they were damaged to: tests/cases/target.tsv.
std::vector<std::string> met_cells() {
  std::vector<std::string> cells;
  std::ifstream in(JIHENG_SOURCE_DIR "/tests/cases/target.tsv");
  for (std::string line; std::getline(in, line);) {
    const std::string text = line.substr(0, line.find('\t'));
    if (!text.empty() && text.front() != '#' && text.find('\\') == std::string::npos) cells.push_back(text);
  }
  return cells;
}

/// Cards a scheme. JIHENG_CARDS asks for more: 100,000 over the number of schemes make a million rows.
int cards_a_scheme() {
  const char* wanted = std::getenv("JIHENG_CARDS");
  return wanted == nullptr ? rounds(60) : std::max(1, std::atoi(wanted));
}

TEST(Bulk, CellsThatWereMetEarnWhatScoreGives) {
  const std::vector<std::string> cells = met_cells();
  ASSERT_GT(cells.size(), 300U);
  constexpr std::pair<const char*, const char*> kLevels[] = {
      {"产出指标", "数量指标"}, {"产出指标", "质量指标"},     {"产出指标", "时效指标"},
      {"产出指标", "成本指标"}, {"效益指标", "社会效益指标"}, {"满意度指标", "服务对象满意度指标"}};
  constexpr const char* kNames[] = {"受理件数", "投诉率", "完成时间", "人均成本", "满意度", "失业率降幅"};
  for (const model::Scheme* scheme : shipped::schemes().all()) {
    std::mt19937 random(20240101);
    const auto one_of = [&random](const auto& list) { return list[random() % std::size(list)]; };
    std::vector<model::Scorecard> cards;
    for (int c = 0; c < cards_a_scheme(); ++c) {
      model::Scorecard card;
      card.id = fmt::format("c{}", c);
      card.title.text = "某项目";
      card.kind = random() % 5 == 0 ? model::CardKind::department : model::CardKind::project;
      card.unit_name.text = "某局";
      if (random() % 4 != 0) card.year = 2023;
      auto& rows = card.sections.emplace_back().indicators;
      for (int r = 0; r < 10; ++r) {
        model::Indicator& row = rows.emplace_back();
        const auto [level1, level2] = one_of(kLevels);
        row.level1.text = level1;
        row.level2.text = level2;
        row.name.text = fmt::format("{}{}", one_of(kNames), random() % 3);
        row.target.text = one_of(cells);
        row.actual.text = random() % 3 == 0 ? row.target.text : one_of(cells);
        row.full_marks =
            model::NumberField{random() % 7 == 0 ? base::Decimal::of(25, 1) : base::Decimal(9), {}};
        if (random() % 40 == 0) row.not_applicable = true;
        if (random() % 40 == 0) row.full_marks.reset();
      }
      cards.push_back(std::move(card));
    }
    expect_as_score(*scheme, cards);
  }
}

TEST(Bulk, RowsThatDifferByTheirNameAloneEarnWhatScoreGives) {
  // Names that say less is better, more is better, nothing; names a scheme has clauses for; a name that is no name.
  constexpr const char* kNames[] = {"受理件数",           "投诉率",     "办理时限",      "失业率降幅",
                                    "财政供养人员控制率", "预算调整率", "人均成本。",    "满意度",
                                    "培训人数",           "参训人数",   "投诉 率（件）", "重点支出安排率"};
  constexpr const char* kTargets[] = {"5%",      "=5%", "≥5%",   "10件",   "5天",
                                      "100人次", "0",   "5%-8%", "增长5%", "下降5%"};
  constexpr const char* kActuals[] = {"4%", "5%", "6%", "9件", "11件", "6天", "4天", "120人次", "0", ""};
  for (const model::Scheme* scheme : shipped::schemes().all()) {
    std::vector<model::Scorecard> cards;
    for (const char* target : kTargets) {
      for (const char* actual : kActuals) {
        model::Scorecard& card = cards.emplace_back();
        card.id = fmt::format("c{}", cards.size());
        card.title.text = "某项目";
        card.unit_name.text = "某局";
        card.year = 2023;
        for (const char* name : kNames) {
          model::Indicator& row = card.sections.empty()
                                      ? card.sections.emplace_back().indicators.emplace_back()
                                      : card.sections.front().indicators.emplace_back();
          row.level1.text = "产出指标";
          row.level2.text = "质量指标";
          row.name.text = name;
          row.target.text = target;
          row.actual.text = actual;
          row.full_marks = model::NumberField{base::Decimal(9), {}};
        }
      }
    }
    expect_as_score(*scheme, cards);
  }
}

/// Cards of two to nine rows; many are alike, so that rows are remembered.
std::string many_cards(std::size_t count) {
  std::mt19937 random(7);
  std::string table(kHead);
  for (std::size_t c = 0; c < count; ++c) {
    const std::size_t rows = 2 + random() % 8;
    for (std::size_t r = 0; r < rows; ++r)
      table += fmt::format(
          "k{},项目,某项目,2023,national-2020,指标,,产出指标,数量指标,件数{},≥{}件,{}件,10,,,,,,,\n", c,
          random() % 5, random() % 90 + 10, random() % 200);
  }
  return table;
}

TEST(Bulk, ThreadsAndBlocksChangeNothing) {
  const std::string table = many_cards(rounds(9000));
  const Said one = bulk_of(table, 1);
  const Said many = bulk_of(table, 8);
  EXPECT_EQ(one.rows, many.rows);
  EXPECT_EQ(one.outcome.summary.to_csv(), many.outcome.summary.to_csv());
  EXPECT_EQ(one.outcome.cards, static_cast<std::size_t>(rounds(9000)));
  EXPECT_EQ(one.errors + many.errors, "");
  // Every row once, in its place, and one line of the execution and one of the total a card.
  const std::vector<std::string> in = lines(table);
  const std::vector<std::string> out = lines(one.rows);
  EXPECT_EQ(out.size(), in.size() + 2 * one.outcome.cards);
  std::size_t at = 1;
  for (const std::string& row : out) {
    if (at < in.size() && row.starts_with(in[at] + ",")) ++at;
  }
  EXPECT_EQ(at, in.size());
}

}  // namespace
}  // namespace jiheng::bulk
