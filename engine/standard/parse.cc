// Takes a text, gives its standard: folded, in tokens, in clauses, and what these mean.
#include "engine/standard/parse.h"

#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/clauses.h"
#include "engine/standard/read/fold.h"
#include "engine/standard/read/rewrites.h"
#include "engine/standard/read/shape.h"
#include "engine/standard/read/tokens.h"

namespace jiheng::standard {
namespace {

Piece::Role role_of(const Token& t) {
  using Kind = Token::Kind;
  switch (t.kind) {
    case Kind::comma:
    case Kind::list:
    case Kind::semicolon:
    case Kind::stop:
    case Kind::colon:
    case Kind::open:
    case Kind::close:
    case Kind::marker:
      return Piece::Role::separator;
    case Kind::words:
      return Piece::Role::words;
    case Kind::value:
      return Piece::Role::value;
    case Kind::give:
    case Kind::deduct:
    case Kind::add:
    case Kind::header:
    case Kind::cap:
      return Piece::Role::marks;
    case Kind::per:
      return Piece::Role::unit;
    default:
      return Piece::Role::rule;
  }
}

}  // namespace

Standard parse(std::string_view text, const ParseContext& context) {
  Standard out;
  Folded folded;
  switch (folded.read(text)) {
    case FoldStatus::too_long:
      out.problems.push_back({"T404", message_of("T404", {}), {0, 0}});
      out.sure = false;
      return out;
    case FoldStatus::invalid_utf8:
      out.problems.push_back({"T103", message_of("T103", {}), {static_cast<unsigned>(folded.error_at()), 1}});
      out.sure = false;
      return out;
    case FoldStatus::ok:
      break;
  }
  if (folded.size() == 0) {
    out.problems.push_back({"T101", message_of("T101", {}), {0, static_cast<unsigned>(text.size())}});
    out.sure = false;
    return out;
  }
  std::vector<Token> all = tokens(folded, context.units);
  for (const Token& t : all) out.pieces.push_back({role_of(t), folded.span(t.begin, t.end)});
  for (const Token& t : all) {
    if (t.mended)
      out.problems.push_back({"T112", message_of("T112", folded.text().substr(t.begin, t.end - t.begin)),
                              folded.span(t.begin, t.end)});
  }
  units_in_brackets(folded.text(), all, context.units);
  one_unit(all, context.units);
  all = units_behind_marks(folded.text(), std::move(all), context.units);
  all = both_ways_apart(lists_apart(folded.text(), marks_behind(std::move(all))));
  signs_before_names(folded.text(), all);
  Builder builder(folded, context, out);
  builder.build(parts(folded.text(), all));
  builder.guard(all);
  out.shape = shape_of(out);
  if (!out.computable) {
    out.sure = false;
    out.parts.clear();
    if (out.shape != Shape::of_total && out.shape != Shape::of_grade) {
      out.needs.clear();
      out.beyond.clear();
    }
    out.printed_full.reset();
  }
  return out;
}

}  // namespace jiheng::standard
