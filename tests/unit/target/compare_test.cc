// Verdicts on readings made by hand: what the parser cannot be asked to make, and every figure of a verdict.
// The table tests/cases/verdict.tsv holds cells as people type them.
#include "engine/target/compare.h"

#include <gtest/gtest.h>

namespace jiheng::target {
namespace {

using base::Decimal;

quantity::UnitTable units() {
  quantity::UnitTable t;
  t.add({.name = "元", .dimension = "金额"});
  t.add({.name = "%", .dimension = "比率", .factor = *Decimal::parse("0.01")});
  t.add({.name = "百分点", .dimension = "百分点"});
  t.add({.name = "平方米", .dimension = "面积"});
  t.add({.name = "亩", .dimension = "面积", .factor = 2000, .divisor = 3});
  t.add({.name = "人", .dimension = "计数", .family = "人员"});
  t.add({.name = "件", .dimension = "计数", .family = "案件"});
  t.add({.name = "例", .dimension = "计数", .family = "案件"});
  t.add({.name = "起", .dimension = "计数", .family = "案件"});
  return t;
}

WordTable words() {
  WordTable t;
  t.add({"增长", WordPart::change_verb, "提高", 1, false, false, "上升", false});
  t.add({"下降", WordPart::change_verb, "下降", 1, false, false, "下降", false});
  return t;
}

Predicate amount(Op op, const char* value, std::string unit, std::int64_t scale = 1) {
  Predicate p;
  p.kind = Kind::quantity;
  p.op = op;
  p.value = Decimal::parse(value);
  p.unit = std::move(unit);
  p.scale = scale;
  return p;
}

Predicate range(const char* low, const char* high, std::string unit) {
  Predicate p = amount(Op::in, low, std::move(unit));
  p.kind = Kind::range;
  p.value2 = Decimal::parse(high);
  return p;
}

Predicate text(Kind kind, std::string wording) {
  Predicate p;
  p.kind = kind;
  p.wording = std::move(wording);
  return p;
}

Verdict verdict(const Predicate& target, const Predicate& actual, BareMeaning bare = BareMeaning::at_least) {
  static const quantity::UnitTable kTable = units();
  static const WordTable kWords = words();
  return compare(target, actual, bare, kTable, kWords);
}

std::string ids(const Verdict& v) {
  std::string out;
  for (const Problem& p : v.remarks) out += (out.empty() ? "" : " ") + std::string(p.id);
  return out;
}

// The one false claim of the 27 tables of 2023.
TEST(Compare, SaysWhyACeilingIsBroken) {
  const Verdict v = verdict(amount(Op::le, "8", "元", 10000), amount(Op::none, "17.5", "元", 10000));
  EXPECT_EQ(v.status, Status::missed);
  EXPECT_EQ(v.direction, Direction::lower);
  EXPECT_EQ(v.why, "完成 17.5万元 > 目标上限 8万元，未达标");
  EXPECT_EQ(v.target_value->to_string(), "8");
  EXPECT_EQ(v.actual_value->to_string(), "17.5");
  EXPECT_EQ(v.unit, "万元");
  EXPECT_FALSE(v.bare_target);
  EXPECT_EQ(ids(v), "");
}

TEST(Compare, BringsTheActualToTheTargetsScale) {
  const Verdict v = verdict(amount(Op::le, "900.11", "元", 10000), amount(Op::none, "9001084", "元"));
  EXPECT_EQ(v.status, Status::met);
  EXPECT_EQ(v.actual_value->to_string(), "900.1084");
  EXPECT_EQ(v.why, "完成 9001084元（=900.1084万元） < 目标上限 900.11万元，达标");
}

TEST(Compare, ABareTargetMeansWhatTheSchemeSays) {
  const Predicate target = amount(Op::none, "-4.40", "%");
  const Predicate actual = amount(Op::none, "-4.02", "%");
  EXPECT_EQ(verdict(target, actual, BareMeaning::at_most).status, Status::missed);
  EXPECT_EQ(verdict(target, actual, BareMeaning::at_least).status, Status::met);
  EXPECT_EQ(verdict(target, actual, BareMeaning::exactly).status, Status::missed);
  EXPECT_EQ(verdict(target, actual, BareMeaning::undetermined).status, Status::undetermined);
  EXPECT_EQ(verdict(target, target, BareMeaning::undetermined).status, Status::met);
  const Verdict v = verdict(target, actual, BareMeaning::at_most);
  EXPECT_TRUE(v.bare_target);
  EXPECT_EQ(v.why, "完成 -4.02% > 目标 -4.40%（没写比较号，按“至多”），未达标");
}

TEST(Compare, AnActualGivenAsAnIntervalMustLieInside) {
  EXPECT_EQ(verdict(amount(Op::ge, "90", "%"), amount(Op::ge, "96", "%")).status, Status::met);
  EXPECT_EQ(verdict(amount(Op::ge, "90", "%"), amount(Op::ge, "90", "%")).status, Status::met);
  EXPECT_EQ(verdict(amount(Op::ge, "96", "%"), amount(Op::ge, "90", "%")).status, Status::undetermined);
  EXPECT_EQ(verdict(amount(Op::ge, "96", "%"), amount(Op::lt, "96", "%")).status, Status::missed);
  EXPECT_EQ(verdict(amount(Op::gt, "96", "%"), amount(Op::ge, "96", "%")).status, Status::undetermined);
  EXPECT_EQ(verdict(amount(Op::gt, "96", "%"), amount(Op::gt, "96", "%")).status, Status::met);
  EXPECT_EQ(verdict(amount(Op::ge, "90", "%"), amount(Op::ge, "96", "%")).actual_value->to_string(), "96");
  EXPECT_FALSE(verdict(amount(Op::ge, "90", "%"), amount(Op::le, "96", "%")).actual_value.has_value());
}

TEST(Compare, StrictSignsLeaveTheirNumberOut) {
  const Verdict v = verdict(amount(Op::gt, "97", "%"), amount(Op::none, "97", "%"));
  EXPECT_EQ(v.status, Status::missed);
  EXPECT_EQ(v.why, "完成 97% = 目标下限 97%（不含本数），未达标");
}

TEST(Compare, Ranges) {
  const Predicate target = range("300", "400", "人");
  EXPECT_EQ(verdict(target, amount(Op::none, "300", "人")).status, Status::met);
  EXPECT_EQ(verdict(target, amount(Op::none, "400", "人")).status, Status::met);
  EXPECT_EQ(verdict(target, amount(Op::none, "401", "人")).status, Status::missed);
  EXPECT_EQ(verdict(target, range("310", "390", "人")).status, Status::met);
  EXPECT_EQ(verdict(target, range("390", "410", "人")).status, Status::undetermined);
  const Verdict v = verdict(target, amount(Op::none, "299", "人"));
  EXPECT_EQ(v.status, Status::missed);
  EXPECT_EQ(v.direction, Direction::band);
  EXPECT_EQ(v.target_value2->to_string(), "400");
  EXPECT_EQ(v.why, "完成 299人 在目标 300-400人 之外，未达标");
  // -4.0~-4.5, written with the larger end first.
  EXPECT_EQ(verdict(range("-4.0", "-4.5", "%"), amount(Op::none, "-4.2", "%")).why,
            "完成 -4.2% 在目标 -4.0~-4.5% 之内，达标");
  EXPECT_EQ(verdict(range("-4.0", "-4.5", "%"), amount(Op::none, "-4.2", "%")).target_value->to_string(),
            "-4.5");
}

TEST(Compare, RoundingOfTheCoarserSideIsNoDifference) {
  const Predicate coarse = amount(Op::none, "7.34", "人", 10000);
  const Predicate fine = amount(Op::ge, "73439", "人");
  const Verdict v = verdict(fine, coarse);
  EXPECT_EQ(v.status, Status::met);
  EXPECT_EQ(ids(v), "T305");
  EXPECT_EQ(v.why, "完成 7.34万人（=73400人） < 目标下限 73439人，按印出的位数相同，达标");
  EXPECT_EQ(verdict(amount(Op::ge, "73451", "人"), coarse).status, Status::missed);  // would print 7.35万
  // Two digits are too coarse for that, and figures in one scale are what they are.
  EXPECT_EQ(verdict(amount(Op::le, "8", "元", 10000), amount(Op::none, "83000", "元")).status,
            Status::missed);
  EXPECT_EQ(verdict(amount(Op::le, "8.0", "元", 10000), amount(Op::none, "80400", "元")).status,
            Status::missed);
  EXPECT_EQ(verdict(amount(Op::ge, "95.4", "%"), amount(Op::none, "95", "%")).status, Status::missed);
}

TEST(Compare, UnitsAreConvertedExactly) {
  // 3亩 = 2000平方米.
  const Verdict v = verdict(amount(Op::ge, "3", "亩"), amount(Op::none, "2000", "平方米"));
  EXPECT_EQ(v.status, Status::met);
  EXPECT_EQ(ids(v), "T301");
  EXPECT_EQ(v.actual_value->to_string(), "3");
  EXPECT_EQ(verdict(amount(Op::ge, "3", "亩"), amount(Op::none, "1999.999999", "平方米")).status,
            Status::missed);
  EXPECT_EQ(verdict(amount(Op::le, "2000", "平方米"), amount(Op::none, "3", "亩")).status, Status::met);
}

TEST(Compare, FamiliesWithARemarkOthersNotAtAll) {
  const Verdict v = verdict(amount(Op::none, "250", "件"), amount(Op::none, "317", "例"));
  EXPECT_EQ(v.status, Status::met);
  EXPECT_EQ(ids(v), "T302");
  const Verdict other = verdict(amount(Op::none, "250", "件"), amount(Op::none, "317", "人"));
  EXPECT_EQ(other.status, Status::undetermined);
  EXPECT_EQ(ids(other), "T308");
  EXPECT_EQ(verdict(amount(Op::ge, "5", "%"), amount(Op::none, "6", "百分点")).status, Status::undetermined);
}

TEST(Compare, AMissingUnitIsSaidOrLeftOpen) {
  EXPECT_EQ(ids(verdict(range("300", "400", ""), amount(Op::none, "350", "人"))), "T303");
  EXPECT_EQ(ids(verdict(amount(Op::le, "314", "元", 10000), amount(Op::none, "314", "", 10000))), "T304");
  EXPECT_EQ(verdict(amount(Op::le, "314", "元", 10000), amount(Op::none, "314", "", 10000)).status,
            Status::met);
  EXPECT_EQ(verdict(amount(Op::le, "10", "%"), amount(Op::none, "481.8", "", 10000)).status,
            Status::undetermined);
  // 48.5 beside 50万元: met as 万元 and as 元. 55 is over one and under the other.
  EXPECT_EQ(verdict(amount(Op::le, "50", "元", 10000), amount(Op::none, "48.5", "")).status, Status::met);
  EXPECT_EQ(verdict(amount(Op::le, "50", "元", 10000), amount(Op::none, "55", "")).status,
            Status::undetermined);
  EXPECT_EQ(
      verdict(amount(Op::le, "50", "元", 10000), amount(Op::none, "48.5", "")).actual_value->to_string(),
      "48.5");
  EXPECT_EQ(
      verdict(amount(Op::ge, "1.5", "人", 10000), amount(Op::none, "15234", "")).actual_value->to_string(),
      "1.5234");
  EXPECT_EQ(verdict(amount(Op::ge, "95", "%"), amount(Op::none, "0.96", "")).status, Status::undetermined);
  EXPECT_EQ(ids(verdict(amount(Op::none, "0", "起"), amount(Op::none, "0", ""))), "");
}

TEST(Compare, AboutIsMetByTheSameAboutOnly) {
  EXPECT_EQ(verdict(amount(Op::about, "1800", "人"), amount(Op::none, "1800", "人")).status, Status::met);
  EXPECT_EQ(verdict(amount(Op::about, "1800", "人"), amount(Op::none, "1805", "人")).status,
            Status::undetermined);
  EXPECT_EQ(verdict(amount(Op::about, "1800", "人"), amount(Op::about, "1800", "人")).status, Status::met);
  EXPECT_EQ(verdict(amount(Op::ge, "300", "人"), amount(Op::about, "350", "人")).status,
            Status::undetermined);
}

TEST(Compare, RisesAndFallsMustAgree) {
  Predicate target = amount(Op::ge, "3", "%");
  target.head = "下降";
  Predicate actual = amount(Op::none, "4.02", "%");
  EXPECT_EQ(ids(verdict(target, actual)), "T307");
  EXPECT_EQ(verdict(target, actual).status, Status::met);
  actual.value = Decimal::parse("-4.02");
  EXPECT_EQ(verdict(target, actual).status, Status::undetermined);
  actual.value = Decimal::parse("4.02");
  actual.head = "增长";
  EXPECT_EQ(verdict(target, actual).status, Status::undetermined);
  actual.head = "下降";
  EXPECT_EQ(verdict(target, actual).status, Status::met);
}

TEST(Compare, RatiosByCrossProducts) {
  Predicate target = amount(Op::ge, "1", "比");
  target.value2 = 20;
  Predicate actual = amount(Op::none, "1", "比");
  actual.value2 = 18;
  const Verdict v = verdict(target, actual);
  EXPECT_EQ(v.status, Status::met);
  EXPECT_EQ(v.target_value->to_string(), "0.05");
  actual.value2 = 21;
  EXPECT_EQ(verdict(target, actual).status, Status::missed);
}

TEST(Compare, NothingHappenedIsZeroOnlyWhereZeroMeets) {
  const Verdict v = verdict(amount(Op::lt, "5", "起"), text(Kind::unreadable, "无上访"));
  EXPECT_EQ(v.status, Status::met);
  EXPECT_EQ(ids(v), "T306");
  EXPECT_EQ(verdict(amount(Op::none, "0", "起"), text(Kind::empty, "无")).status, Status::met);
  EXPECT_EQ(verdict(amount(Op::ge, "5", "起"), text(Kind::empty, "无")).status, Status::undetermined);
  EXPECT_EQ(verdict(amount(Op::le, "8", "元", 10000), text(Kind::empty, "无")).status, Status::undetermined);
  EXPECT_EQ(verdict(amount(Op::le, "5", "起"), text(Kind::unreadable, "无法统计")).status,
            Status::undetermined);
}

TEST(Compare, BlanksAndReferencesAreNeverScored) {
  EXPECT_EQ(verdict(amount(Op::ge, "5", "人"), text(Kind::empty, "")).why, "没有实际完成值");
  EXPECT_EQ(verdict(text(Kind::empty, ""), amount(Op::ge, "5", "人")).status, Status::undetermined);
  const Verdict v = verdict(text(Kind::reference, "预算内"), text(Kind::reference, "预算内"));
  EXPECT_EQ(v.status, Status::undetermined);
  EXPECT_NE(v.why.find("照抄"), std::string::npos);
  EXPECT_EQ(verdict(text(Kind::unreadable, ""), amount(Op::none, "5", "人")).status, Status::undetermined);
  EXPECT_EQ(verdict(amount(Op::none, "5", "人"), text(Kind::unreadable, "")).status, Status::undetermined);
}

Predicate day(Op op, Day last, std::optional<Day> first = std::nullopt) {
  Predicate p;
  p.kind = Kind::deadline;
  p.op = op;
  p.last = last;
  p.first = first;
  return p;
}

TEST(Compare, DeadlinesCountTheDaysLate) {
  const Predicate due = day(Op::le, {.month = 11, .day = 30});
  const Verdict late = verdict(due, day(Op::none, {.month = 12, .day = 3}));
  EXPECT_EQ(late.status, Status::missed);
  EXPECT_EQ(late.days_late, 3);
  EXPECT_EQ(late.why, "完成时间 12月3日 在目标 11月30日前（含当日） 之外，晚 3 天，未达标");
  EXPECT_EQ(verdict(due, day(Op::none, {.month = 11, .day = 30})).status, Status::met);
  EXPECT_EQ(verdict(due, due).status, Status::met);
  EXPECT_EQ(verdict(due, day(Op::le, {.month = 12, .day = 31})).status, Status::undetermined);
  EXPECT_EQ(verdict(due, day(Op::in, {.month = 10, .day = 31}, Day{.month = 10, .day = 1})).status,
            Status::met);
  const Verdict assumed =
      verdict(day(Op::le, {.year = 2023, .month = 11, .day = 30}), day(Op::none, {.month = 12, .day = 1}));
  EXPECT_EQ(assumed.days_late, 1);
  EXPECT_EQ(ids(assumed), "T309");
  // Which year the target is of is not known: 10 January 2024 is late for 2023 and early for 2024.
  EXPECT_EQ(verdict(due, day(Op::none, {.year = 2024, .month = 1, .day = 10})).status, Status::undetermined);
  // 次年3月底前 against a day of March without a year: the assessed year's.
  const Predicate next = day(Op::le, {.year_offset = 1, .month = 3, .day = 31});
  EXPECT_EQ(verdict(next, day(Op::none, {.month = 12, .day = 31})).status, Status::met);
  EXPECT_EQ(verdict(next, day(Op::none, {.year_offset = 1, .month = 4, .day = 1})).days_late, 1);
}

TEST(Compare, PeriodsAndDaysThatAreNotSaid) {
  const Predicate october = day(Op::in, {.month = 10, .day = 31}, Day{.month = 10, .day = 1});
  EXPECT_EQ(verdict(october, day(Op::none, {.month = 10, .day = 20})).status, Status::met);
  EXPECT_EQ(verdict(october, day(Op::none, {.month = 11, .day = 1})).status, Status::missed);
  EXPECT_EQ(verdict(october, october).status, Status::met);
  EXPECT_EQ(verdict(october, day(Op::none, {.month = 2, .day = 30})).status, Status::undetermined);
  // The last day of February without a year.
  const Predicate february = day(Op::le, {.month = 2, .day = 28});
  EXPECT_EQ(verdict(february, day(Op::none, {.month = 2, .day = 29})).status, Status::undetermined);
  EXPECT_EQ(verdict(february, day(Op::none, {.month = 3, .day = 1})).days_late, 1);
  Predicate festival = day(Op::le, {});
  festival.wording = "春节前";
  EXPECT_EQ(verdict(festival, day(Op::none, {.month = 1, .day = 5})).status, Status::undetermined);
  EXPECT_EQ(verdict(festival, festival).status, Status::met);
}

Predicate word(std::string wording, Standing standing) {
  Predicate p = text(Kind::qualitative, std::move(wording));
  p.standing = std::move(standing);
  return p;
}

TEST(Compare, WordsByTheirStanding) {
  const Predicate clearly = word("明显提高", {.scale = "提高", .strength = 3, .direction = "上升"});
  const Predicate rises = word("提高", {.scale = "提高", .strength = 1, .direction = "上升"});
  const Predicate falls = word("明显下降", {.scale = "提高", .strength = 3, .direction = "下降"});
  const Predicate not_at_all =
      word("未提高", {.scale = "提高", .strength = 1, .negated = true, .direction = "上升"});
  const Predicate content = word("满意", {.scale = "满意", .strength = 3, .direction = ""});
  EXPECT_EQ(verdict(rises, clearly).status, Status::met);
  EXPECT_EQ(verdict(clearly, rises).status, Status::missed);
  EXPECT_EQ(verdict(clearly, clearly).status, Status::met);
  EXPECT_EQ(verdict(clearly, falls).status, Status::missed);
  EXPECT_EQ(verdict(rises, not_at_all).status, Status::missed);
  EXPECT_EQ(verdict(not_at_all, rises).status, Status::undetermined);
  EXPECT_EQ(verdict(rises, content).status, Status::undetermined);
  const Predicate monthly = word("每月", {.scale = "周期", .direction = ""});
  const Predicate yearly = word("每年", {.scale = "周期", .direction = ""});
  EXPECT_EQ(verdict(monthly, yearly).status, Status::undetermined);  // a scale without order
  EXPECT_EQ(verdict(monthly, monthly).status, Status::met);
  EXPECT_EQ(verdict(word("甲", {}), word("乙", {})).status, Status::undetermined);
  EXPECT_EQ(verdict(word("甲", {}), word("甲", {})).status, Status::met);
  EXPECT_EQ(verdict(clearly, amount(Op::none, "96", "%")).status, Status::undetermined);
}

TEST(Compare, CompositesPartByPart) {
  Predicate target;
  target.kind = Kind::composite;
  target.parts = {amount(Op::ge, "95", "%"), amount(Op::ge, "98", "%")};
  const auto against = [&target](const char* value) {
    return verdict(target, amount(Op::none, value, "%")).status;
  };
  EXPECT_EQ(against("98"), Status::met);
  EXPECT_EQ(against("94"), Status::missed);
  EXPECT_EQ(against("96"), Status::undetermined);  // 95%以上, 力争98%以上
  Predicate actual = target;
  actual.parts = {amount(Op::none, "95", "%"), amount(Op::none, "97", "%")};
  EXPECT_EQ(verdict(target, actual).status, Status::missed);
  actual.parts.pop_back();
  actual.parts.push_back(amount(Op::none, "98", "%"));
  EXPECT_EQ(verdict(target, actual).status, Status::met);
  actual.parts.push_back(amount(Op::none, "98", "%"));
  EXPECT_EQ(verdict(target, actual).status, Status::undetermined);
  actual.parts.clear();
  EXPECT_EQ(verdict(target, actual).status, Status::undetermined);
}

TEST(Compare, NumbersPastTheLimitsAreSaidNotGuessed) {
  const std::string huge(36, '9');
  EXPECT_EQ(verdict(amount(Op::ge, huge.c_str(), "元", 10000), amount(Op::none, "1", "元")).status,
            Status::undetermined);
}

}  // namespace
}  // namespace jiheng::target
