// Names and telephones: every label at every position of every reader, and none of them in anything that comes out.
#include "engine/intake/words/people.h"

#include <gtest/gtest.h>

#include "engine/diag/print.h"
#include "engine/intake/read_document.h"
#include "engine/intake/words/people_labels.h"
#include "engine/report/json/json_from_documents.h"
#include "tests/unit/intake/documents.h"
#include "tests/unit/intake/sheets.h"
#include "tests/unit/office/word_documents.h"

namespace jiheng::intake {
namespace {

constexpr const char* kLabels[] = {"项目负责人",   "项目负责人及电话", "负责人及电话",   "项目联系人及电话",
                                   "联系人",       "联系人及电话",     "联系电话",       "电话",
                                   "负责人",       "单位负责人",       "填表人",         "填报人及联系电话",
                                   "经办人",       "审核人",           "分管领导",       "财务负责人",
                                   "联系人、电话", "负责人/联系电话",  "手机",           "联系方式",
                                   "项目经办人",   "实施单位联系人",   "负责人（签字）", "法定代表人"};

bool of_telephones(const std::string& label) {
  return label == "联系电话" || label == "电话" || label == "手机" || label == "联系方式";
}

/// Everything that comes out: the document as JSON, and every message with the line it points at.
std::string all_of(const diag::Result<Document>& result) {
  std::string out;
  if (result) {
    out = report::json_from_documents(std::span(&*result, 1),
                                      std::vector<SchemeProposal>(result->tables.size()));
    for (const Table& table : result->tables) out += table.place.source ? table.place.source->text : "";
  }
  for (const diag::Diagnostic& problem : result.problems) {
    out += problem.message + problem.why + problem.fix;
    if (problem.place.source) out += problem.place.source->text;
  }
  return out;
}

void expect_hidden(const diag::Result<Document>& result, const std::string& what) {
  const std::string out = all_of(result);
  for (const char* secret : {"张三", "李四", "13800000000", "0719-1234567", "1234567"})
    EXPECT_EQ(out.find(secret), std::string::npos) << secret << " in " << what;
  ASSERT_TRUE(result) << what;
  ASSERT_EQ(result->tables.size(), 1U) << what;
  const Table& table = result->tables[0];
  EXPECT_EQ(table.title.text, "甲项目") << what;
  ASSERT_EQ(table.rows.size(), 1U) << what;
  EXPECT_EQ(table.rows[0].name.text, "培训人数") << what;
  EXPECT_EQ(table.rows[0].target.text, "13800人") << what;
}

std::vector<std::string> values_of(const std::string& label) {
  if (of_telephones(label)) return {"13800000000", "0719-1234567", "（0719）1234567"};
  return {"张三", "张三13800000000", "张三 13800000000", "张三、李四 0719-1234567"};
}

TEST(People, EveryLabelInASheet) {
  const std::string head = "一级指标|二级指标|三级指标|指标值\n";
  const std::string rows = "产出指标|数量指标|培训人数|13800人\n";
  for (const std::string label : kLabels) {
    for (const std::string& value : values_of(label)) {
      const std::string beside = label + "|" + value;
      const std::string glued = label + "：" + value;
      for (const std::string& drawing :
           {"项目自评表\n项目名称|甲项目|" + beside + "\n" + head + rows,
            "项目自评表\n项目名称|甲项目\n" + beside + "\n" + head + rows,
            "项目自评表\n项目名称|甲项目|" + glued + "\n" + head + rows,
            "项目自评表\n项目名称|甲项目 " + glued + "\n" + head + rows,
            "项目自评表\n" + glued + "\n项目名称|甲项目\n" + head + rows,
            "项目自评表\n项目名称|甲项目\n" + head + rows + beside + "\n",
            "项目自评表\n项目名称|甲项目\n" + head + rows + glued + "\n",
            "项目自评表\n项目名称|甲项目\n一级指标|二级指标|三级指标|指标值|" + label +
                "\n产出指标|数量指标|培训人数|13800人|" + value + "\n"}) {
        expect_hidden(read_drawing(drawing), drawing);
      }
    }
  }
}

TEST(People, EveryLabelInATextWithTabs) {
  for (const std::string label : kLabels) {
    for (const std::string& value : values_of(label)) {
      const std::string rows =
          "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t培训人数\t13800人\n";
      for (const std::string& text : {"项目名称\t甲项目\t" + label + "\t" + value + "\n" + rows,
                                      "项目名称\t甲项目\t" + label + "：" + value + "\n" + rows,
                                      "项目名称\t甲项目\n" + label + "\t" + value + "\n" + rows,
                                      "项目名称\t甲项目\n" + rows + label + "\t" + value + "\n",
                                      "项目名称\t甲项目\n" + rows + label + "：" + value + "\n"}) {
        expect_hidden(read_text(text), text);
      }
    }
  }
}

TEST(People, EveryLabelInRunningText) {
  for (const std::string label : kLabels) {
    for (const std::string& value : values_of(label)) {
      const std::string rows = "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 培训人数 13800人\n";
      for (const std::string& text :
           {"项目支出绩效目标表\n项目名称 甲项目 " + label + " " + value + "\n主管部门 甲局\n" + rows,
            "项目支出绩效目标表\n项目名称 甲项目 " + label + "：" + value + "\n" + rows,
            "项目支出绩效目标表\n项目名称\n甲项目\n" + label + "\n" + value + "\n主管部门\n甲局\n" + rows,
            "项目支出绩效目标表\n" + label + "：" + value + "\n项目名称 甲项目\n" + rows,
            "项目支出绩效目标表\n项目名称 甲项目\n" + rows + label + "：" + value + "\n",
            "项目支出绩效目标表\n项目名称 甲项目\n" + rows + label + " " + value + "\n"}) {
        expect_hidden(read_text(text), text);
      }
    }
  }
}

/// Where extraction breaks a label over two lines, with the rest of both lines around it.
TEST(People, LabelsBrokenOverLinesOfAText) {
  const std::string rows = "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 培训人数 13800人\n";
  const std::string title = "项目支出绩效目标表\n";
  for (const std::string& text :
       {title + "项目名称 甲项目\n项目负责\n人\n张三\n主管部门 甲局\n" + rows,
        title + "项目名称 甲项目\n项目负责\n人 张三\n" + rows,
        title + "项目名称 甲项目\n项目负责\n人及电话 张三 13800000000\n" + rows,
        title + "项目名称 甲项目\n联系\n人：张三 联系电话：13800000000\n" + rows,
        title + "项目名称 甲项目 项目负责 张三\n人及电话 13800000000\n" + rows,
        title + "项目名称 甲项目 项目负责人及联 张三\n系电话 13800000000\n" + rows,
        title + "项目名称 甲项目\n" + rows + "填报\n人：李四\n",
        title + "项目名称 甲项目\n" + rows + "分管领\n导 李四 联系电\n话 0719-1234567\n",
        title + "项目名称 甲项目\n联系电\n话\n13800000000\n主管部门 甲局\n" + rows,
        title + "项目名称 甲项目\n联系人：张三 联系电话：13800000000\n" + rows,
        title + "项目名称 甲项目\n填表人：张三填报日期：2024年1月2日\n" + rows,
        title + "项目名称 甲项目 联系人：张三 主管部门：甲局\n" + rows}) {
    expect_hidden(read_text(text), text);
  }
  const std::string grid = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t培训人数\t13800人\n";
  for (const std::string& text : {"项目名称\t甲项目\t项目负责\t张三\n\t\t人及电话\t13800000000\n" + grid,
                                  "项目名称\t甲项目\n联系人及联\t张三\n系电话\t13800000000\n" + grid}) {
    expect_hidden(read_text(text), text);
  }
}

TEST(People, WordsOfTwoLinesThatAreNoLabels) {
  const auto result = read_text("全县项目\n负责人数不少于3人，本年加强联系\n人民群众，培训13800人。\n");
  const std::string out = all_of(result);
  EXPECT_NE(out.find("培训13800人"), std::string::npos);
}

/// The whole way of a file: what comes out, and every message as it is printed, with the line it points at.
std::string printed(const std::string& name, const std::string& bytes) {
  const auto result = read_document(forms(), std::make_shared<const base::Source>(base::Source{name, bytes}));
  std::string out = diag::to_text(result.problems, {});
  if (result) {
    out += report::json_from_documents(std::span(&*result, 1),
                                       std::vector<SchemeProposal>(result->tables.size()));
  }
  return out;
}

void expect_no_people(const std::string& out, const std::string& what) {
  for (const char* secret : {"张三", "李四", "13800000000", "0719-1234567"})
    EXPECT_EQ(out.find(secret), std::string::npos) << secret << " in " << what;
}

TEST(People, EveryLabelInACsvFile) {
  const std::string rows = "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,培训人数,13800人\n";
  for (const std::string label : kLabels) {
    for (const std::string& value : values_of(label)) {
      for (const std::string& text :
           {"项目自评表\n项目名称,甲项目," + label + "," + value + "\n" + rows,
            "项目自评表\n项目名称,甲项目\n\"" + label.substr(0, 3) + "\n" + label.substr(3) + "\"," + value +
                "\n" + rows,
            "项目自评表\n项目名称,甲项目\n" + rows + label + "：" + value + ",,\n",
            "项目自评表\n项目名称,甲项目\n" + rows + "\"" + label + "：" + value + "\",,\n"}) {
        const std::string out = printed("甲.csv", text);
        expect_no_people(out, text);
        EXPECT_NE(out.find("培训人数"), std::string::npos) << text;
      }
    }
  }
}

TEST(People, MessagesAboutACsvFileShowNoLine) {
  for (const char* line : {"项目负责人,张三\"x\",\"电话13800000000\n", "联系人,\"张三 13800000000\n",
                           "填表人：张三,电话,\"13800000000\"分\n", "\"李四\"0719-1234567,联系人\n"}) {
    const std::string text =
        std::string("项目自评表\n项目名称,甲项目\n") + line + "一级指标,二级指标,三级指标,指标值\n";
    expect_no_people(printed("甲.csv", text), text);
  }
  // Other messages: a row without a name, two scores, a unit of money that changes.
  for (const char* rows : {"产出指标,数量指标,,13800人\n联系人,张三 13800000000\n",
                           "产出指标,数量指标,培训人数,13800人\n经办人：李四,0719-1234567\n"}) {
    const std::string text =
        std::string("项目自评表\n项目名称,甲项目,负责人,张三\n一级指标,二级指标,三级指标,指标值\n") + rows;
    expect_no_people(printed("甲.csv", text), text);
  }
}

/// In cells, in a cell over two paragraphs, above the table and below it, in the label broken by a line break.
TEST(People, EveryLabelInAWordFile) {
  using office::c, office::p, office::r, office::tbl, office::tc, office::tr;
  const std::string head = tr(c("一级指标") + c("二级指标") + c("三级指标") + c("指标值"));
  const std::string row = tr(c("产出指标") + c("数量指标") + c("培训人数") + c("13800人"));
  const std::string title = p(r("项目支出绩效自评表"));
  for (const std::string label : kLabels) {
    for (const std::string& value : values_of(label)) {
      const std::string broken =
          "<w:r><w:t>" + label.substr(0, 3) + "</w:t><w:br/><w:t>" + label.substr(3) + "</w:t></w:r>";
      for (const std::string& body :
           {title + tbl(tr(c("项目名称") + c("甲项目") + c(label) + c(value)) + head + row),
            title + tbl(tr(c("项目名称") + c("甲项目") + tc(p(broken)) + c(value)) + head + row),
            title + tbl(tr(c("项目名称") + c("甲项目") + tc(p(r(label + "：")) + p(r(value)))) + head + row),
            title + p(r(label + "：" + value)) + tbl(tr(c("项目名称") + c("甲项目")) + head + row),
            title + tbl(tr(c("项目名称") + c("甲项目")) + head + row) + p(r(label + "：" + value))}) {
        const std::string out = printed("甲.docx", office::docx_of(body));
        expect_no_people(out, body);
        EXPECT_NE(out.find("培训人数"), std::string::npos) << body;
        EXPECT_NE(out.find("甲项目"), std::string::npos) << body;
      }
    }
  }
}

TEST(People, StatementsKeepTheirFiguresAndLoseTheirPeople) {
  for (const char* text : {"本项目负责人：张三，电话：13800000000，全年培训13800人。\n",
                           "全年培训13800人，联系人张三（13800000000）。\n",
                           "联系电话0719-1234567，项目联系人张三，全年培训13800人。\n"}) {
    const auto result = read_text(text);
    const std::string out = all_of(result);
    EXPECT_EQ(out.find("张三"), std::string::npos) << text;
    EXPECT_EQ(out.find("13800000000"), std::string::npos) << text;
    EXPECT_EQ(out.find("1234567"), std::string::npos) << text;
    EXPECT_NE(out.find("13800人"), std::string::npos) << text;
  }
}

TEST(People, WordsLikeLabelsAreNone) {
  for (const char* word :
       {"联系人数", "负责人员", "电话回访率", "审核人次", "接听电话", "服务热线电话", "责任人数量"})
    EXPECT_FALSE(is_person_label(forms(), word)) << word;
  for (const char* text :
       {"项目负责人带队完成培训100人", "电话回访率达到95%", "预算金额13800000000元", "13800人",
        "联系人数≥13800人", "负责人高度重视，完成3场", "手机银行开户13800户", "2023-12-01 12:00",
        "2023-01-01-2023-12-31", "2023-12-01 08:30:00前", "10-2023-1234567"}) {
    const PeopleRow row{{text, 0}};
    EXPECT_TRUE(people_in(forms(), {row}).empty()) << text;
  }
}

TEST(People, BlankValuesTakeNothingOfTheNextField) {
  const auto result = read_drawing(
      "项目自评表\n项目名称|甲项目|项目负责人||实施单位|乙中心\n联系电话|||主管部门|甲局\n"
      "一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|培训人数|13800人\n");
  ASSERT_EQ(result->tables.size(), 1U);
  EXPECT_EQ(result->tables[0].unit.text, "乙中心");
  EXPECT_EQ(result->tables[0].header.back().second.text, "甲局");
}

}  // namespace
}  // namespace jiheng::intake
