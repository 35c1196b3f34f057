// Any bytes as a scoring standard: never a crash; the pieces lie in order and do not overlap; every problem, clause and open
// question lies in the text; points are ordered, and what is printed reads again without harm.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "engine/rulebook/load.h"
#include "engine/standard/parse.h"
#include "engine/standard/points.h"

namespace {

using namespace jiheng;  // NOLINT: a program of one function

void require(bool holds, const char* what) {
  if (holds) return;
  std::fputs(what, stderr);
  std::abort();
}

void check(std::string_view text, const standard::ParseContext& context) {
  const standard::Standard s = standard::parse(text, context);
  const auto inside = [&](const base::Span& span) { return span.offset + span.length <= text.size(); };
  std::size_t at = 0;
  for (const standard::Piece& piece : s.pieces) {
    require(piece.span.offset >= at, "pieces overlap\n");
    at = piece.span.offset + piece.span.length;
    require(at <= text.size(), "a piece ends behind the text\n");
  }
  for (const standard::Problem& problem : s.problems) {
    require(inside(problem.span), "a problem lies behind the text\n");
    require(!base::first_invalid_utf8(problem.message), "a message is no UTF-8\n");
  }
  for (const standard::Open& open : s.open)
    require(inside(open.span), "an open piece lies behind the text\n");
  for (const standard::ClauseText& clause : standard::clauses(s))
    require(inside(clause.span), "a clause lies behind the text\n");
  for (const char* answer : {"0", "95%", "3次", "是", "-10%", "100000000000000000", "1/2/3"}) {
    const auto answers = standard::read_answers(answer, s, context.units);
    const auto points = answers ? standard::points_at(s, context.marks, *answers) : std::nullopt;
    if (points) require(points->low <= points->high && points->low.sign() >= 0, "points are no range\n");
  }
  standard::parse(standard::print(s), context);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const auto units = [] {
    const std::string path = std::string(JIHENG_SOURCE_DIR) + "/rules/units.yaml";
    return rulebook::units_from_yaml(
        std::make_shared<const base::Source>(base::Source{path, base::read_file(path, 1U << 22U).text}));
  }();
  require(units.value.has_value(), "rules do not load\n");
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text, {*units, std::nullopt});
  check(text, {*units, base::Decimal(5)});
  return 0;
}
