// The table of standards: each reads as written by hand, gives the points worked out by hand, prints back to itself, its
// pieces cover the text, and its clauses, run as formulas, give the same points.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "engine/formula/formula.h"
#include "engine/rulebook/load.h"
#include "engine/standard/parse.h"
#include "engine/standard/points.h"

namespace jiheng::standard {
namespace {

const quantity::UnitTable& units() {
  static const quantity::UnitTable table = [] {
    const std::string path = std::string(JIHENG_SOURCE_DIR) + "/rules/units.yaml";
    auto loaded = rulebook::units_from_yaml(
        std::make_shared<const base::Source>(base::Source{path, base::read_file(path, 1U << 22U).text}));
    EXPECT_TRUE(loaded);
    return std::move(*loaded);
  }();
  return table;
}

struct Row {
  int line = 0;
  std::optional<base::Decimal> marks;
  std::string text, shape, certainty, points, ids;
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string piece; std::getline(in, piece, at);) out.push_back(piece);
  return out;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all = [] {
    std::vector<Row> out;
    std::ifstream file(std::string(JIHENG_SOURCE_DIR) + "/tests/cases/standard.tsv");
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
      if (line.empty() || line[0] == '#') continue;
      std::vector<std::string> c = split(line, '\t');
      c.resize(6);
      out.push_back({number, base::Decimal::parse(c[0]), c[1], c[2], c[3], c[4], c[5]});
    }
    return out;
  }();
  return all;
}

std::string points_text(const std::optional<Points>& points) {
  if (!points) return "-";
  const std::string low = points->low.to_string();
  return points->low == points->high ? low : low + ".." + points->high.to_string();
}

TEST(StandardCases, EveryRowReadsAndGivesThePointsWorkedOutByHand) {
  EXPECT_GE(rows().size(), 70U);
  for (const Row& row : rows()) {
    const Standard s = parse(row.text, {units(), row.marks});
    EXPECT_EQ(to_string(s.shape), row.shape) << row.line << ": " << row.text << "\n" << dump(s);
    EXPECT_EQ(s.sure ? "sure" : "debatable", row.certainty) << row.line << ": " << row.text << "\n"
                                                            << dump(s);
    for (const std::string& example : split(row.points, '|')) {
      const std::size_t equal = example.rfind('=');
      ASSERT_NE(equal, example.npos) << row.line;
      const auto answers = read_answers(example.substr(0, equal), s, units());
      EXPECT_EQ(points_text(answers ? points_at(s, row.marks, *answers) : std::nullopt),
                example.substr(equal + 1))
          << row.line << ": " << row.text << " at " << example.substr(0, equal) << "\n"
          << dump(s);
    }
    if (!row.ids.empty()) {
      EXPECT_TRUE(std::any_of(s.problems.begin(), s.problems.end(),
                              [&](const Problem& p) { return p.id == row.ids; }))
          << row.line << ": " << row.text << " should report " << row.ids;
    }
  }
}

/// The table of docs/standard-language.md counts these rows.
TEST(StandardCases, ThePageSaysHowManyOfEachShapeThereAre) {
  struct Count {
    int texts = 0, numbers = 0, ranges = 0, none = 0;
  };
  std::map<std::string, Count> counts;
  for (const Row& row : rows()) {
    Count& c = counts[row.shape];
    ++c.texts;
    for (const std::string& example : split(row.points, '|')) {
      const std::string points = example.substr(example.rfind('=') + 1);
      ++(points == "-" ? c.none : points.find("..") != points.npos ? c.ranges : c.numbers);
    }
  }
  const std::string page =
      base::read_file(std::string(JIHENG_SOURCE_DIR) + "/docs/standard-language.md", 1U << 20U).text;
  for (const auto& [shape, c] : counts) {
    const std::string line = "（" + shape + "） | " + std::to_string(c.texts) + " | " +
                             std::to_string(c.numbers) + " | " + std::to_string(c.ranges) + " | " +
                             std::to_string(c.none) + " |";
    EXPECT_NE(page.find(line), page.npos) << "docs/standard-language.md should say: " << line;
  }
}

TEST(StandardCases, WhatIsPrintedReadsTheSame) {
  for (const Row& row : rows()) {
    const Standard s = parse(row.text, {units(), row.marks});
    if (!s.computable) continue;
    const std::string printed = print(s);
    const Standard again = parse(printed, {units(), row.marks});
    EXPECT_TRUE(same_reading(again, s)) << row.line << ": " << row.text << "\nprinted " << printed << "\n"
                                        << dump(s) << "\n"
                                        << dump(again);
  }
}

TEST(StandardCases, PiecesCoverTheText) {
  for (const Row& row : rows()) {
    const Standard s = parse(row.text, {units(), row.marks});
    std::size_t at = 0;
    for (const Piece& piece : s.pieces) {
      EXPECT_GE(piece.span.offset, at) << row.text;
      for (std::size_t i = at; i < piece.span.offset; i += base::decode_at(row.text, i).bytes) {
        const char32_t c = base::decode_at(row.text, i).value;
        EXPECT_TRUE(base::is_white_space(c) || c == U'“' || c == U'”') << row.text;
      }
      at = piece.span.offset + piece.span.length;
    }
    EXPECT_LE(at, row.text.size());
  }
}

/// One part, one number, nothing open: the clauses as formulas, in order; the first whose 当 holds gives the points, those
/// with a sign are added.
TEST(StandardCases, ClausesAsFormulasGiveTheSamePoints) {
  int compared = 0;
  for (const Row& row : rows()) {
    const Standard s = parse(row.text, {units(), row.marks});
    if (!s.computable || s.parts.size() != 1 || s.needs.size() != 1 || !s.open.empty() || !row.marks)
      continue;
    if (s.needs[0].type == NeedType::yesno || s.needs[0].type == NeedType::choice) continue;
    const std::vector<std::string_view> names = {s.needs[0].name, "分值"};
    for (const std::string& example : split(row.points, '|')) {
      const std::string at = example.substr(0, example.rfind('='));
      const auto answers = read_answers(at, s, units());
      const auto points = answers ? points_at(s, row.marks, *answers) : std::nullopt;
      if (!points || points->low != points->high || !(*answers)[0]) continue;
      const double x = (*answers)[0]->to_double() / (s.needs[0].unit == "%" ? 100 : 1);
      const auto run = [&](const std::string& text) {
        const auto formula = formula::Formula::compile(text, names, {});
        EXPECT_TRUE(formula) << row.text << ": " << text << ": "
                             << (formula.problems.empty() ? "" : formula.problems[0].message);
        if (!formula) return 0.0;
        std::vector<double> values;
        for (const std::string& used : formula->used_names())
          values.push_back(used == "分值" ? row.marks->to_double() : x);
        return formula->evaluate_one(values);
      };
      double base_points = 0;
      double changes = 0;
      bool given = false;
      for (const ClauseText& c : clauses(s)) {
        const bool change = c.points[0] == '+' || c.points[0] == '-';
        if (!change && given) continue;
        if (!c.when.empty() && run(c.when) == 0) continue;
        (change ? changes : base_points) += run(c.points);
        given = given || !change;
      }
      double sum = std::max(0.0, base_points + changes);
      if (!s.parts[0].above_full) sum = std::min(sum, row.marks->to_double());
      EXPECT_NEAR(sum, points->low.to_double(), 1e-9) << row.text << " at " << at;
      ++compared;
    }
  }
  EXPECT_GE(compared, 60);
}

TEST(StandardLimits, TooLongATextOrTooManyClausesAreNotRead) {
  std::string text = "完成率≥90%得5分。";
  while (base::count_characters(text) <= kMaxCharacters) text += "说明文字";
  EXPECT_EQ(parse(text, {units(), {}}).problems.at(0).id, "T404");
  std::string clauses;
  for (std::size_t i = 0; i <= kMaxClauses; ++i) clauses += "做到得1分；";
  const Standard s = parse(clauses, {units(), {}});
  EXPECT_FALSE(s.computable);
  EXPECT_EQ(s.problems.at(0).id, "T404");
}

TEST(StandardLimits, NothingAndBytesThatAreNoTextAreSaid) {
  EXPECT_EQ(parse("", {units(), {}}).problems.at(0).id, "T101");
  EXPECT_EQ(parse("  ", {units(), {}}).problems.at(0).id, "T101");
  EXPECT_EQ(parse("\xff得5分", {units(), {}}).problems.at(0).id, "T103");
}

TEST(StandardAnswers, ANumberWithoutPercentIsNoRate) {
  const Standard s = parse("完成率≥90%得5分，否则不得分", {units(), {}});
  EXPECT_FALSE(read_answers("95", s, units()));
  EXPECT_FALSE(read_answers("0.95", s, units()));
  ASSERT_TRUE(read_answers("95%", s, units()));
  ASSERT_TRUE(read_answers("完成率=95%", s, units()));
  EXPECT_FALSE(read_answers("合格率=95%", s, units()));
}

/// 是 in the cell of the actual value: that all is well, or that it happened. By its name it is sure.
TEST(StandardAnswers, AYesThatTakesPointsIsSaidByName) {
  const Standard bad = parse("专户的开设符合规定。违规开设专户的，不得分。", {units(), base::Decimal(2)});
  ASSERT_EQ(bad.needs.size(), 1U);
  EXPECT_FALSE(read_sure_answers("是", bad, units()));
  EXPECT_FALSE(read_sure_answers("否", bad, units()));
  EXPECT_TRUE(read_sure_answers("违规开设专户=否", bad, units()));
  EXPECT_TRUE(read_answers("否", bad, units()));
  const Standard good = parse("未完成年度计划的扣6分。", {units(), base::Decimal(6)});
  ASSERT_EQ(good.needs.size(), 1U);
  const auto yes = read_sure_answers("是", good, units());
  ASSERT_TRUE(yes);
  EXPECT_EQ(points_at(good, base::Decimal(6), *yes)->low, base::Decimal(6));
}

/// What a need was called before its name was cut from the front, all of its words, and its denial.
TEST(StandardAnswers, ANeedIsCalledByAllOfItsWordsAndByWhatDeniesIt) {
  const Standard s = parse("检查城市道路照明设施建设和大修改造的年度计划以及资金安排的方案，未制定的扣3分。",
                           {units(), base::Decimal(3)});
  ASSERT_EQ(s.needs.size(), 1U);
  const Need& need = s.needs[0];
  EXPECT_EQ(need.name, "施建设和大修改造的年度计划以及资金安排的方案制定");
  EXPECT_EQ(called(need, need.words), Called::yes);
  EXPECT_EQ(called(need, "检查城市道路照明设施建设和大修改造的年度计划以及"), Called::yes);
  EXPECT_EQ(called(need, "年度计划"), Called::no);
  const Standard plan = parse("未完成年度计划的扣6分。", {units(), base::Decimal(6)});
  EXPECT_EQ(called(plan.needs[0], "完成年度计划"), Called::yes);
  EXPECT_EQ(called(plan.needs[0], "未完成年度计划"), Called::denied);
}

}  // namespace
}  // namespace jiheng::standard
