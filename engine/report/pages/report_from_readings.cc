// Takes readings of cells, gives a table. Leaves reading to target.
#include "engine/report/pages/reading_pages.h"

#include <fmt/format.h>

#include "engine/base/text.h"
#include "engine/diag/catalogue.h"
#include "engine/report/texts/level_words.h"

namespace jiheng::report {
namespace {

using target::Kind;
using target::Op;

std::string_view chinese_kind(Kind kind) {
  switch (kind) {
    case Kind::quantity:
      return "定量";
    case Kind::range:
      return "区间";
    case Kind::deadline:
      return "时限";
    case Kind::qualitative:
      return "定性";
    case Kind::boolean:
      return "是否";
    case Kind::reference:
      return "引用";
    case Kind::composite:
      return "多项";
    case Kind::empty:
      return "空";
    case Kind::unreadable:
      break;
  }
  return "看不懂";
}

std::string_view chinese_op(Op op) {
  switch (op) {
    case Op::ge:
      return "不低于 ";
    case Op::le:
      return "不超过 ";
    case Op::gt:
      return "高于 ";
    case Op::lt:
      return "低于 ";
    case Op::eq:
      return "等于 ";
    case Op::about:
      return "约 ";
    case Op::absent:
    case Op::none:
    case Op::in:
      break;
  }
  return "";
}

std::string in_words(const target::Predicate& p);

std::string number_in_words(const target::Predicate& p) {
  std::string_view scale = p.scale == 10000 ? "万" : p.scale == 100000000 ? "亿" : "";
  std::string text = p.value ? p.value->to_string() : std::string();
  if (p.unit == "比" && p.value2)
    return fmt::format("{}{}:{}", chinese_op(p.op), text, p.value2->to_string());
  if (p.kind == Kind::range && p.value2) text += " 至 " + p.value2->to_string();
  return fmt::format("{}{}{}{}{}", p.head, chinese_op(p.op), text, scale, p.unit);
}

std::string deadline_in_words(const target::Predicate& p) {
  if (!p.last || p.last->month == 0) return "没有写明日期";
  std::string last = to_string(*p.last);
  if (p.first) return fmt::format("{} 至 {}", to_string(*p.first), last);
  switch (p.op) {
    case Op::le:
      return last + " 及以前";
    case Op::lt:
      return last + " 以前";
    case Op::ge:
      return last + " 及以后";
    case Op::gt:
      return last + " 以后";
    default:
      return last;
  }
}

/// "“提高”第 3 级": the word's scale and its strength there.
std::string standing_in_words(const target::Predicate& p) {
  if (!p.standing) return p.wording;
  std::string out = fmt::format("{}“{}”", p.standing->negated ? "没有" : "", p.standing->scale);
  if (p.standing->strength > 0) out += fmt::format("第 {} 级", p.standing->strength);
  return out;
}

std::string parts_in_words(const target::Predicate& p) {
  std::string text;
  for (const target::Predicate& part : p.parts) text += (text.empty() ? "" : "；") + in_words(part);
  return text;
}

std::string in_words(const target::Predicate& p) {
  switch (p.kind) {
    case Kind::quantity:
    case Kind::range:
      return number_in_words(p);
    case Kind::deadline:
      return deadline_in_words(p);
    case Kind::qualitative:
      return standing_in_words(p);
    case Kind::boolean:
      return p.answer ? (*p.answer ? "是" : "否") : "";
    case Kind::composite:
      return parts_in_words(p);
    case Kind::reference:
      return "表外的规定，不能计算";
    case Kind::empty:
    case Kind::unreadable:
      break;
  }
  return "";
}

}  // namespace

Report report_from_readings(std::span<const results::Reading> readings) {
  Table table;
  table.columns = {{"原文"},
                   {"种类", Align::left, true},
                   {"读作"},
                   {"把握", Align::left, true},
                   {"提示", Align::left, true}};
  for (const results::Reading& reading : readings) {
    const target::Predicate& p = reading.predicate;
    const bool sure = p.sureness == target::Sureness::sure;
    Row row;
    std::string ids;
    for (const target::Problem& problem : p.problems) {
      ids += (ids.empty() ? "" : " ") + std::string(problem.id);
      const diag::CatalogueEntry* entry = diag::find_entry(problem.id);
      if (entry != nullptr && entry->severity == diag::Severity::note) continue;  // the id says enough
      row.notes.push_back({fmt::format("{} {}", problem.id, problem.message), Mark::bad});
    }
    row.cells = {{reading.text},
                 {std::string(chinese_kind(p.kind)), p.kind == Kind::unreadable ? Mark::bad : Mark::plain},
                 {in_words(p)},
                 {sure ? "确定" : "存疑", sure ? Mark::plain : Mark::unsure},
                 {ids}};
    table.rows.push_back(std::move(row));
  }
  return report_of(std::move(table));
}

}  // namespace jiheng::report
