// Takes a predicate, gives a cell text that reads back as it: parse(print(p)) is p in every field but places.
// A debatable amount or date gets a label in front, which is what makes it debatable again (T205).
#include <fmt/format.h>

#include "engine/target/predicate.h"

namespace jiheng::target {
namespace {

constexpr std::string_view kLabel = "指标值：";

std::string number_text(const std::optional<base::Decimal>& value) {
  return value ? value->to_string() : "0";
}

std::string print_amount(const Predicate& p) {
  std::string out;
  if (p.sureness == Sureness::debatable) out += kLabel;
  out += p.head;
  out += sign_of(p.op);
  out += number_text(p.value);
  if (p.unit == "比" && p.value2) return out + ":" + number_text(p.value2);
  if (p.kind == Kind::range) out += "~" + number_text(p.value2);
  return out.append(scale_word(p.scale)).append(p.unit);
}

std::string print_day(const Day& day) {
  std::string year;
  if (day.year != 0) year = fmt::format("{}年", day.year);
  if (day.year == 0 && day.year_offset > 0) year = "次年";
  if (day.year == 0 && day.year_offset < 0) year = "上年";
  return fmt::format("{}{}月{}日", year, day.month, day.day);
}

std::string print_deadline(const Predicate& p) {
  if (!p.last || p.last->month == 0) return p.wording;
  std::string out;
  if (p.sureness == Sureness::debatable) out += kLabel;
  if (p.first) return out + print_day(*p.first) + "至" + print_day(*p.last);
  out += print_day(*p.last);
  if (p.op == Op::le) out += "前";
  if (p.op == Op::ge) out += "起";
  return out;
}

}  // namespace

std::string_view sign_of(Op op) {
  switch (op) {
    case Op::ge:
      return "≥";
    case Op::le:
      return "≤";
    case Op::gt:
      return ">";
    case Op::lt:
      return "<";
    case Op::eq:
      return "=";
    case Op::about:
      return "≈";
    default:
      return "";
  }
}

std::string_view scale_word(std::int64_t scale) {
  return scale == 10000 ? "万" : scale == 100000000 ? "亿" : "";
}

std::string print(const Predicate& p) {
  switch (p.kind) {
    case Kind::quantity:
    case Kind::range:
      return print_amount(p);
    case Kind::deadline:
      return print_deadline(p);
    case Kind::qualitative:
    case Kind::boolean:
    case Kind::reference:
      return p.wording;
    case Kind::composite: {
      std::string out;
      for (const Predicate& part : p.parts) out += (out.empty() ? "" : "；") + print(part);
      return out;
    }
    case Kind::empty:
      return {};
    case Kind::unreadable:
      return "？";
  }
  return {};
}

}  // namespace jiheng::target
