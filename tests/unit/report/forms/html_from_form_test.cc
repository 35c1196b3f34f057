// A grid of three rows with cells merged both ways; the rows and columns are counted by hand.
#include <gtest/gtest.h>

#include "engine/report/forms/html_from_form.h"

namespace jiheng::report {
namespace {

FormCell html_form_cell(int row, int column, int rows, int columns, std::string text,
                        Look look = Look::value) {
  FormCell out;
  out.row = row;
  out.column = column;
  out.rows = rows;
  out.columns = columns;
  out.text = std::move(text);
  out.look = look;
  return out;
}

Form small_html_form() {
  Form form;
  form.name = "培训 <1>";
  form.widths = {10, 10, 10};
  form.rows = 3;
  form.cells = {
      html_form_cell(0, 0, 1, 3, "自评表", Look::title), html_form_cell(1, 0, 2, 1, "年度", Look::label),
      html_form_cell(1, 1, 1, 1, "目标", Look::heading), html_form_cell(1, 2, 1, 1, "得分", Look::heading),
      // column 1 of the last row is not covered
      html_form_cell(2, 2, 1, 1, "1.37")};
  form.cells.back().align = Align::right;
  form.cells.back().mark = Mark::bad;
  return form;
}

TEST(HtmlFromForms, KeepsMergedCells) {
  const Form form = small_html_form();
  const std::string page = html_from_forms("题", {&form, 1});
  EXPECT_NE(page.find("<table class=\"form\">\n<caption>培训 &lt;1&gt;</caption>\n<tbody>\n"
                      "<tr>\n<td colspan=\"3\" class=\"look-title\">自评表</td>\n</tr>\n"
                      "<tr>\n<th scope=\"row\" rowspan=\"2\" class=\"look-label centre\">年度</th>\n"
                      "<th scope=\"col\" class=\"look-heading centre\">目标</th>\n"
                      "<th scope=\"col\" class=\"look-heading centre\">得分</th>\n</tr>\n"
                      "<tr>\n<td></td>\n<td class=\"bad right\">1.37</td>\n</tr>\n"
                      "</tbody>\n</table>\n"),
            std::string::npos)
      << page;
  EXPECT_EQ(page.find("<nav"), std::string::npos);
}

TEST(HtmlFromForms, SeveralFormsHaveAList) {
  const std::vector<Form> forms = {small_html_form(), small_html_form()};
  const std::string page = html_from_forms("题 & 目", forms);
  EXPECT_NE(page.find("<h1>题 &amp; 目</h1>\n<nav aria-label=\"目录\">\n<ul>\n"
                      "<li><a href=\"#form1\">培训 &lt;1&gt;</a></li>\n"
                      "<li><a href=\"#form2\">培训 &lt;1&gt;</a></li>\n</ul>\n</nav>\n"
                      "<h2 id=\"form1\" class=\"card\">培训 &lt;1&gt;</h2>\n"),
            std::string::npos)
      << page;
}

TEST(HtmlFromForms, AnEmptyGridIsNoHarm) {
  const Form form;
  EXPECT_NE(html_from_forms("题", {&form, 1}).find("<tbody>\n</tbody>"), std::string::npos);
  EXPECT_NE(html_from_forms("题", {}).find("<main>"), std::string::npos);
}

}  // namespace
}  // namespace jiheng::report
