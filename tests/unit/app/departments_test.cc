// Units told apart, a summary for each, every table counted once. Sums by hand.
#include "engine/app/departments.h"

#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::app {
namespace {

/// A project table under national-2020: money, points of its one row of 90.
std::string project(const std::string& title, const std::string& head, const std::string& money,
                    const std::string& actual) {
  return "- 类型: 项目\n  年度: 2023\n  项目名称: " + title + "\n" + head + "  预算: {预算数: " + money +
         ", 执行数: " + money + "}\n  绩效指标:\n    - {一级: 产出指标, 二级: 数量指标, 三级: 培训" + title +
         "人数, 目标: ≥100人, 完成: " + actual + "人, 分值: 90}\n";
}

struct Batch {
  model::Scheme scheme = scoring::shipped_scheme("national-2020");
  std::vector<model::Scorecard> tables;
  std::vector<scoring::CardResult> cards;
  std::vector<diag::Diagnostic> problems;
  std::vector<results::DepartmentScores> departments;

  explicit Batch(const std::string& text) : tables(scoring::cards_from("自评表:\n" + text)) {
    cards = explain::score(scheme, tables, scoring::context());
    leave_out_tables_twice(cards, problems);
    put_units_together(cards);
    departments = departments_of(cards, scoring::context(), problems);
  }
  /// "甲局 p1+p2=30" a department: its cards, and the sum of its projects' budgets.
  std::string told() const {
    std::string text;
    for (const results::DepartmentScores& d : departments) {
      text += (text.empty() ? "" : "; ") + d.name + " ";
      for (std::size_t i = 0; i < d.count; ++i)
        text += (i > 0 ? "+" : "") + cards[d.first + i].card->title.text;
      text += "=" + d.roll_up.budget.trimmed().to_string();
    }
    return text;
  }
  std::string said() const {
    std::string text;
    for (const diag::Diagnostic& d : problems) text += (text.empty() ? "" : "; ") + d.id + " " + d.message;
    return text;
  }
};

std::string unit(const std::string& name) { return "  单位名称: " + name + "\n"; }

TEST(Departments, TwoUnitsHaveASummaryEach) {
  const Batch mixed(project("p1", unit("甲局"), "10", "100") + project("q1", unit("乙局"), "5", "50") +
                    project("p2", unit("甲局"), "20", "90") + project("q2", unit("乙局"), "15", "100"));
  EXPECT_EQ(mixed.told(), "甲局 p1+p2=30; 乙局 q1+q2=20");
  EXPECT_EQ(mixed.said(), "");
  // 甲局: (100×10 + (10+81)×20) ÷ 30 = 94; 乙局: ((10+45)×5 + 100×15) ÷ 20 = 88.75
  EXPECT_EQ(mixed.departments[0].roll_up.average->low.to_string(), "94.00");
  EXPECT_EQ(mixed.departments[1].roll_up.average->low.to_string(), "88.75");
}

TEST(Departments, ATableAloneOfItsUnitHasNone) {
  const Batch one(project("p1", unit("甲局"), "10", "100") + project("q1", unit("乙局"), "5", "50") +
                  project("p2", unit("甲局"), "20", "90"));
  EXPECT_EQ(one.told(), "甲局 p1+p2=30");
  EXPECT_EQ(one.cards.back().card->title.text, "q1");
}

TEST(Departments, ProjectsOfOneAuthorityAreOneDepartment) {
  const Batch one(project("p1", unit("县社会保险中心") + "  主管部门: 某县人社局\n", "10", "100") +
                  project("p2", unit("县就业服务中心") + "  主管部门: 人社局\n", "20", "100") +
                  project("p3", unit("某县人社局"), "30", "100"));
  EXPECT_EQ(one.told(), "县社会保险中心 p1+p2+p3=60");
}

TEST(Departments, ANameIsOfTheFirstUnitItEndsInOrThatEndsInIt) {
  const std::string office = "人社局机关";  // the end of both that follow
  const Batch two(project("p1", unit("东" + office), "10", "100") +
                  project("p2", unit("西" + office), "20", "100") + project("p3", unit(office), "30", "100") +
                  project("p4", unit("县西" + office), "40", "100"));
  EXPECT_EQ(two.told(), "东人社局机关 p1+p3=40; 西人社局机关 p2+p4=60");
  // 局 is the end of everything; another year is another unit.
  const Batch apart(project("p1", unit("甲乙局"), "10", "100") + project("p2", unit("局"), "20", "100"));
  EXPECT_EQ(apart.told(), "");
}

TEST(Departments, TablesWithoutAUnitAreOfTheOnlyOne) {
  const Batch one(project("p1", "", "10", "100") + project("p2", unit("甲局"), "20", "100"));
  EXPECT_EQ(one.told(), "甲局 p1+p2=30");
  const Batch none(project("p1", "", "10", "100") + project("p2", "", "20", "100"));
  EXPECT_EQ(none.told(), " p1+p2=30");
  const Batch open(project("p1", "", "10", "100") + project("p2", unit("甲局"), "20", "100") +
                   project("q1", unit("乙局"), "5", "100") + project("q2", unit("乙局"), "5", "100"));
  EXPECT_EQ(open.told(), "乙局 q1+q2=10");  // p1 may be of either
}

TEST(Departments, ATableHandedInTwiceCountsOnce) {
  const std::string table = project("p1", unit("甲局"), "10", "100");
  const Batch twice(table + project("p2", unit("甲局"), "20", "90") + table);
  EXPECT_EQ(twice.told(), "甲局 p1+p2=30");
  EXPECT_EQ(twice.said(), "C112 “p1”的表交了两次，只算一次");
  // 最终版 is no other project.
  std::string last = table;
  last.replace(last.find("项目名称: p1"), std::string("项目名称: p1").size(), "项目名称: p1（最终版）");
  const Batch version(table + last + project("p2", unit("甲局"), "20", "90"));
  EXPECT_EQ(version.told(), "甲局 p1+p2=30");
  // The same name, another unit.
  const Batch other(table + project("p1", unit("乙局"), "10", "100"));
  EXPECT_EQ(other.said(), "");
  EXPECT_EQ(other.cards.size(), 2U);
}

TEST(Departments, TwoVersionsBothCountAndAreSaid) {
  const Batch versions(project("p1", unit("甲局"), "10", "100") + project("p1", unit("甲局"), "10", "80"));
  EXPECT_EQ(versions.cards.size(), 2U);
  EXPECT_EQ(versions.said(), "C112 “p1”有两张不同的表，两张都算了");
  EXPECT_NE(versions.problems.front().why.find("“培训p1人数”的完成值不同"), std::string::npos)
      << versions.problems.front().why;
  // Another year is another table.
  std::string next = project("p1", unit("甲局"), "10", "100");
  next.replace(next.find("2023"), 4, "2022");
  EXPECT_EQ(Batch(project("p1", unit("甲局"), "10", "100") + next).said(), "");
}

TEST(Departments, TwoOwnTablesOfOneYearHaveNoSummary) {
  const auto own = [](const std::string& actual) {
    return "- 类型: 部门\n  编号: d" + actual +
           "\n  年度: 2023\n  单位名称: 甲局\n  预算: {预算数: 9, 执行数: 9}\n"
           "  年度目标:\n    - 名称: 年度目标1\n      绩效指标:\n        - {一级: 产出指标, 二级: 数量指标, "
           "三级: 人数" +
           actual + ", 目标: ≥100人, 完成: " + actual + "人, 分值: 90}\n";
  };
  const Batch two(own("100") + own("90") + project("p1", unit("甲局"), "10", "100"));
  EXPECT_EQ(two.told(), "");
  EXPECT_EQ(two.said(), "C107 “甲局”有 2 张部门整体表，不做部门汇总");
}

}  // namespace
}  // namespace jiheng::app
