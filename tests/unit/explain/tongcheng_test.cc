// The drafts for the 27 tables of 2023: which rows deviate is worked out by hand from the forms (130% of the target or
// more, or not met), and which reasons name them.
#include <map>
#include <string>

#include "engine/explain/explain.h"
#include "engine/explain/score.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::explain {
namespace {

/// Draft by id of the table.
const std::map<std::string, std::string>& drafts() {
  static const std::map<std::string, std::string> all = [] {
    std::map<std::string, std::string> by_id;
    const model::Scheme scheme = scoring::shipped_scheme("hubei-2023");
    const std::string folder = JIHENG_SOURCE_DIR "/scorecards/2023-tongcheng";
    for (const std::string& path : base::list_files(folder, {".yaml"}, 100).paths) {
      const auto text = base::read_file(path, rulebook::kMaxFileBytes).text;
      const auto cards =
          scoring::value_or_fail(rulebook::scorecards_from_yaml(scoring::source_of(path, text)));
      for (const scoring::CardResult& card : explain::score(scheme, cards, scoring::context())) {
        by_id[card.card->id] = deviation_draft(card);
      }
    }
    return by_id;
  }();
  return all;
}

int blanks(const std::string& draft) {
  int count = 0;
  for (std::size_t at = draft.find(kReasonBlank); at != std::string::npos;
       at = draft.find(kReasonBlank, at + 1)) {
    ++count;
  }
  return count;
}

TEST(Tongcheng, TablesWithoutDeviationSayNone) {
  ASSERT_EQ(drafts().size(), 27U);
  const std::map<std::string, int> blanks_of = {{"dept", 3}, {"p02", 0}, {"p04", 0}, {"p05", 0}, {"p06", 0},
                                                {"p14", 2},  {"p16", 0}, {"p22", 0}, {"p26", 3}};
  for (const auto& [id, draft] : drafts()) {
    const auto expected = blanks_of.find(id);
    if (expected == blanks_of.end()) {
      EXPECT_EQ(draft, "无") << id;
    } else {
      EXPECT_NE(draft, "无") << id;
      EXPECT_EQ(blanks(draft), expected->second) << id << "\n" << draft;
    }
  }
}

TEST(Tongcheng, ANamedReasonIsTakenOver) {
  EXPECT_EQ(drafts().at("p22"),
            "1. 2023 年实际发放丧葬抚恤补贴人数：年初目标值 1500 人，实际完成值 2555 人，完成率 "
            "170.33%，偏离度 +70.33%；"
            "大幅超额，目标可能偏低。原因：2023 "
            "年实际发放丧葬抚恤补贴人数：年初目标按往年数据测算，与全年实际存在差异。");
}

TEST(Tongcheng, AReasonThatNamesNoRowStandsBesideTheBlanks) {
  EXPECT_EQ(
      drafts().at("p14"),
      "1. 审核被征地农民养老保险人数：年初目标值 250 人，实际完成值 358 人，完成率 143.20%，偏离度 +43.20%；"
      "大幅超额，目标可能偏低。原因：〔请填写原因〕。\n"
      "2. 审核被征地农民养老保险金额：年初目标值 1000 万元，实际完成值 1587.6846 万元，完成率 158.77%，"
      "偏离度 +58.77%；大幅超额，目标可能偏低。原因：〔请填写原因〕。\n"
      "表上填的原因没有指明是哪一项：年初目标按往年数据测算，与全年实际存在差异。");
}

TEST(Tongcheng, TheCeilingThatWasPassedIsNotCompleted) {
  EXPECT_NE(
      drafts().at("p26").find("年初目标值 ≤8万元，实际完成值 17.5 万元，为目标值的 218.75%，偏离度 +118.75%；"
                              "未完成。原因：〔请填写原因〕"),
      std::string::npos)
      << drafts().at("p26");
}

}  // namespace
}  // namespace jiheng::explain
