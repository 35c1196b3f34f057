// Takes a row with its own 评分标准 and the pieces of it that gave points, gives the sentence. The pieces are quoted as printed.
#include "engine/explain/standard_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::explain {
namespace {

using base::Decimal;
using scoring::figure;
using scoring::StandardRow;
using standard::Applied;
using standard::NeedType;
using From = StandardRow::From;

constexpr std::size_t kMaxPieceCharacters = 60;

std::string quoted_piece(const model::Indicator& indicator, const base::Span& span) {
  const std::string piece = standard_piece(indicator, span);
  return piece.empty() ? piece : fmt::format("“{}”", piece);
}

std::string range_words(const standard::Points& p) {
  return p.low == p.high ? figure(p.high) : fmt::format("{} 至 {}", figure(p.low), figure(p.high));
}

std::string_view from_words(From from) {
  switch (from) {
    case From::verdict:
      return "（对照目标）";
    case From::budget:
      return "（预算）";
    case From::data:
      return "（计算数据）";
    default:
      return {};
  }
}

std::string answer_words(const standard::Need& need, const Decimal& answer) {
  if (need.type == NeedType::yesno) return answer.is_zero() ? "否" : "是";
  if (need.type == NeedType::choice) {
    const auto option = static_cast<std::size_t>(answer.to_double());
    return option < need.options.size() ? need.options[option] : std::string();
  }
  return answer.trimmed().to_string() + need.unit;
}

std::string answers_words(const StandardRow& row) {
  std::string out;
  for (std::size_t i = 0; i < row.answers.size(); ++i) {
    if (!row.answers[i]) continue;
    const standard::Need& need = row.standard.needs[i];
    out += fmt::format("{}{} {}{}", out.empty() ? "" : "，", need.name, answer_words(need, *row.answers[i]),
                       from_words(row.from[i]));
  }
  return out;
}

bool is_beyond_the_row(const Applied& a) {
  return a.kind == Applied::Kind::of_total || a.kind == Applied::Kind::of_grade;
}

/// What holds of the total and of the grade, which a person sees to.
std::string beyond_words(const StandardRow& row, const model::Indicator& indicator) {
  std::string out;
  for (const Applied& a : row.applied) {
    if (!is_beyond_the_row(a)) continue;
    out += quoted_piece(indicator, a.span);
    out += a.kind == Applied::Kind::of_total
               ? fmt::format("说的是总分，这一行不变，由人在总分里加减 {} 分；", range_words(a.points))
               : "说的是等级，这一行不变，由人定等级；";
  }
  return out;
}

std::string applied_words(const StandardRow& row, const model::Indicator& indicator, const Decimal& full) {
  std::string out;
  const bool given = std::any_of(row.applied.begin(), row.applied.end(), [](const Applied& a) {
    return a.kind == Applied::Kind::gives || a.kind == Applied::Kind::nothing ||
           a.kind == Applied::Kind::instead;
  });
  if (!given) out = fmt::format("满分 {} 分", figure(row.standard.printed_full.value_or(full)));
  for (const Applied& a : row.applied) {
    const bool begins = a.kind == Applied::Kind::gives && a.points.high.is_zero() &&
                        std::any_of(row.applied.begin(), row.applied.end(), [&a](const Applied& other) {
                          return other.kind == Applied::Kind::adds && other.span.offset == a.span.offset;
                        });
    if (begins || is_beyond_the_row(a)) continue;  // 每…得1分: from nothing
    if (!out.empty()) out += "，";
    out += quoted_piece(indicator, a.span);
    switch (a.kind) {
      case Applied::Kind::takes:
        out += fmt::format("扣 {} 分", range_words(a.points));
        break;
      case Applied::Kind::adds:
        out += fmt::format("加 {} 分", range_words(a.points));
        break;
      case Applied::Kind::nothing:
        out += "不得分";
        break;
      case Applied::Kind::of_total:
      case Applied::Kind::of_grade:
        break;
      case Applied::Kind::gives:
      case Applied::Kind::instead:
        out += fmt::format("得 {} 分", range_words(a.points));
        break;
    }
  }
  return out;
}

}  // namespace

std::string standard_words(const StandardRow& row, const model::Indicator& indicator, const Decimal& full) {
  const std::vector<std::string> missing = scoring::unanswered(row);
  std::string out = answers_words(row);
  const bool nothing_known = out.empty() && !missing.empty();
  if (!out.empty()) out += "；";
  if (!nothing_known) out += beyond_words(row, indicator) + applied_words(row, indicator, full);
  const bool open = row.points && row.points->low != row.points->high;
  if (!open) return out;
  if (!missing.empty())
    out += fmt::format("{}没有填：{}", nothing_known ? "" : "；", fmt::join(missing, "、"));
  if (row.or_answers) out += "；完成率可以是完成值本身，也可以是完成值÷目标值";
  for (const standard::Open& o : row.standard.open)
    out += fmt::format("；{}没有说死：{}", quoted_piece(indicator, o.span), fmt::join(o.readings, "，或"));
  for (const standard::Problem& p : row.standard.problems) {
    if (p.id == "T405") out += "；" + p.message.substr(0, p.message.rfind("。"));
  }
  return out;
}

std::string answered_without_data(const StandardRow& row, std::size_t need) {
  if (row.from[need] == From::assumed) return "没有写，当作没有";
  if (row.from[need] == From::data || !row.answers[need]) return {};
  const std::string_view from = row.from[need] == From::actual ? "（完成值）" : from_words(row.from[need]);
  return answer_words(row.standard.needs[need], *row.answers[need]) + std::string(from);
}

std::string standard_piece(const model::Indicator& indicator, const base::Span& span) {
  const std::string& text = indicator.standard.text;
  if (span.offset + span.length > text.size()) return {};
  return std::string(base::clipped(base::trimmed(std::string_view(text).substr(span.offset, span.length)),
                                   kMaxPieceCharacters));
}

std::string standard_problems(const StandardRow& row, const model::Indicator& indicator) {
  std::string out = fmt::format("评分标准“{}”", base::clipped(indicator.standard.text, kMaxPieceCharacters));
  return out + "：" + (row.standard.problems.empty() ? "不计算" : row.standard.problems.front().message);
}

std::string what_to_write(const StandardRow& row) {
  const std::vector<std::string> missing = scoring::unanswered(row);
  if (!row.standard.computable) return "把评分标准写成能算的话（“……得…分，否则不得分”），或由评分人写 评定。";
  if (missing.empty()) {
    return row.standard.open.empty() ? "由评分人写 评定。"
                                     : "照制表单位的解释在方案的 评分标准读法 里写明，或由评分人写 评定。";
  }
  std::string list;
  for (std::size_t i = 0; i < row.from.size(); ++i) {
    if (row.from[i] != From::nobody) continue;
    const standard::Need& need = row.standard.needs[i];
    const std::string value = need.type == NeedType::yesno ? "是"
                              : need.type == NeedType::choice
                                  ? need.options.empty() ? "…" : need.options.front()
                                  : "…" + need.unit;
    list += fmt::format("{}{}: {}", list.empty() ? "" : ", ", need.name, value);
  }
  return fmt::format("写上 计算数据: {{{}}}{}。", list, missing.size() == 1 ? "，或填在 完成 里" : "");
}

}  // namespace jiheng::explain
