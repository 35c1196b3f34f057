// Takes rules and addresses, gives formulas. What a formula of the rule language means in a sheet is
// formula/spreadsheet_text.h's; where the cells stand is xlsx_from_form.cc's.
#include "engine/report/forms/xlsx_formulas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "engine/base/text.h"
#include "engine/formula/spreadsheet_text.h"
#include "engine/report/texts/figures.h"

namespace jiheng::report {
namespace {

using base::Decimal;
using formula::sheet_expression;
using formula::sheet_number;
using formula::SheetTerm;
using target::BareMeaning;

constexpr std::size_t kMaxDigits = 15;
/// What a binary result may be off by, far below the last place of points.
constexpr std::string_view kNoise = "1E-12";

std::string number(const Decimal& value) { return sheet_number(value.to_double()).text; }

std::string open_score() { return quoted(kOpenScore); }

/// An address as a number in an expression: text there is an error, not passed over.
SheetTerm cell(const std::string& address) { return sheet_expression("(" + address + "+0)"); }

/// 1 where the bare number asks for at least, -1 for at most. A bare 0 is at most 0.
std::string direction_of(BareMeaning bare, std::string_view number_address) {
  if (bare == BareMeaning::at_least) return fmt::format("IF({}=0,-1,1)", number_address);
  return bare == BareMeaning::at_most ? "-1" : open_score();
}

std::string without_spaces(std::string_view address) {
  return fmt::format("SUBSTITUTE(SUBSTITUTE({},\" \",\"\"),\"　\",\"\")", address);
}

/// Tries the clauses of a scheme in one row, last first.
class Chain {
 public:
  Chain(const model::Scheme& scheme, const model::Indicator& row, bool department, const RowAddress& at,
        const std::string& own_standard)
      : scheme_(scheme), row_(row), department_(department), at_(at), own_standard_(own_standard) {}

  std::optional<std::string> text() {
    std::string rest = open_score();
    for (auto clause = scheme_.clauses.rbegin(); clause != scheme_.clauses.rend(); ++clause) {
      auto next = with(*clause, rest);
      if (!next || next->size() > 2 * formula::kMaxSheetText) return std::nullopt;
      rest = std::move(*next);
    }
    return rest;
  }

 private:
  std::vector<SheetTerm> terms(const formula::Formula& f) const {
    std::vector<SheetTerm> out;
    for (const std::string& name : f.used_names()) out.push_back(term(name));
    return out;
  }

  SheetTerm term(std::string_view name) const {
    if (name == "分值") return cell(at_.full);
    if (name == "目标值") return cell(at_.target);
    if (name == "完成值") return cell(at_.actual);
    if (name == "完成率") return cell(at_.attainment);
    if (name == "偏离度") return cell(at_.deviation);
    if (name == "执行率") return cell(at_.rate);
    if (name == "达标") return cell(at_.met);
    if (name == "未达标") return sheet_expression("(1-" + at_.met + ")");
    if (name == "正向") return sheet_expression("(1*(" + at_.direction + "=1))");
    if (name == "反向") return sheet_expression("(1*(" + at_.direction + "=-1))");
    if (name == "部门表") return sheet_number(department_ ? 1 : 0);
    if (name == "大幅超额" && scheme_.over_threshold) {
      return sheet_expression(fmt::format("IF({0}=1,IFERROR(1*(({1}+0)>={2}*(1-{3})),0),0)", at_.met,
                                          at_.attainment, number(*scheme_.over_threshold), kNoise));
    }
    // 区间 定性 时限 有评定 大幅超额: not in a row these formulas read. 目标上限 评定 逾期天数: it has none.
    const auto& flags = model::kFlagNames;
    const bool flag = std::find(flags.begin(), flags.end(), name) != flags.end();
    return sheet_number(flag ? 0 : std::numeric_limits<double>::quiet_NaN());
  }

  std::optional<SheetTerm> value(const formula::Formula& f) const {
    return formula::spreadsheet_text(f, terms(f));
  }

  /// Points held between 0 and the full marks; kept_formula rounds them, once a row.
  std::string settled(const std::string& raw) const {
    return fmt::format("MAX(0,MIN({},{}))", at_.full, raw);
  }

  std::optional<std::string> by_formula(const formula::Formula& f) const {
    const auto raw = value(f);
    if (!raw) return std::nullopt;
    if (raw->text == cell(at_.full).text || raw->number) return settled(raw->text);
    return fmt::format("IF(AND({}>{}+{},{}=0),{},{})", raw->text, at_.full, kNoise, at_.met, open_score(),
                       settled(raw->text));
  }

  static std::string inside(const std::string& v, const model::Interval& interval) {
    std::string out = "AND(TRUE";
    if (interval.low)
      out += fmt::format(",{}{}{}", v, interval.low_closed ? ">=" : ">", number(*interval.low));
    if (interval.high)
      out += fmt::format(",{}{}{}", v, interval.high_closed ? "<=" : "<", number(*interval.high));
    return out + ")";
  }

  std::optional<std::string> shape(const model::ByFormula& by) const { return by_formula(by.points); }

  std::optional<std::string> shape(const model::BySteps& by) const {
    const auto v = value(by.by);
    if (!v) return std::nullopt;
    const std::string rounded = fmt::format("ROUND({},12)", v->text);
    std::string rest = open_score();
    for (auto step = by.steps.rbegin(); step != by.steps.rend(); ++step) {
      const auto points = by_formula(step->second);
      if (!points) return std::nullopt;
      rest = fmt::format("IF({},{},{})", inside(rounded, step->first), *points, rest);
    }
    return rest;
  }

  std::optional<std::string> shape(const model::ByDeduction& by) const {
    const auto v = value(by.by);
    if (!v) return std::nullopt;
    std::string units = fmt::format("MAX(0,{})/{}", v->text, number(by.each));
    using Part = model::ByDeduction::Part;
    if (by.part == Part::started) units = fmt::format("-INT(-ROUND({},9))", units);
    if (by.part == Part::whole) units = fmt::format("INT(ROUND({},9))", units);
    return settled(fmt::format("MAX({},{}-{}*({}))", number(by.floor), at_.full, number(by.points), units));
  }

  /// An actual value that is a number is no answer of a tier; a tier that takes any text is a scorer's choice.
  std::optional<std::string> shape(const model::ByTiers& by) const {
    const auto any =
        std::find_if(by.tiers.begin(), by.tiers.end(), [](const auto& t) { return t.answers.empty(); });
    if (any == by.tiers.end()) return std::string();
    return any->point ? settled(fmt::format("{}*{}", at_.full, number(*any->point))) : open_score();
  }

  std::optional<std::string> shape(const model::ByConditions& by) const {
    const bool answered =
        std::any_of(row_.conditions.begin(), row_.conditions.end(), [&](const auto& answer) {
          return std::any_of(by.items.begin(), by.items.end(),
                             [&](const auto& item) { return item.first == answer.first.text; });
        });
    return answered ? open_score() : std::string();
  }

  std::optional<std::string> shape(const model::ByCutPoints&) const {
    return row_.cut_points.empty() ? std::string() : open_score();
  }

  /// The row's own text where it can be written as a formula, else the program's.
  std::optional<std::string> shape(const model::ByStandard&) const {
    if (row_.standard.empty()) return std::string();
    return own_standard_.empty() ? open_score() : own_standard_;
  }

  std::string held_back_by_precondition(const model::Clause& clause, std::string points) const {
    if (!clause.precondition) return points;
    for (const auto& [name, answer] : row_.conditions) {
      if (name.text == *clause.precondition) return answer ? points : "0";
    }
    return open_score();
  }

  /// Conditions on the row's texts; empty where the clause is for every row.
  std::string applies(const model::Applies& applies) const {
    std::vector<std::string> all;
    const auto one_of = [&](const std::vector<std::string>& words, const std::string& address, bool whole) {
      if (words.empty()) return;
      std::string any;
      for (const std::string& word : words) {
        std::string bare;
        for (std::size_t i = 0; i < word.size();) {
          const base::CodePoint c = base::decode_at(word, i);
          if (!base::is_white_space(c.value)) bare.append(word, i, c.bytes);
          i += c.bytes;
        }
        any += any.empty() ? "" : ",";
        any += whole ? fmt::format("EXACT({},{})", without_spaces(address), quoted(bare))
                     : fmt::format("ISNUMBER(FIND({},{}))", quoted(bare), without_spaces(address));
      }
      all.push_back(fmt::format("OR({})", any));
    };
    one_of(applies.level1, at_.level1, true);
    one_of(applies.level2, at_.level2, true);
    one_of(applies.names, at_.name, false);
    return fmt::format("{}", fmt::join(all, ","));
  }

  std::optional<std::string> with(const model::Clause& clause, const std::string& rest) const {
    auto points = std::visit([this](const auto& by) { return shape(by); }, clause.points);
    if (!points) return std::nullopt;
    if (points->empty()) return rest;  // not for this row
    std::string condition = applies(clause.applies);
    if (clause.when) {
      const auto when = value(*clause.when);
      if (!when) return std::nullopt;
      if (when->number) {
        if (!(*when->number < 0 || *when->number > 0)) return rest;  // 0 or no value: it does not hold
      } else {
        condition += fmt::format("{}IFERROR({},0)<>0", condition.empty() ? "" : ",", when->text);
      }
    }
    std::string gives = held_back_by_precondition(clause, std::move(*points));
    if (condition.empty()) return gives;
    return fmt::format("IF(AND({}),{},{})", condition, gives, rest);
  }

  const model::Scheme& scheme_;
  const model::Indicator& row_;
  bool department_;
  const RowAddress& at_;
  const std::string& own_standard_;
};

}  // namespace

bool scored_by_standard(const model::Scheme& scheme, const model::Indicator& row) {
  if (row.standard.empty() || scheme.clauses.empty()) return false;
  const model::Clause& first = scheme.clauses.front();
  const model::Applies& to = first.applies;
  return std::holds_alternative<model::ByStandard>(first.points) && !first.when && !first.precondition &&
         to.level1.empty() && to.level2.empty() && to.names.empty();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

SheetAmount split_amount(std::string_view text) {
  SheetAmount out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    const std::string_view piece = text.substr(at, c.bytes);
    at += c.bytes;
    if (piece == " " || piece == "　" || piece == "\n") continue;
    out.clean += piece == "％" ? std::string_view("%") : piece;
  }
  for (const std::string_view sign : {"≥", "≤", ">", "<"}) {
    if (out.clean.starts_with(sign)) out.sign = sign;
  }
  const std::string rest = out.clean.substr(out.sign.size());
  out.unit = rest;
  std::erase_if(out.unit, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; });
  // As many characters from the front as were taken out, whatever they are: what is no number fails below.
  std::size_t characters = base::count_characters(rest) - base::count_characters(out.unit);
  std::size_t bytes = 0;
  for (; characters > 0; --characters) bytes += base::decode_at(rest, bytes).bytes;
  out.digits = rest.substr(0, bytes);
  const bool one_point = std::count(out.digits.begin(), out.digits.end(), '.') <= 1;
  if (out.digits + out.unit == rest && one_point && out.digits.size() <= kMaxDigits &&
      out.digits.find('-', 1) == std::string::npos &&
      out.digits.find_first_of("0123456789") != std::string::npos) {
    out.number = Decimal::parse(out.digits.ends_with('.') ? out.digits + "0" : out.digits);
  }
  if (out.number) {
    const bool percent = out.unit == "%" || out.unit == "百分点" || out.unit == "个百分点";
    const int shift = percent ? 2 : (out.unit == "‰" ? 3 : 0);
    out.number = Decimal::of(out.number->coefficient(), out.number->places() + shift);
  }
  return out;
}

std::string clean_formula(std::string_view address) {
  return fmt::format("=SUBSTITUTE(SUBSTITUTE({},CHAR(10),\"\"),\"％\",\"%\")", without_spaces(address));
}

std::string sign_formula(const AmountAddress& at) {
  const std::string& clean = at.clean;
  return fmt::format("=IF({0}=\"\",\"\",IF(ISNUMBER(FIND(LEFT({0},1),\"≥≤><\")),LEFT({0},1),\"\"))", clean);
}

std::string unit_formula(const AmountAddress& at) {
  std::string out = fmt::format("MID({},LEN({})+1,100)", at.clean, at.sign);
  for (const char c : std::string_view("0123456789.-"))
    out = fmt::format("SUBSTITUTE({},\"{}\",\"\")", out, c);
  return "=" + out;
}

std::string digits_formula(const AmountAddress& at) {
  return fmt::format("=MID({0},LEN({1})+1,LEN({0})-LEN({1})-LEN({2}))", at.clean, at.sign, at.unit);
}

std::string number_formula(const AmountAddress& at) {
  // The digits stand right behind the sign, the unit behind them, and there is nothing else.
  return fmt::format(
      "=IF(AND(LEN({d})>0,LEN({d})<={most},{d}<>\"-\",{d}<>\".\",{d}<>\"-.\","
      "LEN({d})-LEN(SUBSTITUTE({d},\".\",\"\"))<=1,ISERROR(FIND(\"-\",{d},2)),"
      "EXACT({d}&{u},MID({c},LEN({s})+1,100))),"
      "IFERROR(VALUE({d})/"
      "IF(OR({u}=\"%\",{u}=\"百分点\",{u}=\"个百分点\"),100,IF({u}=\"‰\",1000,1)),{no}),{no})",
      fmt::arg("d", at.digits), fmt::arg("u", at.unit), fmt::arg("c", at.clean), fmt::arg("s", at.sign),
      fmt::arg("most", kMaxDigits), fmt::arg("no", quoted(kNotRead)));
}

std::string direction_formula(const model::Scheme& scheme, std::string_view sign,
                              std::string_view number_address, std::string_view level1,
                              std::string_view level2, bool name_disagrees) {
  std::string bare =
      fmt::format("IF({}<0,{},{})", number_address, direction_of(scheme.bare_negative, number_address),
                  direction_of(scheme.bare_default, number_address));
  for (const std::string_view level : {level1, level2}) {
    for (auto named = scheme.bare_by_level2.rbegin(); named != scheme.bare_by_level2.rend(); ++named) {
      bare = fmt::format("IF(ISNUMBER(FIND({},{})),{},{})", quoted(named->first), without_spaces(level),
                         direction_of(named->second, number_address), bare);
    }
  }
  // What a name says against the scheme's rule is left to scoring; of 0 both say the same.
  if (name_disagrees) bare = fmt::format("IF({}=0,{},{})", number_address, bare, open_score());
  return fmt::format(
      "=IF(OR({0}=\"≥\",{0}=\">\"),1,IF(OR({0}=\"≤\",{0}=\"<\"),-1,IF(ISNUMBER({1}),{2},{3})))", sign,
      number_address, bare, open_score());
}

std::string met_formula(const RowAddress& at) {
  const std::string met =
      fmt::format("IF({ts}=\">\",{a}>{t},IF({ts}=\"<\",{a}<{t},IF({d}=1,{a}>={t},{a}<={t})))",
                  fmt::arg("ts", at.target_sign), fmt::arg("a", at.actual), fmt::arg("t", at.target),
                  fmt::arg("d", at.direction));
  // An actual value with a sign is an interval: it may lie inside the target; if not, nobody knows.
  const std::string sign =
      fmt::format("OR({as}=\"\",AND({d}=1,OR({as}=\"≥\",{as}=\">\")),AND({d}=-1,OR({as}=\"≤\",{as}=\"<\")))",
                  fmt::arg("as", at.actual_sign), fmt::arg("d", at.direction));
  return fmt::format(
      "=IF(AND(ISNUMBER({0}),ISNUMBER({1}),ISNUMBER({2}),ISNUMBER({3}),EXACT({4},{5}),{6},{7}),IF({8},1,IF({"
      "9}=\"\",0,{10})),"
      "{10})",
      at.target, at.actual, at.full, at.direction, at.target_unit, at.actual_unit, at.units_allowed, sign,
      met, at.actual_sign, open_score());
}

std::string attainment_formula(const RowAddress& at) {
  return fmt::format("=IFERROR(({0}+0)/({1}+0),\"无\")", at.actual, at.target);
}

std::string deviation_formula(const RowAddress& at) {
  return fmt::format("=IFERROR((({0}+0)-({1}+0))/ABS({1}),\"无\")", at.actual, at.target);
}

std::string points_formula(const model::Scheme& scheme, const model::Indicator& row, bool department,
                           const RowAddress& at, const std::string& own_standard) {
  // A row whose actual value the scheme computes, and one with a judgement, are scored by something else.
  std::string computed;
  for (const model::Computed& c : scheme.computed) {
    computed += fmt::format(",ISERROR(FIND({},{}))", quoted(c.name), without_spaces(at.name));
  }
  const auto chain = row.judged || row.not_applicable
                         ? std::nullopt
                         : Chain(scheme, row, department, at, own_standard).text();
  if (!chain) return "=" + open_score();
  if (scored_by_standard(scheme, row)) {
    if (own_standard.empty()) return "=" + open_score();
    return fmt::format("=IF(AND(TRUE{}),IFERROR({},{}),{})", computed, *chain, open_score(), open_score());
  }
  return fmt::format("=IF(AND(ISNUMBER({}){}),IFERROR({},{}),{})", at.met, computed, *chain, open_score(),
                     open_score());
}

std::string kept_formula(std::string_view full, std::string_view points, const model::Rounding& rounding) {
  if (rounding.at != model::Rounding::At::indicator) return fmt::format("={}", points);
  const std::string exact = fmt::format("{}+{}", points, kNoise);
  const std::string cut = fmt::format("ROUNDDOWN({},{})", exact, rounding.places);
  if (rounding.mode == model::Rounding::Mode::cut)
    return fmt::format("=IF(ISNUMBER({0}),MIN({1},{2}),{0})", points, full, cut);
  const std::string rounded = fmt::format("ROUND({},{})", exact, rounding.places);
  return fmt::format("=IF(ISNUMBER({0}),IF(AND({1}<{2},{3}>={2}),{4},MIN({2},{3})),{0})", points, exact, full,
                     rounded, cut);
}

std::string rate_formula(const model::Scheme& scheme, std::string_view planned, std::string_view executed) {
  std::string rate = fmt::format("{}/{}", executed, planned);
  if (scheme.execution && scheme.execution->rate_places) {
    rate = fmt::format("ROUND({}+1E-14,{})", rate, *scheme.execution->rate_places + 2);
  }
  return fmt::format("=IF(AND(ISNUMBER({0}),ISNUMBER({1})),IF({0}>0,{2},{3}),{3})", planned, executed, rate,
                     open_score());
}

std::string execution_formula(const model::Execution& execution, std::string_view rate,
                              std::string_view otherwise) {
  std::vector<SheetTerm> terms;
  for (const std::string& name : execution.points.used_names()) {
    terms.push_back(name == "执行率" ? cell(std::string(rate))
                                     : sheet_number(execution.full_marks.to_double()));
  }
  const auto raw = formula::spreadsheet_text(execution.points, terms);
  if (!raw) return "=" + quoted(otherwise);
  const std::string points = fmt::format("MAX(0,MIN({},{}))", number(execution.full_marks), raw->text);
  return fmt::format("=IF(ISNUMBER({}),IFERROR({},{}),{})", rate, points, quoted(otherwise),
                     quoted(otherwise));
}

std::string total_expression(const model::Scheme& scheme, std::string_view sum, std::string_view rate) {
  std::string total = fmt::format("ROUND({}+1E-11,{})", sum, scheme.rounding.places);
  if (scheme.total_caps.empty()) return total;
  std::string capped = total;
  for (auto cap = scheme.total_caps.rbegin(); cap != scheme.total_caps.rend(); ++cap) {
    const model::Interval& in = cap->first;
    std::string inside = "AND(TRUE";
    if (in.low) inside += fmt::format(",{}{}{}", rate, in.low_closed ? ">=" : ">", number(*in.low));
    if (in.high) inside += fmt::format(",{}{}{}", rate, in.high_closed ? "<=" : "<", number(*in.high));
    capped = fmt::format("IF({}),MIN({},{}),{})", inside, total, number(cap->second), capped);
  }
  return fmt::format("IF(ISNUMBER({}),{},{})", rate, capped, open_score());
}

std::string grade_expression(const model::Scheme& scheme, std::string_view total) {
  if (scheme.grades.empty()) return "\"\"";
  std::string rest = quoted(scheme.grades.back().name);
  for (auto grade = scheme.grades.rbegin(); grade != scheme.grades.rend(); ++grade) {
    rest = fmt::format("IF({}>={},{},{})", total, number(grade->from), quoted(grade->name), rest);
  }
  return rest;
}

}  // namespace jiheng::report
