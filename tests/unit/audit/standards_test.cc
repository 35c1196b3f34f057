// A212, A421-A424, A614: the samples of each, and what comes near without being one. Points worked out by hand.
#include "tests/unit/audit/audit_from_yaml.h"

namespace jiheng::audit {
namespace {

std::string sample(const std::string& id, const char* which) {
  return text_of_file("samples/findings/" + id + "/" + which + ".check.yaml");
}

TEST(Standards, EachIsFoundInItsSampleAndNotInItsTwin) {
  for (const char* id : {"A212", "A421", "A422", "A423", "A424", "A614"}) {
    SCOPED_TRACE(id);
    const Audited bad(sample(id, "bad"));
    EXPECT_NE(bad.ids().find(id), std::string::npos) << bad.ids();
    const Audited good(sample(id, "good"));
    EXPECT_EQ(good.ids().find(id), std::string::npos) << good.ids();
  }
}

TEST(Standards, AClaimQuotesThePieceAndTheSum) {
  const Audited bad(sample("A212", "bad"));
  const Finding* f = bad.find("A212");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->message, "“在职人员控制率”得 50 分，按它的评分标准是 35 分");  // 50 - 3×5
  EXPECT_NE(f->why.find("“每超过一个百分点扣5分”扣 15 分"), std::string::npos) << f->why;
}

TEST(Standards, AClaimInsideAllReadingsIsNoFinding) {
  // 101.5%: whole units 45, linear 42.5, started 40
  for (const char* claim : {"45", "42.5", "40"}) {
    const Audited audited(edited(sample("A212", "good"),
                                 {{"103%", "101.5%"}, {"自报得分: 35", std::string("自报得分: ") + claim}}));
    EXPECT_EQ(audited.ids().find("A212"), std::string::npos) << claim << " " << audited.ids();
  }
  const Audited more(edited(sample("A212", "good"), {{"103%", "101.5%"}, {"自报得分: 35", "自报得分: 50"}}));
  EXPECT_NE(more.ids().find("A212"), std::string::npos) << more.ids();
}

}  // namespace
}  // namespace jiheng::audit
