// Takes a report, gives the text of its face. Faces that are no report (json, csv, office files) are each command's.
#include "engine/cli/report_face.h"

#include "engine/report/faces/html_from_report.h"
#include "engine/report/faces/markdown_from_report.h"

namespace jiheng::cli {

report::TextOptions text_options(const ResultOutput& output, const Console& console) {
  return {output.to_file() ? 100 : console.width(), !output.to_file() && console.colour_output()};
}

std::string report_face(const report::Report& report, std::string_view format,
                        const report::TextOptions& options) {
  if (format == "html") return report::html_from_report(report);
  return format == "md" ? report::markdown_from_report(report) : report::text_from_report(report, options);
}

}  // namespace jiheng::cli
