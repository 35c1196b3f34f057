// A806, A807. Takes a sentence, gives formulas whose result is another than the one printed (15000人*100元=150万元), and a
// number of people with a standard and an amount that is not their product (411 人，1670 元/月，每月需 75 万元).
#include <fmt/format.h>

#include <array>

#include "engine/audit/a8_prose/prose_checks.h"
#include "engine/base/text.h"
#include "engine/quantity/number.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using base::is_digit;
using scoring::figure;

/// One side of a formula, read from left to right: numbers with units between * and +.
class Formula {
 public:
  Formula(std::string_view text, std::size_t at, const quantity::UnitTable& units)
      : text_(text), at_(at), units_(units) {}

  /// False where no formula begins here.
  bool read() {
    Decimal sum;
    do {
      auto product = number();
      if (!product) return false;
      while (sign({"*", "×", "✕", "x", "X"})) {
        const auto factor = number();
        if (!factor) return false;
        product = base::multiply(*product, *factor);
        if (!product) return false;
        ++operations_;
      }
      const auto more = base::add(sum, *product);
      if (!more) return false;
      sum = *more;
      operations_ += added_ ? 1 : 0;
      added_ = sign({"+"});
    } while (added_);
    value_ = sum;
    return operations_ > 0 && sign({"=", "＝", "等于"});
  }
  const Decimal& value() const { return value_; }
  std::size_t end() const { return at_; }

 private:
  bool sign(std::initializer_list<std::string_view> signs) {
    for (const std::string_view s : signs) {
      if (!text_.substr(at_).starts_with(s)) continue;
      at_ += s.size();
      return true;
    }
    return false;
  }
  /// A number with its unit; words before it (2022年基础养老金提标72100人) are skipped up to a sign.
  std::optional<Decimal> number() {
    const std::size_t stop = text_.find_first_of("*+=,;:()", at_);
    while (at_ < text_.size() && at_ < stop) {
      if (!is_digit(text_[at_])) {
        at_ += std::max<std::size_t>(1, base::decode_at(text_, at_).bytes);
        continue;
      }
      const quantity::NumberText read = quantity::read_number(text_, at_);
      if (read.length == 0 || read.flaw != quantity::NumberFlaw::none || read.approximate)
        return std::nullopt;
      at_ += read.length;
      if (text_.substr(at_).starts_with("年") && read.value >= Decimal(1900)) continue;  // a year, no factor
      if (text_.substr(at_).starts_with("%")) return std::nullopt;
      const quantity::UnitEntry* unit = units_.longest_at(text_, at_);
      while (unit != nullptr) {
        at_ += unit->name.size();
        if (!text_.substr(at_).starts_with("/")) break;
        unit = units_.longest_at(text_, ++at_);
      }
      return read.value * read.scale;
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_;
  const quantity::UnitTable& units_;
  Decimal value_;
  int operations_ = 0;
  bool added_ = false;
};

void check_formulas(const SentenceView& view, Findings& findings) {
  const std::string& text = view.sentence.prose.text;
  constexpr int kMostFormulas = 20;  // of one sentence
  int formulas = 0;
  std::size_t equals = text.find('=');
  for (; equals != std::string::npos && formulas < kMostFormulas;
       equals = text.find('=', equals + 1), ++formulas) {
    std::size_t begin = text.find_last_of(",;:()", equals);
    begin = begin == std::string::npos ? 0 : begin + 1;
    for (const std::string_view mark : {"，", "。", "；", "："}) {
      const std::size_t at = std::string_view(text).substr(0, equals).rfind(mark);
      if (at != std::string::npos) begin = std::max(begin, at + mark.size());
    }
    Formula formula(text, begin, view.units);
    if (!formula.read() || formula.end() != equals + 1) continue;
    const quantity::NumberText result = quantity::read_number(text, formula.end());
    if (result.length == 0 || result.flaw != quantity::NumberFlaw::none || result.approximate) continue;
    // The unit may be left out on either side: 289.83*2=579.66万元.
    bool right = false;
    for (const std::int64_t scale : {std::int64_t{1}, result.scale}) {
      const Decimal last = Decimal::of(1, result.value.places()) * Decimal(scale);
      const Decimal difference = (formula.value() - result.value * Decimal(scale)).magnitude();
      right = right || difference < last;
    }
    if (right) continue;
    const auto shown = base::divide(formula.value(), Decimal(result.scale), 6);
    findings.push_back(
        {"A806",
         fmt::format("写着“{}”，算出来是 {}{}", text.substr(begin, formula.end() + result.length - begin),
                     figure(*shown, 4), result.scale == 10000 ? "万" : ""),
         {{"算式", text.substr(begin, equals - begin)},
          {"写的结果", text.substr(formula.end(), result.length)},
          {"按式计算", figure(*shown, 4)}},
         {view.sentence.where},
         "",
         "核对算式和结果。"});
  }
}

/// N 人，S 元/月，每月需 Y 万元.
void check_standards(const SentenceView& view, Findings& findings) {
  const auto& figures = view.figures();
  for (std::size_t i = 0; i + 2 < figures.size(); ++i) {
    const Figure& people = figures[i];
    const Figure& standard = figures[i + 1];
    const Figure& amount = figures[i + 2];
    const bool shape = people.kind == Figure::Kind::count && !standard.per.empty() &&
                       amount.kind == Figure::Kind::money && amount.per.empty() &&
                       amount.depth == people.depth;
    const bool exact = !people.approximate && !standard.approximate && !amount.approximate;
    if (contains_any(amount.label, {"="})) continue;  // A806
    if (!shape || !exact || amount.begin - standard.end > 40) continue;
    const Decimal product = people.amount * standard.amount;
    const Decimal year = product * 12;
    const Span stated = amount.rounded_or_cut();
    if (touch({product, product}, stated) || touch({year, year}, stated)) continue;
    const auto shown = base::divide(product, 10000, 6);
    findings.push_back({"A807",
                        fmt::format("写着“{}”，{} × {} = {}万元", amount.label + amount.text, people.text,
                                    standard.text, figure(*shown, 4)),
                        {{"人数", people.text},
                         {"标准", standard.text},
                         {"金额", amount.text},
                         {"按数计算", figure(*shown, 4) + "万元"}},
                        {view.sentence.where},
                        "人数乘标准应是金额；另有别的开支的，要写明。",
                        "核对人数、标准和金额。"});
  }
}

}  // namespace

void check_products(const SentenceView& view, Findings& findings) {
  check_formulas(view, findings);
  check_standards(view, findings);
}

}  // namespace jiheng::audit
