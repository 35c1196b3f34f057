// engine/quantity/relate.cc: how two units stand to each other, simple or compound.
// Takes   two unit texts without white space and scale words ("元/人/月", "张/万人").
// Gives   the exact ratio between them and what has to be said about it.
// Leaves  reading units out of cells to target/, scale words before a unit (万元) to its caller.
#include <algorithm>
#include <array>
#include <optional>

#include "engine/base/text.h"
#include "engine/quantity/units.h"

namespace jiheng::quantity {
namespace {

using base::Decimal;
using base::Int128;
using Kind = UnitRelation::Kind;

/// One factor of a compound: "百人" is 100 of 人. No entry: a name the table does not have, or a bare number.
struct Factor {
  std::string_view name;
  const UnitEntry* entry = nullptr;
  Decimal count = 1;
  bool taken = false;
};

struct Compound {
  std::vector<Factor> above;
  std::vector<Factor> below;
};

/// Numerator and denominator as whole numbers without a common divisor.
struct Ratio {
  Decimal factor = 1;
  Decimal divisor = 1;
};

std::optional<Ratio> reduced(const Decimal& factor, const Decimal& divisor) {
  const int places = std::max(factor.places(), divisor.places());
  const auto shift = Decimal::parse("1" + std::string(static_cast<std::size_t>(places), '0'));
  if (!shift) return std::nullopt;
  const auto up = base::multiply(factor, *shift);
  const auto down = base::multiply(divisor, *shift);
  if (!up || !down) return std::nullopt;
  Int128 a = up->with_places(0).coefficient();
  Int128 b = down->with_places(0).coefficient();
  if (a <= 0 || b <= 0) return std::nullopt;
  const Int128 first = a;
  const Int128 second = b;
  while (b != 0) std::swap(a %= b, b);
  return Ratio{Decimal::of(first / a, 0), Decimal::of(second / a, 0)};
}

std::optional<Ratio> times(const Ratio& a, const Decimal& factor, const Decimal& divisor) {
  const auto up = base::multiply(a.factor, factor);
  const auto down = base::multiply(a.divisor, divisor);
  if (!up || !down) return std::nullopt;
  return reduced(*up, *down);
}

/// A count before a unit name: digits, then scale words ("10万", "百"). Bytes taken; 0 if there is none.
std::size_t read_count(std::string_view text, Decimal& count) {
  struct Word {
    std::string_view text;
    std::int64_t value;
  };
  constexpr std::array<Word, 5> kWords = {
      {{"十", 10}, {"百", 100}, {"千", 1000}, {"万", 10000}, {"亿", 100000000}}};
  std::size_t at = 0;
  while (at < text.size() && at < 12 && text[at] >= '0' && text[at] <= '9') ++at;
  Decimal value = 1;
  if (at > 0) value = Decimal::parse(text.substr(0, at)).value_or(1);
  for (int words = 0; words < 3; ++words) {
    const auto word = std::find_if(kWords.begin(), kWords.end(),
                                   [&](const Word& w) { return text.substr(at).starts_with(w.text); });
    if (word == kWords.end()) break;
    const auto product = base::multiply(value, word->value);
    if (!product) return 0;
    value = *product;
    at += word->text.size();
  }
  if (value.sign() <= 0) return 0;
  count = value;
  return at;
}

Factor factor_of(std::string_view name, const UnitTable& units) {
  Factor factor{name, units.find(name)};
  if (factor.entry != nullptr) return factor;
  Decimal count = 1;
  const std::string_view rest = name.substr(read_count(name, count));
  const UnitEntry* entry = units.find(rest);
  if (entry != nullptr || rest.empty()) {
    factor = {rest, entry};
    factor.count = count;
  }
  return factor;
}

/// The bytes of a separator at `at`; 0 if there is none there.
std::size_t separator_at(std::string_view text, std::size_t at, bool products) {
  constexpr std::array<std::string_view, 3> kPer = {"/", "／", "每"};
  constexpr std::array<std::string_view, 6> kProduct = {"·", "*", "×", "•", "・", "."};
  const std::string_view rest = text.substr(at);
  for (const std::string_view mark : kPer) {
    if (!products && rest.starts_with(mark)) return mark.size();
  }
  for (const std::string_view mark : kProduct) {
    if (products && rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

/// Pieces between separators, empty ones left out ("元/每人" has two).
std::vector<std::string_view> pieces(std::string_view text, bool products) {
  std::vector<std::string_view> out;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = separator_at(text, at, products);
    if (mark == 0) {
      at += base::decode_at(text, at).bytes;
      continue;
    }
    if (at > start) out.push_back(text.substr(start, at - start));
    at += mark;
    start = at;
  }
  if (start < text.size()) out.push_back(text.substr(start));
  return out;
}

std::optional<Compound> compound_of(std::string_view text, const UnitTable& units) {
  Compound out;
  bool above = separator_at(text, 0, false) == 0;
  for (const std::string_view piece : pieces(text, false)) {
    std::vector<Factor>& side = above ? out.above : out.below;
    above = false;
    if (units.find(piece) != nullptr) {  // 千瓦·时 is one unit
      side.push_back(factor_of(piece, units));
    } else {
      for (const std::string_view part : pieces(piece, true)) side.push_back(factor_of(part, units));
    }
    if (out.above.size() + out.below.size() > kMaxUnitFactors) return std::nullopt;
  }
  return out;
}

Kind relate_factors(const Factor& a, const Factor& b) {
  if (a.name == b.name) return Kind::same;
  if (a.entry == nullptr || b.entry == nullptr || a.entry->dimension != b.entry->dimension)
    return Kind::different;
  if (!a.entry->family.empty()) {
    return a.entry->family == b.entry->family ? Kind::same_family : Kind::different;
  }
  // Counting words without a family have no factor in common: each only equals itself.
  return a.entry->dimension == "计数" ? Kind::different : Kind::converted;
}

void say(std::string& remark, std::string_view text) {
  if (text.empty() || remark.find(text) != std::string::npos) return;
  if (!remark.empty()) remark += "；";
  remark += text;
}

/// "1公里=1000米": the larger unit first, a fraction where no finite decimal says it.
void say_conversion(std::string& remark, std::string_view a, std::string_view b, const Ratio& ratio) {
  const bool larger = ratio.factor >= ratio.divisor;
  const Decimal& up = larger ? ratio.factor : ratio.divisor;
  const Decimal& down = larger ? ratio.divisor : ratio.factor;
  std::string figure = up.to_string() + (down == Decimal(1) ? "" : "/" + down.to_string());
  if (const auto decimal = base::divide(up, down, 12); decimal && base::multiply(*decimal, down) == up) {
    figure = decimal->trimmed().to_string();
  }
  const std::string_view from = larger ? a : b;
  const std::string_view to = larger ? b : a;
  say(remark, "1" + std::string(from) + "=" + figure + std::string(to));
}

/// Joins one pair of factors to the relation; false where the numbers pass the limits.
bool join(UnitRelation& relation, const Factor& a, const Factor& b, Kind kind, bool below) {
  std::optional<Ratio> ratio = reduced(a.count, b.count);
  if (!ratio) return false;
  if (kind == Kind::converted) {
    const auto up = base::multiply(a.entry->factor, b.entry->divisor);
    const auto down = base::multiply(a.entry->divisor, b.entry->factor);
    const std::optional<Ratio> unit = up && down ? reduced(*up, *down) : std::nullopt;
    if (!unit) return false;
    if (unit->factor == unit->divisor) {
      kind = Kind::same;
    } else {
      say_conversion(relation.remark, a.name, b.name, *unit);
      ratio = times(*ratio, unit->factor, unit->divisor);
      if (!ratio) return false;
    }
  }
  if (kind == Kind::same_family) {
    const std::string names = "“" + std::string(a.name) + "”“" + std::string(b.name) + "”";
    say(relation.remark, names + "同属" + a.entry->family + "类计数");
  }
  if (a.name != b.name) {
    if (a.entry != nullptr && kind != Kind::same) say(relation.remark, a.entry->note);
    if (b.entry != nullptr && kind != Kind::same) say(relation.remark, b.entry->note);
  }
  if (kind == Kind::same && ratio->factor != ratio->divisor) kind = Kind::converted;
  const Ratio so_far{relation.factor, relation.divisor};
  const auto all =
      below ? times(so_far, ratio->divisor, ratio->factor) : times(so_far, ratio->factor, ratio->divisor);
  if (!all) return false;
  relation.factor = all->factor;
  relation.divisor = all->divisor;
  if (kind == Kind::same_family || relation.kind == Kind::same) relation.kind = kind;
  return true;
}

/// Pairs every factor of one side with one of the other, equal names before convertible ones.
bool pair_up(UnitRelation& relation, std::vector<Factor>& first, std::vector<Factor>& second, bool below) {
  if (first.size() != second.size()) return false;
  for (const bool exact : {true, false}) {
    for (Factor& a : first) {
      if (a.taken) continue;
      for (Factor& b : second) {
        const Kind kind = b.taken ? Kind::different : relate_factors(a, b);
        if (kind == Kind::different || (exact && kind != Kind::same)) continue;
        if (!join(relation, a, b, kind, below)) return false;
        a.taken = b.taken = true;
        break;
      }
      if (!exact && !a.taken) return false;
    }
  }
  return true;
}

}  // namespace

UnitRelation relate(std::string_view first, std::string_view second, const UnitTable& units) {
  UnitRelation relation;
  if (first == second) {
    relation.kind = Kind::same;
    return relation;
  }
  if (first.empty() || second.empty()) {
    relation.kind = Kind::one_missing;
    return relation;
  }
  auto a = compound_of(first, units);
  auto b = compound_of(second, units);
  if (!a || !b) return relation;
  relation.kind = Kind::same;
  if (!pair_up(relation, a->above, b->above, false) || !pair_up(relation, a->below, b->below, true))
    return {};
  if (relation.kind == Kind::converted &&
      relation.remark.empty()) {  // 张/百人 and 张/万人: nothing but counts
    say_conversion(relation.remark, first, second, {relation.factor, relation.divisor});
  }
  return relation;
}

}  // namespace jiheng::quantity
