// The page of a small report, written out by hand; texts that would be markup if they were not escaped.
#include <gtest/gtest.h>

#include "engine/report/faces/html_from_report.h"
#include "engine/report/texts/html_page.h"
#include "tests/unit/report/charts/chart_values.h"

namespace jiheng::report {
namespace {

/// What stands between <main> and </main>.
std::string main_of(const std::string& page) {
  const std::size_t begin = page.find("<main>\n") + 7;
  return page.substr(begin, page.find("</main>") - begin);
}

TEST(HtmlText, EscapesEverythingThatIsMarkup) {
  EXPECT_EQ(html_text("<script>alert(\"1\" & '2')</script>"),
            "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
  EXPECT_EQ(html_text("一\n二"), "一<br>二");
  EXPECT_EQ(html_text("&lt;"), "&amp;lt;");
  EXPECT_EQ(html_text(""), "");
}

TEST(HtmlText, LetsNoControlAndNoInvalidByteThrough) {
  EXPECT_EQ(html_text(std::string_view("a\0b\x1b[2J\x7f", 8)), "a b [2J ");
  EXPECT_EQ(html_text("\xE2\x80\xAE"), " ");  // U+202E turns the direction of writing
  EXPECT_EQ(html_text("\xFF\xB8"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(HtmlAttribute, StaysInItsQuotes) {
  EXPECT_EQ(html_attribute("\" onclick='x'\njavascript:"), "&quot; onclick=&#39;x&#39; javascript:");
}

TEST(HtmlFromReport, WritesTheTree) {
  Table table{{{"指标", Align::left, false, 0, true}, {"得分", Align::right, true}},
              {{{{"培训 <人数>"}, {"1.37", Mark::bad, Bar{decimal("0.45667"), "", Mark::bad}}},
                {{"为什么", Mark::muted}}},
               {{}, {{"年度目标1", Mark::strong}}}}};
  const Report report{{Heading{1, "表 & 题"}, Paragraph{"方案", Mark::muted}, Paragraph{"一", Mark::bad, 2},
                       Paragraph{"二", Mark::plain, 2}, table}};
  const std::string page = html_from_report(report);
  EXPECT_NE(page.find("<title>表 &amp; 题</title>"), std::string::npos);
  EXPECT_EQ(
      main_of(page),
      "<h1 id=\"s1\">表 &amp; 题</h1>\n"
      "<p class=\"muted\">方案</p>\n"
      "<ul>\n"
      "<li class=\"bad\">一</li>\n"
      "<li>二</li>\n"
      "</ul>\n"
      "<div class=\"scroll\">\n<table>\n<caption>表 &amp; 题</caption>\n<thead>\n<tr>\n"
      "<th scope=\"col\">指标</th>\n<th scope=\"col\" class=\"right whole\">得分</th>\n</tr>\n</thead>\n"
      "<tbody class=\"row\">\n<tr>\n"
      "<th scope=\"row\" data-title=\"指标\">培训 &lt;人数&gt;</th>\n"
      "<td class=\"right whole bad\" data-title=\"得分\">1.37"
      "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"得分 "
      "1.37\">"
      "<rect class=\"rest\" width=\"100\" height=\"8\"/><rect class=\"part bad\" width=\"45.67\" "
      "height=\"8\"/></svg>"
      "</td>\n</tr>\n"
      "<tr class=\"note\"><td colspan=\"2\"><span class=\"muted\">为什么</span></td></tr>\n"
      "</tbody>\n"
      "<tbody class=\"row\">\n"
      "<tr class=\"between\"><td colspan=\"2\"><span class=\"strong\">年度目标1</span></td></tr>\n"
      "</tbody>\n"
      "</table>\n</div>\n");
}

TEST(HtmlFromReport, BarsEndAtTheWholeAndAtNothing) {
  for (const auto& [share, width] : {std::pair("9.648", "100"), std::pair("1", "100"), std::pair("-4.4", "0"),
                                     std::pair("0", "0"), std::pair("0.123456", "12.35")}) {
    Table table{{{"完成"}}, {{{{"4824份", Mark::plain, Bar{decimal(share), "完成率 <%>"}}}, {}}}};
    const std::string body = main_of(html_from_report({{table}}));
    EXPECT_NE(body.find(std::string("<rect class=\"part\" width=\"") + width + "\""), std::string::npos)
        << body;
    EXPECT_NE(body.find("<span class=\"label\">完成率 &lt;%&gt;</span>"), std::string::npos) << body;
    EXPECT_NE(body.find("aria-label=\"完成率 &lt;%&gt;\""), std::string::npos) << body;
  }
}

TEST(HtmlFromReport, ListsTheContentsOfALongPage) {
  Report report{{Heading{1, "题"}, Paragraph{"前言"}}};
  for (const char* title : {"一", "二", "三"}) report.blocks.emplace_back(Heading{2, title});
  EXPECT_EQ(html_from_report(report).find("<nav"), std::string::npos);
  report.blocks.emplace_back(Heading{3, "不列"});
  report.blocks.emplace_back(Heading{2, "四", "card1"});
  const std::string body = main_of(html_from_report(report));
  EXPECT_EQ(body.find("<p>前言</p>\n<nav aria-label=\"目录\">\n<ul>\n"
                      "<li><a href=\"#s2\">一</a></li>\n<li><a href=\"#s3\">二</a></li>\n"
                      "<li><a href=\"#s4\">三</a></li>\n<li><a href=\"#card1\">四</a></li>\n</ul>\n</nav>\n"
                      "<h2 id=\"s2\">一</h2>\n"),
            body.find("<p>前言"));
  EXPECT_NE(body.find("<h2 id=\"card1\" class=\"card\">四</h2>"), std::string::npos) << body;
}

TEST(HtmlFromReport, ListsEveryTitleWhereThereAreSeveral) {
  Report report;
  for (const char* title : {"甲", "乙", "丙", "丁"}) report.blocks.emplace_back(Heading{1, title});
  EXPECT_EQ(main_of(html_from_report(report))
                .find("<nav aria-label=\"目录\">\n<ul>\n<li><a href=\"#s1\">甲</a></li>\n"
                      "<li><a href=\"#s2\">乙</a></li>\n"),
            0U);
}

TEST(HtmlPage, ForbidsEverythingButItsStyle) {
  const std::string page = html_page("题", "<p>文</p>\n");
  EXPECT_EQ(page.find("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"), 0U);
  EXPECT_NE(page.find("default-src 'none'; style-src 'sha256-"), std::string::npos);
  EXPECT_EQ(page.find("http:"), std::string::npos);
  EXPECT_EQ(page.find("https:"), std::string::npos);
}

}  // namespace
}  // namespace jiheng::report
