// Takes forms, gives a page. What a grid leaves uncovered becomes an empty cell, so that columns stay below each other.
#include "engine/report/forms/html_from_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/report/texts/html_page.h"

namespace jiheng::report {
namespace {

std::string_view class_of(Look look) {
  switch (look) {
    case Look::title:
      return "look-title";
    case Look::note:
      return "look-note";
    case Look::heading:
      return "look-heading";
    case Look::label:
      return "look-label";
    case Look::total:
      return "look-total";
    case Look::value:
      break;
  }
  return {};
}

std::string span_of(std::string_view name, int count) {
  return count > 1 ? fmt::format(" {}=\"{}\"", name, count) : std::string();
}

std::string html_cell_of(const FormCell& cell) {
  const bool heads_column = cell.look == Look::heading;
  const bool heads_row = cell.look == Look::label && cell.columns < 4;
  const bool centred = cell.look == Look::heading || cell.look == Look::label;
  const std::string_view tag = heads_column || heads_row ? "th" : "td";
  return fmt::format("<{0}{1}{2}{3}{4}>{5}</{0}>\n", tag,
                     heads_column ? " scope=\"col\""
                     : heads_row  ? " scope=\"row\""
                                  : "",
                     span_of("rowspan", cell.rows), span_of("colspan", cell.columns),
                     html_classes({class_of(cell.look), html_class_of(cell.mark),
                                   cell.align == Align::right ? "right" : "", centred ? "centre" : ""}),
                     html_text(cell.text));
}

std::string table_of(const Form& form) {
  const int columns = static_cast<int>(form.widths.size());
  std::string out = fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">\n"
      "<table class=\"form\">\n<caption>{1}</caption>\n<tbody>\n",
      html_attribute(form.name), html_text(form.name));
  std::vector<int> covered(static_cast<std::size_t>(std::max(columns, 0)),
                           0);  // a column, up to before this row
  auto next = form.cells.begin();
  for (int row = 0; row < form.rows; ++row) {
    out += "<tr>\n";
    for (int column = 0; column < columns; ++column) {
      if (covered[static_cast<std::size_t>(column)] > row) continue;
      if (next == form.cells.end() || next->row != row || next->column != column) {
        out += "<td></td>\n";
        continue;
      }
      const int last = std::min(column + std::max(next->columns, 1), columns);
      for (int i = column; i < last; ++i)
        covered[static_cast<std::size_t>(i)] = row + std::max(next->rows, 1);
      out += html_cell_of(*next++);
    }
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n</div>\n";
}

}  // namespace

std::string html_from_forms(std::string_view title, std::span<const Form> forms) {
  std::string body;
  std::string list;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string name = html_text(forms[i].name);
    list += fmt::format("<li><a href=\"#form{}\">{}</a></li>\n", i + 1, name);
    if (forms.size() > 1) body += fmt::format("<h2 id=\"form{}\" class=\"card\">{}</h2>\n", i + 1, name);
    body += table_of(forms[i]);
  }
  if (forms.size() > 1) {
    body = fmt::format("<h1>{}</h1>\n<nav aria-label=\"目录\">\n<ul>\n{}</ul>\n</nav>\n", html_text(title),
                       list) +
           body;
  }
  return html_page(title, body);
}

}  // namespace jiheng::report
