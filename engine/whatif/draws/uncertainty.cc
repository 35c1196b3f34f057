// Takes what is stated and a row, gives the values the row may have. Leaves drawing to draws.cc, points to scoring.
#include "engine/whatif/draws/uncertainty.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/base/text.h"
#include "engine/quantity/bounds.h"
#include "engine/target/parse.h"
#include "engine/whatif/draws/distribution.h"

namespace jiheng::whatif {
namespace {

using base::Decimal;
using base::Int128;

constexpr std::string_view kPlusMinus = "±";
constexpr std::string_view kHowToWrite =
    "写成 150±10、±5%、140..160、103,98,110 或 近两年 这样的一种；单个的数表示没有不确定。";

/// First of the signs in the text; npos where none is.
struct Sign {
  std::size_t at = std::string_view::npos;
  std::size_t length = 0;
};
template <std::size_t N>
Sign first_of(std::string_view text, const std::array<std::string_view, N>& signs) {
  Sign first;
  for (const std::string_view sign : signs) {
    const std::size_t at = text.find(sign);
    if (at < first.at) first = {at, sign.size()};
  }
  return first;
}

diag::Diagnostic not_understood(std::string_view text, const base::Place& place, std::string why) {
  return {"W140", fmt::format("看不懂不确定的写法“{}”", base::printable(text)), std::move(why),
          std::string(kHowToWrite), place};
}

/// A sure amount: what an actual value may be around. 约 and 1:3 are none.
std::optional<target::Predicate> amount_in(std::string_view text, const target::ParseContext& reader) {
  target::Predicate p = target::parse(base::trimmed(text), reader);
  const bool amount = p.kind == target::Kind::quantity || p.kind == target::Kind::range;
  if (!amount || !p.value || p.op == target::Op::about || p.unit == "比" ||
      p.sureness != target::Sureness::sure)
    return std::nullopt;
  return p;
}

diag::Result<Uncertainty> around(Uncertainty out, std::string_view middle, std::string_view reach,
                                 const base::Place& place, const target::ParseContext& reader) {
  if (!middle.empty()) {
    out.amount = amount_in(middle, reader);
    if (!out.amount || out.amount->kind != target::Kind::quantity)
      return not_understood(out.text, place,
                            fmt::format("±前面的“{}”不是一个确定的数。", base::printable(middle)));
  }
  const auto distance = amount_in(reach, reader);
  const bool plain = distance && distance->kind == target::Kind::quantity &&
                     distance->op == target::Op::none && distance->head.empty() &&
                     distance->value->sign() >= 0;
  if (!plain)
    return not_understood(out.text, place,
                          fmt::format("±后面的“{}”不是一个不小于 0 的数。", base::printable(reach)));
  out.reach = *distance->value;
  out.reach_unit = std::string(target::scale_word(distance->scale)) + distance->unit;
  // 96%±2% goes from 94% to 98%; 150±5% and ±5% are shares of the value.
  out.relative = distance->unit == "%" && (!out.amount || out.amount->unit != "%");
  return out;
}

diag::Result<Uncertainty> listed_values(Uncertainty out, const base::Place& place) {
  constexpr std::array<std::string_view, 3> kCommas = {",", "，", "、"};
  out.kind = Uncertainty::Kind::listed;
  std::string_view rest = out.text;
  while (true) {
    const Sign comma = first_of(rest, kCommas);
    const std::string_view piece = base::trimmed(rest.substr(0, comma.at));
    if (piece.empty()) return not_understood(out.text, place, "两个逗号之间没有值。");
    out.listed.emplace_back(piece);
    if (out.listed.size() > kMaxListed)
      return not_understood(out.text, place, fmt::format("最多列 {} 个值。", kMaxListed));
    if (comma.at == std::string_view::npos) break;
    rest.remove_prefix(comma.at + comma.length);
  }
  return out;
}

/// The coefficient at `places` places; nullopt past the limits.
std::optional<Int128> at_places(const Decimal& value, int places) {
  const Decimal out = value.with_places(places);
  if (out.places() != places || out != value) return std::nullopt;
  return out.coefficient();
}

std::string full_unit(const target::Predicate& p) {
  return std::string(target::scale_word(p.scale)) + p.unit;
}

}  // namespace

diag::Result<Uncertainty> uncertainty_from_text(std::string_view text, const base::Place& place,
                                                const scoring::Context& context) {
  constexpr std::array<std::string_view, 4> kSigns = {kPlusMinus, "+-", "+/-", "＋－"};
  constexpr std::array<std::string_view, 2> kFromTo = {"..", "…"};
  const target::ParseContext reader{context.units, context.words, std::nullopt, true};
  Uncertainty out;
  out.text = base::trimmed(text);
  if (out.text.empty()) return not_understood(text, place, "什么也没有写。");
  if (base::count_characters(out.text) > target::kMaxCellCharacters)
    return not_understood(base::clipped(out.text, 20), place,
                          fmt::format("最多 {} 个字。", target::kMaxCellCharacters));
  if (out.text == "近两年") {
    out.kind = Uncertainty::Kind::history;
    return out;
  }
  if (const Sign sign = first_of(out.text, kSigns); sign.at != std::string_view::npos) {
    const std::string_view whole = out.text;
    const std::string middle(base::trimmed(whole.substr(0, sign.at)));
    const std::string reach(base::trimmed(whole.substr(sign.at + sign.length)));
    return around(std::move(out), middle, reach, place, reader);
  }
  const Sign dots = first_of(out.text, kFromTo);
  std::string with_wave = out.text;
  if (dots.at != std::string_view::npos) with_wave.replace(dots.at, dots.length, "~");
  auto range = amount_in(with_wave, reader);
  if (dots.at == std::string_view::npos && (!range || range->kind != target::Kind::range))
    return listed_values(std::move(out), place);
  if (!range || range->kind != target::Kind::range || !range->value2)
    return not_understood(out.text, place, "两端不是两个数。");
  if (*range->value > *range->value2) return not_understood(out.text, place, "前一端比后一端大。");
  out.kind = Uncertainty::Kind::range;
  out.amount = std::move(range);
  return out;
}

class ValuesOf {
 public:
  ValuesOf(const Uncertainty& stated, const model::Scorecard& card, const Spot& spot,
           const scoring::Context& context)
      : stated_(stated), card_(card), spot_(spot), context_(context) {
    if (spot.what == Spot::What::actual) row_ = &row_of(card, spot.row);
  }

  diag::Result<PossibleValues> take() {
    if (row_ == nullptr && spot_.what != Spot::What::executed)
      return problem("W143", "只有 完成 和 预算.执行数 会有不确定",
                     "目标值、分值和预算数是定下来的，不是结果。", "改用 --set 或 --sweep 看它们的影响。");
    switch (stated_.kind) {
      case Uncertainty::Kind::around:
        return around();
      case Uncertainty::Kind::range:
        return interval(*stated_.amount, *stated_.amount->value, *stated_.amount->value2,
                        std::max(stated_.amount->value->places(), stated_.amount->value2->places()), "");
      case Uncertainty::Kind::listed:
        return listed(stated_.listed);
      case Uncertainty::Kind::history:
        break;
    }
    std::vector<std::string> years;
    if (row_ != nullptr) {
      for (const auto& [year, value] : row_->history) {
        if (!value.empty()) years.push_back(value.text);
      }
    }
    if (years.empty())
      return problem("W142", fmt::format("{}没有 近两年 的值", name()), "要从以前各年的值里抽，表上却没有。",
                     "在这一行的 近两年 里填上，或直接列出来：103,98,110。");
    return listed(years);
  }

 private:
  std::string name() const { return row_ == nullptr ? "预算.执行数" : fmt::format("“{}”", row_->name.text); }

  diag::Diagnostic problem(std::string id, std::string message, std::string why, std::string fix) const {
    return {std::move(id), std::move(message), std::move(why), std::move(fix),
            row_ == nullptr ? card_.budget.place : row_->place};
  }
  diag::Diagnostic misread(std::string why) const {
    return problem("W140", fmt::format("{}：用不上“{}”", name(), stated_.text), std::move(why),
                   std::string(kHowToWrite));
  }

  target::ParseContext reader() const {
    return {context_.units, context_.words, card_.year, true,
            row_ == nullptr ? std::string_view() : std::string_view(row_->level2.text)};
  }

  diag::Result<PossibleValues> around() const {
    const std::string own = text_at(card_, spot_);
    const auto middle = stated_.amount ? stated_.amount : amount_in(own, reader());
    if (!middle || middle->kind != target::Kind::quantity)
      return problem("W141", fmt::format("{}的值“{}”不是一个数，没有可以上下的中间值", name(), own),
                     "±是在一个数的上下。", "写出中间值（150±10）、两端（140..160），或列出各个值。");
    if (stated_.relative) return share_of(*middle);
    const bool points =
        middle->unit == "%" && (stated_.reach_unit == "百分点" || stated_.reach_unit == "个百分点");
    if (!points && !stated_.reach_unit.empty() && stated_.reach_unit != full_unit(*middle))
      return misread(
          fmt::format("值的单位是“{}”，±后面的单位是“{}”。", full_unit(*middle), stated_.reach_unit));
    return interval(*middle, *middle->value - stated_.reach, *middle->value + stated_.reach,
                    std::max(middle->value->places(), stated_.reach.places()), "");
  }

  diag::Result<PossibleValues> share_of(const target::Predicate& middle) const {
    const Decimal reach = middle.value->magnitude() * stated_.reach * Decimal::of(1, 2);
    Decimal high = *middle.value + reach;
    const bool held = middle.unit == "%" && *middle.value <= Decimal(100) && high > Decimal(100);
    if (held) high = Decimal(100);
    return interval(middle, *middle.value - reach, high, middle.value->places(), held ? "，不超过 100%" : "");
  }

  /// All values from `low` to `high` with so many places.
  diag::Result<PossibleValues> interval(const target::Predicate& like, const Decimal& low,
                                        const Decimal& high, int places, std::string_view remark) const {
    PossibleValues out;
    out.like_ = like;
    out.like_.kind = target::Kind::quantity;
    if (like.kind == target::Kind::range) out.like_.op = target::Op::none;
    out.like_.value2.reset();
    if (row_ == nullptr && (!full_unit(out.like_).empty() || out.like_.op != target::Op::none))
      return misread("预算.执行数 按表上的金额单位只写数，不带单位。");
    const int finer = std::max({places, low.places(), high.places()});
    const auto from = at_places(low, finer);
    const auto to = at_places(high, finer);
    if (!from || !to || !quantity::in_bounds(low) || !quantity::in_bounds(high))
      return misread(fmt::format("数太长：{}。", quantity::kBoundsInWords));
    Int128 step = 1;  // in units of 10^-finer
    for (int p = places; p < finer; ++p) step *= 10;
    Int128 first = 0;
    Int128 last = 0;
    while (true) {
      first = -floored(-*from, step);
      last = floored(*to, step);
      if (last - first < Int128{kMaxValues}) break;
      step *= 10;
      --places;
    }
    if (last < first) return misread("这一段里没有一个这样位数的值。");
    out.from_ = first;
    out.count_ = static_cast<std::uint32_t>(last - first + 1);
    out.places_ = std::max(places, 0);
    for (int p = places; p < 0; ++p) out.step_ *= 10;
    out.from_ *= out.step_;
    out.how_ = out.count_ == 1 ? out.text(0)
                               : fmt::format("{} 至 {}，{} 个值{}", out.text(0), out.text(out.count_ - 1),
                                             out.count_, remark);
    return out;
  }

  diag::Result<PossibleValues> listed(const std::vector<std::string>& values) const {
    PossibleValues out;
    out.listed_ = values;
    out.count_ = static_cast<std::uint32_t>(values.size());
    for (const std::string& v : values) {
      const auto amount = Decimal::parse(v);
      if (row_ == nullptr && !amount) return misread("预算.执行数 按表上的金额单位只写数，不带单位。");
      if (row_ == nullptr && !quantity::in_bounds(*amount))
        return misread(fmt::format("“{}”太长：{}。", v, quantity::kBoundsInWords));
      if (out.how_.size() < 200) out.how_ += (out.how_.empty() ? "" : "、") + v;
    }
    if (out.count_ > 1) out.how_ += fmt::format("，{} 个值", out.count_);
    return out;
  }

  const Uncertainty& stated_;
  const model::Scorecard& card_;
  const Spot& spot_;
  scoring::Context context_;
  const model::Indicator* row_ = nullptr;
};

std::string PossibleValues::text(std::uint32_t step) const {
  if (!listed_.empty()) return listed_[step];
  target::Predicate value = like_;
  value.value = Decimal::of(from_ + step_ * step, places_);
  return target::print(value);
}

diag::Result<PossibleValues> possible_values(const Uncertainty& uncertainty, const model::Scorecard& card,
                                             const Spot& spot, const scoring::Context& context) {
  return ValuesOf(uncertainty, card, spot, context).take();
}

}  // namespace jiheng::whatif
