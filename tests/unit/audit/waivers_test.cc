// What a waiver lets pass, what it does not, and what it leaves of a finding with several places.
#include "engine/audit/waivers.h"

#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

model::Waiver waiver(std::string id, std::string table, std::string indicator = "") {
  model::Waiver w;
  w.id.text = std::move(id);
  w.table.text = std::move(table);
  w.indicator.text = std::move(indicator);
  return w;
}

/// A row that missed and has full points (A203), and the total that is then wrong (A101): 40 of 50 claimed as 50.
std::string missed_but_full() {
  return edited(text_of_file("samples/findings/A104/bad.check.yaml"),
                {{"自报得分: 40", "自报得分: 50"}, {"自报等级: 优", "自报等级: 良"}});
}
constexpr const char* kCard = "技能培训补贴";

TEST(Waivers, TakeAwayTheirFindingAndNothingElse) {
  ASSERT_EQ(Audited(missed_but_full()).ids(), "A203 A101");
  const Audited audited(missed_but_full(), {waiver("A203", kCard, "培训人数")});
  EXPECT_EQ(audited.ids(), "A101");
  ASSERT_EQ(audited.waived().size(), 1U);
  EXPECT_EQ(audited.waived()[0].finding.id, "A203");
  EXPECT_EQ(audited.waived()[0].waiver->table.text, kCard);
}

TEST(Waivers, OfATableAsAWhole) {
  const Audited audited(missed_but_full(), {waiver("A101", kCard)});
  EXPECT_EQ(audited.ids(), "A203");
}

TEST(Waivers, ThatMatchNothingAreANote) {
  const std::vector<model::Waiver> near = {
      waiver("A203", kCard),                // the row is not named
      waiver("A203", kCard, "学员满意度"),  // another row
      waiver("A204", kCard, "培训人数"),    // another id
      waiver("A101", kCard, "培训人数"),    // of the table, not of the row
  };
  for (const model::Waiver& w : near) {
    const Audited audited(missed_but_full(), {w});
    EXPECT_EQ(audited.ids(), "A203 A101 A901");
    EXPECT_TRUE(audited.waived().empty());
  }
}

TEST(Waivers, OfTablesThatAreNotThereAreSaidOnce) {
  model::Waiver first = waiver("A203", "p98", "培训人数");
  model::Waiver second = waiver("A101", "p99");
  second.place.line = 7;
  const Audited audited(missed_but_full(), {first, second});
  EXPECT_EQ(audited.ids(), "A203 A101 A901");
  EXPECT_EQ(audited.find("A901")->where.size(), 2U);
}

TEST(Waivers, HoldForTheirFolderOnly) {
  model::Waiver w = waiver("A101", kCard);
  w.folder = "2022/";
  EXPECT_EQ(Audited(missed_but_full(), {w}).ids(), "A203 A101 A901");
  w.folder = "";  // of a card without a folder
  EXPECT_EQ(Audited(missed_but_full(), {w}).ids(), "A203");
}

TEST(Waivers, OfOneOfSeveralTablesTakeThatPlaceAway) {
  const std::string three = text_of_file("samples/findings/A304/bad.check.yaml");
  ASSERT_EQ(Audited(three).find("A304")->where.size(), 3U);
  const Audited two(three, {waiver("A304", "p1")});
  ASSERT_EQ(two.find("A304")->where.size(), 2U);
  EXPECT_EQ(two.find("A304")->where.front().card->id, "p2");
  // One place alone is no stock phrase.
  const Audited one(three, {waiver("A304", "p1"), waiver("A304", "p2")});
  EXPECT_EQ(one.ids().find("A304"), std::string::npos);
  EXPECT_EQ(one.ids().find("A901"), std::string::npos);
}

TEST(Waivers, WithinOneTableTheFirstPlaceStandsForTheWhole) {
  // A107 stands at 预算数, 基本支出 and 项目支出 of one table; S119 is folded over three.
  std::string text = text_of_file("samples/good/hubei-2023.yaml");
  text = edited(text, {{"预算数: 255.5, 执行数: 255.5", "预算数: 55, 执行数: 55"}});
  const Audited plain(text);
  ASSERT_EQ(plain.ids(), "A107");
  const Audited audited(text, {waiver("A107", plain.findings().front().where.front().card->id)});
  EXPECT_EQ(audited.ids(), "");
  ASSERT_EQ(audited.waived().size(), 1U);
  EXPECT_EQ(audited.waived()[0].finding.where.size(), plain.findings().front().where.size());
}

TEST(Waivers, OfAFoldedFindingLeaveAMessageOfThePlacesThatStand) {
  std::string text = text_of_file("samples/good/hubei-2023.yaml");
  for (int i = 0; i < 3; ++i) text = edited(text, {{"年度: 2023", "年度: 2019"}});
  const Audited plain(text);
  const Finding& all = *plain.find("S119");
  const Audited audited(text, {waiver("S119", all.where.front().card->id)});
  ASSERT_EQ(audited.ids(), "S119");
  EXPECT_EQ(audited.find("S119")->where.size(), 2U);
  EXPECT_NE(audited.find("S119")->where.front().card->id, all.where.front().card->id);
}

TEST(Waivers, InRunningTextAreOfAFileAndALine) {
  const auto source = std::make_shared<const base::Source>(base::Source{"2023/公开.txt", ""});
  const Batch batch{
      {}, {}, {}, scoring::context().units, scoring::context().words, shipped_names(), shipped_years()};
  Findings findings(2);
  findings[0] = {"A307", "x", {}, {{{source, 12, 1}, nullptr, nullptr}}, "", ""};
  findings[1] = {"A307", "x", {}, {{{source, 13, 1}, nullptr, nullptr}}, "", ""};
  model::Waiver w;
  w.id.text = "A307";
  w.file.text = "公开.txt";
  w.line = 12;
  const std::vector<model::Waiver> waivers = {w};
  EXPECT_EQ(waive(batch, waivers, findings).size(), 1U);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].where.front().place.line, 13);
}

}  // namespace
}  // namespace jiheng::audit
