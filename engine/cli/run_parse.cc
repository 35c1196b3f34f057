// jiheng parse: cells from the arguments or standard input -> readings, in batches, so that memory stays
// small.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "engine/app/parse_cells.h"
#include "engine/app/parse_standards.h"
#include "engine/base/text.h"
#include "engine/cli/commands.h"
#include "engine/cli/data_folders.h"
#include "engine/cli/exit_code.h"
#include "engine/cli/result_output.h"
#include "engine/quantity/bounds.h"
#include "engine/report/faces/job_faces.h"
#include "engine/standard/parse.h"
#include "engine/target/parse.h"

namespace jiheng::cli {
namespace {

constexpr std::size_t kBatch = 4096;
/// Bytes of a line that are kept: one more character than a cell or a standard may have, so that a longer one is
/// still too long.
constexpr std::size_t kKeptBytes = 4 * (std::max(target::kMaxCellCharacters, standard::kMaxCharacters) + 1);

/// Lines of standard input, without their ends; of a line that is far too long only the beginning is kept.
class InputLines {
 public:
  /// False at the end. A last line without a line end counts, an empty rest does not.
  bool next(std::string& line) {
    line.clear();
    bool any = false;
    for (;;) {
      if (at_ == size_ && !refill()) return any;
      any = true;
      const char* begin = block_ + at_;
      const char* end = std::find(begin, static_cast<const char*>(block_ + size_), '\n');
      const auto piece = static_cast<std::size_t>(end - begin);
      line.append(begin, std::min(piece, kKeptBytes - std::min(line.size(), kKeptBytes)));
      at_ += piece;
      if (at_ < size_) {
        ++at_;
        if (line.ends_with('\r')) line.pop_back();
        return true;
      }
    }
  }
  int error() const { return error_; }

 private:
  bool refill() {
    ssize_t n = 0;
    do {
      n = ::read(STDIN_FILENO, block_, sizeof block_);
    } while (n < 0 && errno == EINTR);
    if (n < 0) error_ = errno;
    at_ = 0;
    size_ = n > 0 ? static_cast<std::size_t>(n) : 0;
    return size_ > 0;
  }

  char block_[1U << 16U];
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  int error_ = 0;
};

/// A cut line may end inside a character: that half is no fault of the user's.
void drop_half_character(std::string& line) {
  if (line.size() < kKeptBytes) return;
  const auto invalid = base::first_invalid_utf8(line);
  if (invalid && *invalid + 4 > line.size()) line.resize(*invalid);
}

/// Hands the texts of the command line or of standard input to `put`, in batches. False: complained.
template <class Put>
bool each_batch(const Arguments& arguments, Console& console, const ResultOutput& output, const Put& put) {
  if (arguments.operands != std::vector<std::string>{"-"}) {
    put(arguments.operands);
    return true;
  }
  InputLines lines;
  std::vector<std::string> batch;
  bool any = false;
  for (std::string line; !output.broken() && lines.next(line);) {
    drop_half_character(line);
    batch.push_back(line);
    any = true;
    if (batch.size() == kBatch) put(std::exchange(batch, {}));
  }
  if (lines.error() != 0) {
    console.complain(
        diag::Diagnostic{"C101", "标准输入没有读完", "", "确认送来内容的程序没有出错，再试一次。", {}});
    return false;
  }
  if (!batch.empty()) {
    put(std::move(batch));
  } else if (!any) {
    console.complain(diag::Diagnostic{"C104", "标准输入是空的", "", "一行写一格；空行也是一格。", {}});
    return false;
  }
  return true;
}

/// Reads batches by `read` and shows them in `face`; counts the problems `problems_of` names.
template <class FaceOf, class Read, class ProblemsOf>
int show_batches(const Arguments& arguments, Console& console, ResultOutput& output, const FaceOf& face,
                 const Read& read, const ProblemsOf& problems_of) {
  ExitCode code(arguments);
  bool first = true;
  const bool done = each_batch(arguments, console, output, [&](std::vector<std::string> texts) {
    const auto readings = read(std::move(texts));
    if (first) output.write(face.opening);
    output.write(face.batch(readings, first, output.text_options()));
    first = false;
    for (const auto& reading : readings) {
      for (const auto& problem : problems_of(reading)) code.count(problem.id);
    }
  });
  if (!done) return kNotDone;
  output.write(face.closing);
  return output.finish() ? code.value() : kNotDone;
}

/// What --standard, --marks and --at ask for. nullopt: complained.
std::optional<app::StandardRequest> standard_request(const Arguments& arguments, Console& console) {
  app::StandardRequest request;
  if (!arguments.has("--standard")) {
    for (const std::string_view option : {"--marks", "--at"}) {
      if (!arguments.has(option)) continue;
      console.complain(
          bad_argument(fmt::format("{} 只和 --standard 一起用", option), "加上 --standard，或去掉它。"));
      return std::nullopt;
    }
    return request;
  }
  for (const std::string_view option : {"--actual", "--year", "--level2"}) {
    if (!arguments.has(option)) continue;
    console.complain(bad_argument(fmt::format("{} 不能和 --standard 一起用", option),
                                  "评分标准自己说明要什么数，去掉它。"));
    return std::nullopt;
  }
  if (arguments.has("--marks")) {
    request.marks = base::Decimal::parse(arguments.value("--marks"));
    if (!request.marks || request.marks->sign() <= 0 || !quantity::in_bounds(*request.marks)) {
      console.complain(bad_argument(fmt::format("分值不能是“{}”", arguments.value("--marks")),
                                    "写大于 0 的数，如 --marks 5。"));
      return std::nullopt;
    }
  }
  request.at = arguments.values("--at");
  return request;
}

}  // namespace

int run_parse(const Arguments& arguments, Console& console) {
  app::ParseRequest request{arguments.has("--actual"), {}, std::string(arguments.value("--level2"))};
  const auto year = year_argument(arguments);
  console.complain(year.problems);
  if (!year) return kNotDone;
  request.year = *year;
  const auto standard = standard_request(arguments, console);
  if (!standard) return kNotDone;
  if (arguments.operands.empty()) {
    console.complain(diag::Diagnostic{
        "C104", "没有要读的文字", "", "写出目标值，如 jiheng parse '≥96%'；或写“-”，从标准输入读。", {}});
    return kNotDone;
  }
  auto output = ResultOutput::open(arguments, console, report::reading_faces().words);
  if (!output) return kNotDone;
  const std::string folder = rules_folder(arguments);
  console.remark(fmt::format("规则文件夹：{}", folder));
  const auto language = rulebook::load_language(folder);
  console.complain(language.problems);
  if (!language) return kNotDone;

  if (arguments.has("--standard")) {
    return show_batches(
        arguments, console, *output, report::standard_faces().at(output->format()),
        [&](std::vector<std::string> texts) {
          return app::parse_standards(std::move(texts), *language, *standard);
        },
        [](const results::StandardReading& reading) -> const auto& { return reading.standard.problems; });
  }
  return show_batches(
      arguments, console, *output, report::reading_faces().at(output->format()),
      [&](std::vector<std::string> cells) { return app::parse_cells(std::move(cells), *language, request); },
      [](const results::Reading& reading) -> const auto& { return reading.predicate.problems; });
}

}  // namespace jiheng::cli
