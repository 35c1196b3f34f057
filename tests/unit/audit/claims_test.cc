// What score prints about claims, by rules written here: totals, grades, points, reasons a clause asks for.
#include "engine/audit/claims.h"

#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

/// "A101 A203": the claims of one table of these rows, under these rules.
std::string claims(const std::string& scheme_text, const std::vector<std::string>& rows,
                   const std::string& more = "") {
  const bool own_rules = scheme_text.find("规则:") != std::string::npos;
  const model::Scheme scheme = scoring::scheme_from(
      scheme_text + (own_rules ? ""
                               : "规则:\n  - {编号: Q1, 名称: 达标, 当: 达标, 得分: 分值}\n"
                                 "  - {编号: Q2, 名称: 正向, 当: 正向, 得分: 分值*完成值/目标值}\n"));
  const model::Scorecard card = scoring::card_of(rows, more);
  const auto results = explain::score(scheme, {&card, 1}, scoring::context());
  const Batch batch = batch_of(results, {}, scoring::context().units, scoring::context().words,
                               shipped_names(), shipped_years());
  std::string ids;
  for (const Finding& f : claims_of(batch.tables.front())) ids += (ids.empty() ? "" : " ") + f.id;
  return ids;
}

TEST(Claims, TotalAndGrade) {
  const std::string scheme = "等级: {优: 90, 良: 80, 差: 0}\n";
  const auto table = [&](const std::string& more, const std::string& claim) {
    return claims(scheme, {"目标: 100人, 完成: 85人, 分值: 100" + claim}, more);
  };
  EXPECT_EQ(table("自报总分: 85\n自报等级: 良\n", ", 自报得分: 85"), "");
  EXPECT_EQ(table("自报总分: 100\n", ", 自报得分: 85"), "A101");
  EXPECT_EQ(table("自报总分: 100\n", ""), "A103");  // no points of rows to add up
  EXPECT_EQ(table("自报等级: 优\n", ""), "A104");
  EXPECT_EQ(table("自报总分: 100\n", ", 自报得分: 100"), "A203");  // the row says it: not twice
  EXPECT_EQ(table("自报总分: 90\n", ", 自报得分: 90"), "A206");
}

TEST(Claims, OpenRowsAreScoringsToSay) {
  // No figure, yet points: S101 stands in the score; check says A207 instead.
  EXPECT_EQ(claims("", {"目标: 100人, 分值: 100, 自报得分: 100"}), "");
  EXPECT_EQ(claims("", {"目标: 100人, 完成: 较好, 分值: 100, 自报得分: 100"}), "");
  EXPECT_EQ(claims("", {"目标: 100人, 分值: 100, 自报得分: 101"}), "A201");
}

TEST(Claims, AReasonIsAskedForWhereTheRuleAsks) {
  const auto with = [](const std::string& row, const std::string& more) {
    return claims(
        "大幅超额: 130%\n规则:\n  - {编号: Q6, 名称: 超, 当: 大幅超额, 得分: 分值, 须说明: 是}\n"
        "  - {编号: Q1, 名称: 达标, 当: 达标, 得分: 分值}\n  - {编号: Q2, 名称: 比, 当: 正向, 得分: "
        "分值*完成值/目标值}\n",
        {row}, more);
  };
  EXPECT_EQ(with("目标: 500份, 完成: 4824份, 分值: 100", ""), "A301");
  EXPECT_EQ(with("目标: 500份, 完成: 4824份, 分值: 100", "偏差原因: 无\n"), "A306");
  EXPECT_EQ(with("目标: 500份, 完成: 4824份, 分值: 100", "偏差原因: 往年数据测算\n"), "");
  EXPECT_EQ(with("目标: 500份, 完成: 4824份, 分值: 100, 偏差原因: 新增企业", ""), "");
  EXPECT_EQ(with("目标: 10份, 完成: 13份, 分值: 100", ""), "A301");      // exactly 130%
  EXPECT_EQ(with("目标: 6万元, 完成: 7.8万元, 分值: 100", ""), "A301");  // 7.8/6 is below 1.3 as a double
  EXPECT_EQ(with("目标: 100份, 完成: 129份, 分值: 100", ""), "");
  EXPECT_EQ(with("目标: 100份, 完成: 90份, 分值: 100", ""), "");  // missed, but no clause asks
}

TEST(Claims, AClauseMayAskOfARowThatDoesNotDeviate) {
  const auto with = [](const std::string& row, const std::string& more) {
    return claims("规则:\n  - {编号: Q1, 名称: 达标, 当: 达标, 得分: 分值, 须说明: 是}\n", {row}, more);
  };
  EXPECT_EQ(with("目标: ≥90%, 完成: 95%, 分值: 100", ""), "S108");
  EXPECT_EQ(with("目标: ≥90%, 完成: 95%, 分值: 100", "偏差原因: 无\n"), "S108");
  EXPECT_EQ(with("目标: ≥90%, 完成: 95%, 分值: 100, 偏差原因: 按抽样推算", ""), "");
}

// Whatever a batch is checked for, the claims of each of its tables are among it.
TEST(Claims, AreAllAmongTheFindingsOfCheck) {
  for (const char* path : {"samples/findings/A101/bad.check.yaml", "samples/findings/A104/bad.check.yaml",
                           "samples/findings/A106/bad.check.yaml", "samples/findings/A203/bad.check.yaml",
                           "samples/findings/A204/bad.check.yaml", "samples/findings/A205/bad.check.yaml",
                           "samples/findings/A210/bad.check.yaml", "scorecards/2023-tongcheng/p26.yaml",
                           "scorecards/2023-tongcheng/dept.yaml"}) {
    const Audited audited(text_of_file(path));
    const Batch batch = batch_of(audited.results(), {}, scoring::context().units, scoring::context().words,
                                 shipped_names(), shipped_years());
    std::size_t found = 0;
    for (const Table& table : batch.tables) {
      for (const Finding& claim : claims_of(table)) {
        ++found;
        EXPECT_TRUE(
            std::any_of(audited.findings().begin(), audited.findings().end(),
                        [&](const Finding& f) { return f.id == claim.id && f.message == claim.message; }))
            << path << " " << claim.id << " " << claim.message;
      }
    }
    EXPECT_GT(found, 0U) << path;
  }
}

}  // namespace
}  // namespace jiheng::audit
