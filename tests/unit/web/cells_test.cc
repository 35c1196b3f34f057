// Cells of the form that are not of a row: typed, refused, emptied, and kept.
#include "tests/unit/web/sessions.h"

namespace jiheng::web {
namespace {

using base::Json;

class Cells : public testing::Test {
 protected:
  Cells() {
    const Json made =
        session_.result("new_table", {{"scheme", "national-2020"}, {"year", 2024}, {"unit", "某局"}});
    table_ = static_cast<std::size_t>(*made.find("line")->find("number")->whole());
  }

  Json edit(const char* field, const char* text) {
    return session_.call("edit", {{"table", table_}, {"field", field}, {"text", text}});
  }
  void put(const char* field, const char* text) {
    EXPECT_NE(edit(field, text).find("result"), nullptr) << field;
  }
  std::string saved() { return session_.output({{"job", "work"}}); }
  /// What stands in the cell of this name.
  std::string shown(const std::string& field) {
    const Json table = session_.result("table", {{"table", table_}});
    for (const Json& cell : table.find("form")->find("cells")->items()) {
      if (text_at(cell, "edit") != field) continue;
      return cell.find("value") == nullptr ? text_at(cell, "text") : text_at(cell, "value");
    }
    ADD_FAILURE() << field;
    return {};
  }

  TestSession session_;
  std::size_t table_ = 0;
};

TEST_F(Cells, WhatIsTypedStandsInTheFileAndComesBack) {
  const std::vector<std::pair<const char*, const char*>> typed = {
      {"表头/主管部门", "某县交通运输局"},
      {"表头/填报日期", "2025-01-20"},
      {"年初预算数", "100"},
      {"资金/当年财政拨款/执行数", "70"},
      {"年度总体目标/1/预期目标", "养护 100 公里"},
      {"年度总体目标/1/实际完成情况", "养护 120 公里"}};
  for (const auto& [field, text] : typed) put(field, text);
  const std::string file = saved();
  for (const auto& [field, text] : typed) {
    EXPECT_EQ(shown(field), text);
    EXPECT_NE(file.find(text), std::string::npos) << field;
  }
  TestSession other;
  other.put_bytes("存.yaml", file);
  other.result("open", {{"paths", std::vector<std::string>{"存.yaml"}}});
  EXPECT_EQ(other.output({{"job", "work"}}), file);
}

TEST_F(Cells, WhatIsNoAmountOrDayChangesNothing) {
  put("资金/当年财政拨款/执行数", "70");
  for (const char* text : {"很多", "-1", "70亩"}) {
    const Json refused = edit("资金/当年财政拨款/执行数", text);
    ASSERT_NE(refused.find("error"), nullptr) << text;
    EXPECT_EQ(text_at(*refused.find("error"), "id"), "W105");
  }
  EXPECT_EQ(shown("资金/当年财政拨款/执行数"), "70");
  EXPECT_EQ(text_at(*edit("表头/填报日期", "二月三十日").find("error"), "id"), "L204");
  for (const char* field : {"年度总体目标/0/预期目标", "年度总体目标/2/预期目标", "年度总体目标/x/预期目标",
                            "年度目标/9/内容", "年度总体目标", "没有这一栏"})
    EXPECT_NE(edit(field, "甲").find("error"), nullptr) << field;
}

TEST_F(Cells, WhatIsEmptiedIsNotKept) {
  const std::string before = saved();
  for (const char* field : {"表头/主管部门", "资金/其他资金/年初预算数", "年度总体目标/1/预期目标"}) {
    put(field, "1");
    EXPECT_NE(saved(), before) << field;
    put(field, "");
    EXPECT_EQ(saved(), before) << field;
  }
}

/// Whether a block of the form has room for one more source of money, and the parts whose names stand in cells.
std::pair<bool, std::vector<std::string>> money_of(const Json& table) {
  std::pair<bool, std::vector<std::string>> out;
  for (const Json& cell : table.find("form")->find("cells")->items()) {
    out.first = out.first || cell.find("more_money") != nullptr;
    const std::string edit = text_at(cell, "edit");
    if (edit.starts_with("资金/") && edit.ends_with("/名称")) out.second.push_back(edit);
  }
  return out;
}

TEST_F(Cells, ASourceOfMoneyIsAddedWhereTheFormHasRoom) {
  using Texts = std::vector<std::string>;
  for (const auto& [scheme, room] :
       std::vector<std::pair<const char*, bool>>{{"hubei-2023", true}, {"national-2020", true}}) {
    const Json made = session_.result("new_table", {{"scheme", scheme}, {"year", 2024}, {"unit", "某局"}});
    const auto table = static_cast<std::size_t>(*made.find("line")->find("number")->whole());
    const std::string before = saved();
    const auto type = [&](const char* field, const char* text) {
      return *session_.result("edit", {{"table", table}, {"field", field}, {"text", text}}).find("table");
    };
    EXPECT_EQ(money_of(*made.find("table")), (std::pair{room, Texts{}})) << scheme;
    EXPECT_EQ(money_of(type("资金/新的资金来源/名称", "新的资金来源")).second,
              Texts{"资金/新的资金来源/名称"});
    EXPECT_EQ(saved(), before) << "without a figure it is not kept";
    EXPECT_EQ(money_of(type("资金/新的资金来源/名称", "省级补助")).second, Texts{"资金/省级补助/名称"});
    type("资金/省级补助/执行数", "30");
    EXPECT_NE(saved().find("省级补助:\n"), std::string::npos);
    EXPECT_NE(saved().find("执行数: 30\n"), std::string::npos);
  }
}

TEST_F(Cells, ATargetInThreeColumnsIsOneTarget) {
  const Json made =
      session_.result("new_table", {{"scheme", "sichuan-2023"}, {"year", 2024}, {"unit", "某局"}});
  const auto table = static_cast<std::size_t>(*made.find("line")->find("number")->whole());
  const auto target = [&](const char* field, const char* text) {
    const Json edited =
        session_.result("edit", {{"table", table}, {"row", 0}, {"field", field}, {"text", text}});
    return text_at(edited.find("table")->find("rows")->items()[0], "target");
  };
  EXPECT_EQ(target("目标符号", "≥"), "≥");
  EXPECT_EQ(target("目标数值", "512.6"), "≥512.6");
  EXPECT_EQ(target("目标单位", "公里"), "≥512.6公里");
  EXPECT_EQ(target("目标符号", "="), "=512.6公里");
  EXPECT_EQ(target("目标数值", "600"), "=600公里");
}

}  // namespace
}  // namespace jiheng::web
