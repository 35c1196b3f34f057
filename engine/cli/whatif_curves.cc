// jiheng whatif --sweep, --solve with --vary, --sensitivity: the cards with the changes of --set -> curves, solutions,
// sensitivities in the face asked for.
#include "engine/app/whatif_curves.h"

#include <fmt/format.h>

#include "engine/cli/result_output.h"
#include "engine/cli/whatif_job.h"
#include "engine/report/faces/job_faces.h"

namespace jiheng::cli {
namespace {

template <class Result>
int write(ResultOutput& output, const WhatifJob& job, const report::JobFaces<Result>& faces,
          const Result& result) {
  return output.show(faces, result) && job.complete ? kNothingToReport : kNotDone;
}

std::vector<app::ArgumentText> texts_of(const Arguments& arguments, const char* option) {
  std::vector<app::ArgumentText> texts;
  for (const std::string& text : arguments.values(option))
    texts.push_back(std::make_shared<const base::Source>(base::Source{option, text}));
  return texts;
}

}  // namespace

int run_sweep(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output) {
  const auto texts = texts_of(arguments, "--sweep");
  if (texts.size() > 2) {
    console.complain(
        bad_argument(fmt::format("扫描的数有 {} 个", texts.size()), "一次扫描一个数，或两个数。"));
    return kNotDone;
  }
  const auto swept = app::sweep_card(job.scores().cards, texts, job.context());
  console.complain(swept.problems);
  if (!swept) return kNotDone;
  return write(output, job, report::sweep_faces(), *swept);
}

int run_solve(const Arguments& arguments, Console& console, const WhatifJob& job, ResultOutput& output) {
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
  return write(output, job, report::solve_faces(), *solved);
}

int run_sensitivity(const Arguments&, Console&, const WhatifJob& job, ResultOutput& output) {
  const auto cards = app::sensitivity_of_cards(job.scores().cards, job.context());
  return write(output, job, report::sensitivity_faces(), cards);
}

}  // namespace jiheng::cli
