// Takes predicates, gives their names, the columns of `jiheng parse` and the one-line dump of the table
// tests. Leaves text that reads back to print.cc.
#include "engine/target/predicate.h"

#include <fmt/format.h>

namespace jiheng::target {
namespace {

std::string text_of(const std::optional<base::Decimal>& value) {
  return value ? value->to_string() : std::string();
}

bool has_number(Kind kind) { return kind == Kind::quantity || kind == Kind::range; }

/// Everything of a dump but its certainty.
std::string dump_body(const Predicate& p) {
  std::string out(to_string(p.kind));
  const auto add = [&out](std::string_view word) {
    if (!word.empty()) out.append(" ").append(word);
  };
  switch (p.kind) {
    case Kind::quantity:
      add(to_string(p.op));
      add(p.unit == "比" && p.value2 ? text_of(p.value) + ":" + text_of(p.value2) : text_of(p.value));
      break;
    case Kind::range:
      add(to_string(p.op));
      add(text_of(p.value) + ".." + text_of(p.value2));
      break;
    case Kind::deadline:
      add(to_string(p.op));
      if (p.first && p.last) {
        add(to_string(*p.first) + ".." + to_string(*p.last));
      } else if (p.last) {
        add(to_string(*p.last));
      }
      break;
    case Kind::composite: {
      out += " [";
      for (std::size_t i = 0; i < p.parts.size(); ++i) {
        if (i != 0) out += "; ";
        out += dump_body(p.parts[i]);
      }
      out += "]";
      break;
    }
    default:
      break;
  }
  if (has_number(p.kind)) {
    if (p.scale != 1) add(fmt::format("*{}", p.scale));
    add(p.unit);
  }
  return out;
}

}  // namespace

std::string_view to_string(Kind kind) {
  switch (kind) {
    case Kind::quantity:
      return "quantity";
    case Kind::range:
      return "range";
    case Kind::deadline:
      return "deadline";
    case Kind::qualitative:
      return "qualitative";
    case Kind::boolean:
      return "boolean";
    case Kind::reference:
      return "reference";
    case Kind::composite:
      return "composite";
    case Kind::empty:
      return "empty";
    case Kind::unreadable:
      return "unreadable";
  }
  return "unreadable";
}

std::string_view to_string(Op op) {
  switch (op) {
    case Op::absent:
      return "";
    case Op::none:
      return "none";
    case Op::ge:
      return ">=";
    case Op::le:
      return "<=";
    case Op::gt:
      return ">";
    case Op::lt:
      return "<";
    case Op::eq:
      return "=";
    case Op::about:
      return "~";
    case Op::in:
      return "in";
  }
  return "";
}

std::string_view to_string(Sureness sureness) { return sureness == Sureness::sure ? "sure" : "debatable"; }

std::string to_string(const Day& day) {
  if (day.month == 0) return {};
  const std::string month_day = fmt::format("{:02}-{:02}", day.month, day.day);
  if (day.year != 0) return fmt::format("{:04}-{}", day.year, month_day);
  return day.year_offset == 0 ? month_day : fmt::format("{:+}-{}", day.year_offset, month_day);
}

std::string dump(const Predicate& predicate) {
  return fmt::format("{} {}", dump_body(predicate), to_string(predicate.sureness));
}

Fields fields(const Predicate& p) {
  Fields out;
  out.kind = to_string(p.kind);
  out.certainty = to_string(p.sureness);
  switch (p.kind) {
    case Kind::quantity:
    case Kind::range:
      out.op = to_string(p.op);
      out.value = text_of(p.value);
      out.value2 = text_of(p.value2);
      out.unit = p.unit;
      out.scale = p.scale;
      break;
    case Kind::deadline:
      out.op = to_string(p.op);
      if (p.last) out.value = to_string(*p.last);
      if (p.first) out.value2 = to_string(*p.first);
      break;
    case Kind::composite: {
      out.op = "none";
      bool first = true;
      for (const Predicate& part : p.parts) {
        const Fields f = fields(part);
        if (first) {
          out.op = f.op.empty() ? "none" : f.op;
          out.value = f.value;
          out.unit = f.unit;
          out.scale = f.scale;
        } else {
          if (out.value2.empty() && &part == &p.parts[1]) out.value2 = f.value;
          if (f.op != out.op) out.op = "none";
          if (f.unit != out.unit) out.unit.clear();
          if (f.scale != out.scale) out.scale.reset();
        }
        first = false;
      }
      break;
    }
    default:
      break;
  }
  return out;
}

bool same_reading(const Predicate& a, const Predicate& b) {
  if (a.parts.size() != b.parts.size()) return false;
  for (std::size_t i = 0; i < a.parts.size(); ++i) {
    if (!same_reading(a.parts[i], b.parts[i])) return false;
  }
  return a.kind == b.kind && a.op == b.op && a.sureness == b.sureness && a.scale == b.scale &&
         a.value == b.value && text_of(a.value) == text_of(b.value) && a.value2 == b.value2 &&
         text_of(a.value2) == text_of(b.value2) && a.unit == b.unit && a.head == b.head &&
         a.wording == b.wording && a.last == b.last && a.first == b.first && a.answer == b.answer &&
         a.standing == b.standing;
}

}  // namespace jiheng::target
