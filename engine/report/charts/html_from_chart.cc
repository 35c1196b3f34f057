// Takes chart data, gives a figure. Leaves the drawing to svg_from_chart.cc.
#include "engine/report/charts/html_from_chart.h"

#include "engine/report/charts/svg_from_chart.h"
#include "engine/report/texts/html_page.h"

namespace jiheng::report {
namespace {

const std::vector<LineMark>* marks_of(const Chart& chart) {
  if (const auto* line = std::get_if<LineChart>(&chart)) return &line->marks;
  if (const auto* histogram = std::get_if<Histogram>(&chart)) return &histogram->marks;
  return nullptr;
}

}  // namespace

std::string html_from_chart(const Chart& chart, const std::string& id) {
  const auto* several = std::get_if<Multiples>(&chart);
  std::string out = "<figure class=\"chart\">\n";
  if (several != nullptr) out += "<p class=\"strong\">" + html_text(several->title) + "</p>\n";
  out += several != nullptr ? "<div class=\"panels\">\n" : "<div class=\"scroll\">\n";
  for (const std::string& picture : svg_from_chart(chart, id)) out += picture;
  out += "</div>\n";
  if (const auto* marks = marks_of(chart); marks != nullptr && !marks->empty()) {
    out += "<ol>\n";
    for (const LineMark& mark : *marks) out += "<li>" + html_text(mark.label) + "</li>\n";
    out += "</ol>\n";
  }
  return out + "</figure>\n";
}

}  // namespace jiheng::report
