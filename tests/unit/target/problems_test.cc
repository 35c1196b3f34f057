// Each problem of a cell: what provokes it, that it is reported once at its place, and that it is not
// reported where nothing is wrong.
#include <algorithm>

#include "engine/diag/catalogue.h"
#include "tests/unit/target/cases.h"

namespace jiheng::target {
namespace {

struct Case {
  const char* id;
  const char* cell;
  const char* piece;  ///< what the message is about
  const char* fine;   ///< a neighbour without the problem
};

const Case kCases[] = {
    {"T101", "—", "—", "-1"},
    {"T104", "服务", "服务", "有效服务"},
    {"T105", "1,43人", "1,43", "1,437人"},
    {"T106", "≥1234567890123456789", "1234567890123456789", "≥123456789012345678"},
    {"T106", "≥1.0123456789012345678", "1.0123456789012345678", "≥1.012345678901234567"},
    {"T107", "≥9 5%", "≥9 5%", "≥95%"},
    {"T107", "≤4月", "4月", "≤4个月"},
    {"T107", "1万5", "1万5", "1万5千"},
    {"T108", "20余万人", "20余万", "20万人"},
    {"T108", "几十人", "几十", "十人"},
    {"T109", "≥95%以下", "≥95%以下", "≤95%以下"},
    {"T110", "三分之一", "三分之一", "四分之一"},
    {"T111", "2月30日前", "2月30日", "2月28日前"},
    {"T112", "工95%", "工95%", "95%"},
    {"T113", "290%", "290%", "390%"},
    {"T201", "96%", "96%", "=96%"},
    {"T202", "≥60蒲式耳", "60蒲式耳", "≥60吨"},
    {"T203", "300万", "300万", "300万元"},
    {"T204", "100人/年", "100人/年", "100元/人/年"},
    {"T205", "50%贴息", "贴息", "50%"},
    {"T206", "不适用", "不适用", "—"},
    {"T207", "12月底", "12月底", "12月底前"},
    {"T208", "≥≥95%", "≥≥", "≥95%"},
    {"T209", "95%以上，力争98%以上", "95%以上，力争98%以上", "95%以上"},
    {"T210", "超过95%以上", "超过95%以上", "超过95%"},
    {"T210", "力争≥98%", "力争≥98%", "≥98%"},
    {"T211", "按政策标准执行", "按政策标准执行", "及时执行"},
};

const Problem* find(const Predicate& p, std::string_view id) {
  const auto found =
      std::find_if(p.problems.begin(), p.problems.end(), [id](const Problem& q) { return q.id == id; });
  return found == p.problems.end() ? nullptr : &*found;
}

TEST(Problems, EachIsReportedOnceAtItsPlaceAndOnlyWhereItIs) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  for (const Case& c : kCases) {
    const std::string cell = c.cell;
    const Predicate p = parse(cell, context);
    const Problem* problem = find(p, c.id);
    ASSERT_NE(problem, nullptr) << c.id << " " << cell << " reads " << dump(p);
    EXPECT_EQ(cell.substr(problem->span.offset, problem->span.length), c.piece) << c.id;
    EXPECT_NE(diag::find_entry(c.id), nullptr) << c.id;
    EXPECT_FALSE(problem->message.empty());
    EXPECT_EQ(
        std::count_if(p.problems.begin(), p.problems.end(), [&](const Problem& q) { return q.id == c.id; }),
        1);
    EXPECT_EQ(find(parse(c.fine, context), c.id), nullptr) << c.id << " " << c.fine;
  }
}

TEST(Problems, AHugeCellIsT102AndIsNotRead) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  const std::string huge(50U << 20U, '9');
  const Predicate p = parse(huge, context);
  EXPECT_EQ(p.kind, Kind::unreadable);
  ASSERT_EQ(p.problems.size(), 1U);
  EXPECT_EQ(p.problems[0].id, "T102");
  std::string most;
  for (std::size_t i = 0; i < kMaxCellCharacters; ++i) most += "好";
  EXPECT_EQ(find(parse(most, context), "T102"), nullptr);
  EXPECT_NE(find(parse(most + "好", context), "T102"), nullptr);
}

TEST(Problems, BytesThatAreNoUtf8AreT103WithTheirPlace) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  const Predicate p = parse("≥95\xFF%", context);
  EXPECT_EQ(p.kind, Kind::unreadable);
  ASSERT_EQ(p.problems.size(), 1U);
  EXPECT_EQ(p.problems[0].id, "T103");
  EXPECT_EQ(p.problems[0].span.offset, 5U);
}

TEST(Problems, TheLikelyReadingOfDamageIsOfferedAndNeverUsed) {
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  const Predicate p = parse("工95%", context);
  EXPECT_EQ(p.kind, Kind::unreadable);
  EXPECT_FALSE(p.value);
  EXPECT_NE(find(p, "T112")->message.find("可能是“≥95%”"), std::string::npos);
  // Letters in place of digits leave the sign alone.
  for (const auto& [cell, likely] :
       {std::pair("I0人", "可能是“10”"), std::pair("IO人", "可能是“10”"), std::pair("1O0%", "可能是“100”"),
        std::pair("≥9S%", "可能是“95”"), std::pair("z95%", "可能是“≥95%”")}) {
    const Predicate damaged = parse(cell, context);
    EXPECT_FALSE(damaged.value) << cell;
    EXPECT_NE(find(damaged, "T112")->message.find(likely), std::string::npos) << cell;
  }
}

}  // namespace
}  // namespace jiheng::target
