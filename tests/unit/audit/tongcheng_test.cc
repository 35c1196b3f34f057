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
    for (model::Scorecard& card : scoring::cards_from(base::read_file(path, load::kMaxFileBytes).text)) {
      all.push_back(std::move(card));
    }
  }
  return all;
}

/// "p26 A204 2023 年发放…": the first place's table, the id, the rows concerned.
std::string line_of(const Finding& f) {
  std::string text = f.where.front().card->id + " " + f.id;
  std::size_t tables = 0;
  const model::Scorecard* last = nullptr;
  for (const Where& w : f.where) {
    if (w.row != nullptr) text += " " + w.row->name.text;
    if (w.card != last) ++tables;
    last = w.card;
  }
  if (tables > 1) text += " " + std::to_string(tables) + "张表";
  return text;
}

TEST(Tongcheng, NothingButWhatIsThere) {
  const Audited audited(tables());
  std::vector<std::string> lines;
  for (const Finding& f : audited.findings()) lines.push_back(line_of(f));
  EXPECT_EQ(lines,
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

}  // namespace
}  // namespace jiheng::audit
