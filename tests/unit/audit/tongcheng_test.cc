// The 27 tables of a county bureau, 2023, as published. What is right to say about them was judged by reading the tables:
// anything more is a false alarm.
#include "engine/diag/catalogue.h"
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

std::vector<model::Scorecard> tables() {
  std::vector<model::Scorecard> all;
  for (const std::string& path :
       base::list_files(JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng", {".yaml"}, 100).paths) {
    for (model::Scorecard& card : scoring::cards_from(base::read_file(path, rulebook::kMaxFileBytes).text)) {
      all.push_back(std::move(card));
    }
  }
  return all;
}

/// "p26 A204 2023 年发放…": the first place's table, the id, the rows concerned.
std::string line_of(const Finding& f) {
  std::string text = f.where.front().card->id + " " + f.id;
  if (f.id == "A410") text = f.id;  // one cause in every table: how many, not which rows
  std::size_t tables = 0;
  const model::Scorecard* last = nullptr;
  for (const Where& w : f.where) {
    if (w.row != nullptr && f.id != "A410") text += " " + w.row->name.text;
    if (w.card != last) ++tables;
    last = w.card;
  }
  if (tables > 1) text += " " + std::to_string(tables) + "张表";
  return text;
}

/// The findings of the families named, those of A419 left out.
std::vector<std::string> lines_of(const Audited& audited, const std::vector<std::string>& families) {
  std::vector<std::string> lines;
  for (const Finding& f : audited.findings()) {
    const bool wanted = std::any_of(families.begin(), families.end(),
                                    [&](const std::string& family) { return f.id.starts_with(family); });
    if (wanted && f.id != "A419") lines.push_back(line_of(f));
  }
  return lines;
}

TEST(Tongcheng, NothingButWhatIsThere) {
  const Audited audited(tables());
  EXPECT_EQ(lines_of(audited, {"A1", "A2", "A3", "S", "T"}),
            (std::vector<std::string>{
                // 1807.08 + 21468.3 = 23275.38, 预算数 21468.3
                "dept A107",
                // 100 -> 201, 500 -> 4824, 15000 -> 20611, the reason says 无
                "dept A306 受理劳动仲裁办案案例数 为用人单位鉴证劳动合同份数 累计保存人事关系及档案份数",
                "dept A209 27张表",
                // p02-p06, p14, p16, p17, p22, p25, p26
                "p02 A304 11张表",
                // 250 -> 358, 1000 -> 1587.6846, one sentence that names neither
                "p14 A303 审核被征地农民养老保险人数 审核被征地农民养老保险金额",
                // ≤8万元 -> 17.5万元 with its full 3 points
                "p26 A204 2023 年发放符合条件的返乡创业人员一次性创业补贴",
                // 400 -> 621, 20 -> 44, ≤8 -> 17.5, one sentence that names none
                "p26 A303 2023 年度返乡创业人数 2023 年符合条件的返乡创业人员 "
                "2023 年发放符合条件的返乡创业人员一次性创业补贴",
            }));
}

TEST(Tongcheng, BetweenTables) {
  const Audited audited(tables());
  EXPECT_EQ(lines_of(audited, {"A6", "A8"}),
            (std::vector<std::string>{
                // 年初目标值 ≥90% here, ≥96% in the project's table; ≥98% here, ≥90% there
                "dept A601 妥善处置拖欠农民工工资案件清欠率 妥善处置拖欠农民工工资案件清欠率 2张表",
                "dept A601 农民工满意度 农民工满意度 2张表",
                // a project for interviews of 三支一扶 has the cost indicator of the recruitment project p08
                "p09 A607 事业单位公开招聘经费支出 事业单位公开招聘经费支出 2张表",
            }));
}

TEST(Tongcheng, TargetsThatNothingIsMeasuredBy) {
  const Audited audited(tables());
  EXPECT_EQ(
      lines_of(audited, {"A4"}),
      (std::vector<std::string>{
          // 12月底前 -> 12月底前, ≥98% -> ≥98%: in both columns of the form
          "dept A413 事业单位招聘工作完成时效 农民工满意度",
          // under 质量指标; the projects' own tables have the second under 时效指标
          "dept A416 归档及时率",
          "dept A416 面试工作组开展及时率",
          // 提高 alone; all other rows of the kind say 明显提高 or 显著提高
          "dept A402 发挥鼓励高校毕业生面向基层就业的政策导向，加强基层公共服务体系建设，培养一支心向基层、"
          "服务基层、扎根基层的青年人才队伍 "
          "发挥鼓励高校毕业生面向基层就业的政策导向，加强基层公共服务体系建设，培养一支心向基层、"
          "服务基层、扎根基层的青年人才队伍 "
          "发挥鼓励高校毕业生面向基层就业的政策导向，加强基层公共服务体系建设，培养一支心向基层、"
          "服务基层、扎根基层的青年人才队伍 3张表",
          // ≤60日 -> ≤60日
          "p01 A413 劳动能力鉴定申请作出相应结论时间",
          // every project but p10 (for one person), p19 and p20 (a rate): 26 - 3
          "A410 23张表",
          "p03 A413 妥善处置拖欠农民工工资案件清欠率",
          "p06 A413 便民服务大厅正常运行天数 扩面征缴参保覆盖率 扩面征缴完成及时率",
          "p08 A413 事业单位招聘工作完成时效",
          // ≤5.5万元 -> ≤5.5 万元
          "p10 A413 人均补贴标准",
          "p14 A413 被征地农民养老保险服务对象满意度",
          "p19 A413 参保养老保险服务对象满意度",
          // 群体性事件数量 0%: a count in percent
          "p26 A405 因就业问题发生重大群体性事件数量",
          // ≤8万元 under 数量指标; the same table has such money under 成本指标
          "p26 A416 2023 年发放符合条件的返乡创业人员一次性创业补贴",
      }));
}

TEST(Tongcheng, UnitsThatDoNotFit) {
  const Audited audited(tables());
  EXPECT_EQ(lines_of(audited, {"A5"}),
            (std::vector<std::string>{
                // 例数: 100 人
                "dept A505 工伤病残等级鉴定例数",
                // goal 7: 730 万, 300 万, 16800 万, 592.62 万, 481.8 万, 1785.88万, 10 万 in both columns;
                // p22 481.8 万 in both columns, p23 1785.88 万 and p24 314 万 in the second
                "dept A504 弥补工伤保险基金缺口 弥补工伤保险基金缺口 弥补社会养老保险基金缺口 "
                "弥补社会养老保险基金缺口 弥补机关事业单位养老保险兜底补贴 弥补机关事业单位养老保险兜底补贴 "
                "保障 7.34 万到龄人员享受加发基础养老金待遇 保障 7.34 万到龄人员享受加发基础养老金待遇 "
                "保障城乡居民养老保险丧葬抚恤补贴待遇及时足额发放 "
                "保障城乡居民养老保险丧葬抚恤补贴待遇及时足额发放 "
                "保障 7.34 万人城乡居民养老保险县级配套资金待遇及时足额发放 "
                "保障 7.34 万人城乡居民养老保险县级配套资金待遇及时足额发放 "
                "灵活就业及社会保险补贴、求职创业补贴、岗位补贴发放额 "
                "灵活就业及社会保险补贴、求职创业补贴、岗位补贴发放额 "
                "保障待遇及时足额发放 保障待遇及时足额发放 待遇及时足额发放 待遇及时足额发放 4张表",
                // 工作经费: 8500 人
                "p15 A505 机关事业单位养老保险运行工作经费",
                // 250 件, 317 例: both cells
                "p17 A502 处理各类举报投诉案件例数 处理各类举报投诉案件例数",
            }));
}

TEST(Tongcheng, TargetsWithoutASign) {
  // Counted in the printed tables: a bare number that is neither 100% nor 0%. 58 rows, every table has one.
  const std::map<std::string, std::size_t> printed = {
      {"dept", 19}, {"p01", 2}, {"p02", 1}, {"p03", 3}, {"p04", 1}, {"p05", 1}, {"p06", 1},
      {"p07", 2},   {"p08", 2}, {"p09", 1}, {"p10", 2}, {"p11", 1}, {"p12", 1}, {"p13", 1},
      {"p14", 2},   {"p15", 1}, {"p16", 2}, {"p17", 1}, {"p18", 2}, {"p19", 1}, {"p20", 2},
      {"p21", 1},   {"p22", 2}, {"p23", 1}, {"p24", 1}, {"p25", 1}, {"p26", 3}};
  std::map<std::string, std::size_t> found;
  std::vector<std::string> messages;
  const Audited audited(tables());
  for (const Finding& f : audited.findings()) {
    if (f.id != "A419") continue;
    messages.push_back(f.message);
    for (const Where& w : f.where) ++found[w.card->id];
  }
  EXPECT_EQ(found, printed);
  EXPECT_EQ(messages, std::vector<std::string>(
                          {"目标没有比较号：“事业单位工作人员录取人数”“118 人”，27 张表共 58 处"}));
}

}  // namespace
}  // namespace jiheng::audit
