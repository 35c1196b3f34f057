// jiheng whatif --sweep, --solve with --vary, --sensitivity: the cards with the changes of --set -> curves, solutions,
// sensitivities in the face asked for.
#include "engine/app/whatif_curves.h"

#include <fmt/format.h>

#include <functional>

#include "engine/cli/report_face.h"
#include "engine/cli/result_output.h"
#include "engine/cli/whatif_job.h"
#include "engine/report/faces/csv_from_report.h"
#include "engine/report/json/json.h"
#include "engine/report/pages/whatif_pages.h"

namespace jiheng::cli {
namespace {

/// The faces of one result; each is made only where it is asked for.
struct Faces {
  std::function<report::Report()> page;
  std::function<report::Report()> rows;
  std::function<std::string()> json;
};

int write(const Arguments& arguments, Console& console, const WhatifJob& job, const Faces& faces) {
  const std::string_view format = arguments.value("--format");
  ResultOutput output(arguments, console);
  if (format == "json") {
    output.write(faces.json());
  } else if (format == "csv") {
    output.write(report::csv_from_report(faces.rows()));
  } else {
    output.write(report_face(faces.page(), format, text_options(output, console)));
  }
  return output.finish() && job.complete ? kNothingToReport : kNotDone;
}

std::vector<app::ArgumentText> texts_of(const Arguments& arguments, const char* option) {
  std::vector<app::ArgumentText> texts;
  for (const std::string& text : arguments.values(option))
    texts.push_back(std::make_shared<const base::Source>(base::Source{option, text}));
  return texts;
}

}  // namespace

int run_sweep(const Arguments& arguments, Console& console, const WhatifJob& job) {
  const auto texts = texts_of(arguments, "--sweep");
  if (texts.size() > 2) {
    console.complain(
        bad_argument(fmt::format("扫描的数有 {} 个", texts.size()), "一次扫描一个数，或两个数。"));
    return kNotDone;
  }
  const auto swept = app::sweep_card(job.scores().cards, texts, job.context());
  console.complain(swept.problems);
  if (!swept) return kNotDone;
  return write(
      arguments, console, job,
      {[&] { return report::report_from_sweep(*swept); }, [&] { return report::rows_from_sweep(*swept); },
       [&] { return report::json_from_sweep(*swept); }});
}

int run_solve(const Arguments& arguments, Console& console, const WhatifJob& job) {
  const auto vary = texts_of(arguments, "--vary");
  if (vary.empty()) {
    console.complain(
        bad_argument("没有写变动哪个数", "加上 --vary 指标.完成；几个数按同一比例变动时，写几个 --vary。"));
    return kNotDone;
  }
  const auto solved =
      app::solve_card(job.scores().cards, texts_of(arguments, "--solve").front(), vary, job.context());
  console.complain(solved.problems);
  if (!solved) return kNotDone;
  return write(
      arguments, console, job,
      {[&] { return report::report_from_solve(*solved); }, [&] { return report::rows_from_solve(*solved); },
       [&] { return report::json_from_solve(*solved); }});
}

int run_sensitivity(const Arguments& arguments, Console& console, const WhatifJob& job) {
  const auto cards = app::sensitivity_of_cards(job.scores().cards, job.context());
  return write(arguments, console, job,
               {[&] { return report::report_from_sensitivity(cards); },
                [&] { return report::rows_from_sensitivity(cards); },
                [&] { return report::json_from_sensitivity(cards); }});
}

}  // namespace jiheng::cli
