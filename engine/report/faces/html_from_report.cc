// Takes a report, gives a page: a table a Table, a row and its notes one body, so that paper keeps them together.
#include "engine/report/faces/html_from_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/report/charts/html_from_chart.h"
#include "engine/report/texts/html_page.h"

namespace jiheng::report {
namespace {

constexpr std::size_t kShortPage = 4;    ///< headings a page has without a list of contents
constexpr int kListedLevel = 2;          ///< headings down to this one are in it
constexpr std::size_t kNarrowTable = 3;  ///< columns that a phone shows beside each other

std::string classes_of(const Column& column, Mark mark) {
  return html_classes(
      {column.align == Align::right ? "right" : "", column.whole ? "whole" : "", html_class_of(mark)});
}

std::string bar_of(const Bar& bar, std::string_view title, std::string_view text) {
  const base::Decimal share = std::clamp(bar.share, base::Decimal(0), base::Decimal(1));
  const base::Decimal width = share * 100;
  const std::string label = bar.label.empty() ? fmt::format("{} {}", title, text) : bar.label;
  std::string out = fmt::format(
      "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">"
      "<rect class=\"rest\" width=\"100\" height=\"8\"/><rect{} width=\"{}\" "
      "height=\"8\"/></svg>",
      html_attribute(label), html_classes({"part", html_class_of(bar.mark)}),
      width.rounded(2).trimmed().to_string());
  if (!bar.label.empty()) out += fmt::format("<span class=\"label\">{}</span>", html_text(bar.label));
  return out;
}

class HtmlReportWriter {
 public:
  explicit HtmlReportWriter(const Report& report) {
    for (const Block& block : report.blocks) {
      if (const auto* heading = std::get_if<Heading>(&block)) headings_.push_back(heading);
    }
    const auto titles = std::count_if(headings_.begin(), headings_.end(),
                                      [](const Heading* heading) { return heading->level <= 1; });
    several_titles_ = titles > 1;
    for (const Block& block : report.blocks) {
      std::visit([this](const auto& b) { put(b); }, block);
    }
    end_list();
  }

  std::string page() const { return html_page(headings_.empty() ? "绩衡" : headings_.front()->text, body_); }

 private:
  static std::string anchor_of(const Heading& heading, std::size_t index) {
    return heading.anchor.empty() ? fmt::format("s{}", index + 1) : heading.anchor;
  }

  void put(const Heading& heading) {
    end_list();
    if (seen_ == (several_titles_ ? 0 : 1)) put_contents(seen_);
    const int level = std::clamp(heading.level, 1, 6);
    body_ +=
        fmt::format("<h{} id=\"{}\"{}>{}</h{}>\n", level, html_attribute(anchor_of(heading, seen_)),
                    html_classes({heading.anchor.empty() ? "" : "card"}), html_text(heading.text), level);
    above_ = heading.text;
    ++seen_;
  }

  /// From this heading on: a page of one title does not list the title itself.
  void put_contents(std::size_t first) {
    std::string list;
    std::size_t count = 0;
    for (std::size_t i = first; i < headings_.size(); ++i) {
      if (headings_[i]->level > kListedLevel) continue;
      ++count;
      list += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", html_attribute(anchor_of(*headings_[i], i)),
                          html_text(headings_[i]->text));
    }
    if (count < kShortPage) return;
    body_ += "<nav aria-label=\"目录\">\n<ul>\n" + list + "</ul>\n</nav>\n";
  }

  void put(const Paragraph& paragraph) {
    const bool item = paragraph.indent >= 2;
    if (!item) end_list();
    if (item && !in_list_) {
      body_ += "<ul>\n";
      in_list_ = true;
    }
    body_ += fmt::format("<{0}{1}>{2}</{0}>\n", item ? "li" : "p",
                         html_classes({html_class_of(paragraph.mark)}), html_text(paragraph.text));
  }

  void end_list() {
    if (in_list_) body_ += "</ul>\n";
    in_list_ = false;
  }

  void put(const Chart& chart) {
    end_list();
    body_ += html_from_chart(chart, fmt::format("chart{}", ++charts_));
    below_chart_ = true;
  }

  void put(const Table& table) {
    end_list();
    const bool stack = table.columns.size() > kNarrowTable;
    body_ += fmt::format("<div class=\"scroll\">\n<table{}>\n<caption>{}</caption>\n<thead>\n<tr>\n",
                         html_classes({stack ? "stack" : "", below_chart_ && !stack ? "numbers" : ""}),
                         html_text(above_));
    below_chart_ = false;
    for (const Column& column : table.columns) {
      body_ += fmt::format("<th scope=\"col\"{}>{}</th>\n", classes_of(column, Mark::plain),
                           html_text(column.title));
    }
    body_ += "</tr>\n</thead>\n";
    for (const Row& row : table.rows) put_row(table, row);
    body_ += "</table>\n</div>\n";
  }

  void put_row(const Table& table, const Row& row) {
    body_ += "<tbody class=\"row\">\n";
    if (!row.cells.empty()) {
      body_ += "<tr>\n";
      for (std::size_t i = 0; i < row.cells.size(); ++i) put_cell(table.columns[i], row.cells[i]);
      body_ += "</tr>\n";
    }
    for (const Cell& note : row.notes) {
      body_ += fmt::format("<tr class=\"{}\"><td colspan=\"{}\"><span{}>{}</span></td></tr>\n",
                           row.cells.empty() ? "between" : "note", table.columns.size(),
                           html_classes({html_class_of(note.mark)}), html_text(note.text));
    }
    body_ += "</tbody>\n";
  }

  void put_cell(const Column& column, const Cell& cell) {
    std::string content = html_text(cell.text);
    if (!cell.link.empty()) {
      content = fmt::format("<a href=\"#{}\">{}</a>", html_attribute(cell.link), content);
    }
    if (cell.bar) content += bar_of(*cell.bar, column.title, cell.text);
    body_ += fmt::format("<{0}{1}{2} data-title=\"{3}\">{4}</{0}>\n", column.names_row ? "th" : "td",
                         column.names_row ? " scope=\"row\"" : "", classes_of(column, cell.mark),
                         html_attribute(column.title), content);
  }

  std::vector<const Heading*> headings_;
  std::string body_;
  std::string above_;     ///< the heading a table stands below: its caption
  std::size_t seen_ = 0;  ///< headings
  std::size_t charts_ = 0;
  bool below_chart_ = false;  ///< the next table holds the numbers of a chart: it is no wider than they are
  bool several_titles_ = false;
  bool in_list_ = false;
};

}  // namespace

std::string html_from_report(const Report& report) { return HtmlReportWriter(report).page(); }

}  // namespace jiheng::report
