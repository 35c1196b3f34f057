// Takes several clauses that give marks, gives whether they are added up, stand for one another, or nobody knows; those that
// are added up as parts of their own.
#include <algorithm>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;

/// 6月底, 9月底, 年末: each clause speaks of a time of its own.
bool names_a_date(std::string_view words) {
  for (const std::string_view date :
       {"月底", "月末", "月前", "季度末", "上半年", "年底", "年末", "月30日", "月31日"}) {
    if (words.find(date) != words.npos) return true;
  }
  return false;
}

/// 基本健全的 beside 制度健全的: a lower degree of the same.
bool is_less_of(std::string_view words, std::string_view whole) {
  constexpr std::size_t kTwo = 6;
  for (const std::string_view degree : {"基本", "比较", "较", "部分", "大部分", "不太", "一般"}) {
    if (!words.starts_with(degree)) continue;
    const std::string_view rest = words.substr(degree.size());
    if (rest.size() >= kTwo && whole.find(rest.substr(0, kTwo)) != whole.npos) return true;
  }
  return false;
}

/// The marks of the whole, where they are known: the row's, or those that the text begins with.
std::optional<Decimal> known_marks(const RawPart& kept, const std::optional<Decimal>& full) {
  if (full || kept.header == nullptr) return full;
  return kept.header->marks.high;
}

}  // namespace

bool Builder::all_numeric(const std::vector<const RawClause*>& gives) {
  return std::none_of(gives.begin(), gives.end(), [](const RawClause* c) { return values_of(*c).empty(); });
}

bool Builder::all_worded(const std::vector<const RawClause*>& gives) {
  return std::all_of(gives.begin(), gives.end(), [](const RawClause* c) { return values_of(*c).empty(); });
}

Builder::Together Builder::gives_together(const Sorted& s, const RawPart& kept,
                                          const std::optional<Decimal>& full) {
  if (s.gives.size() < 2) return Together::one;
  Decimal sum = 0;
  Decimal most = 0;
  bool shares = false;
  bool degrees = true;
  for (const RawClause* c : s.gives) {
    sum += c->effect->marks.high;
    most = std::max(most, c->effect->marks.high);
    shares = shares || c->effect->marks.share;
    degrees = degrees && (c == s.gives.front() || has_degree(last_words_of(*c)));
  }
  const std::optional<Decimal> known = known_marks(kept, full);
  // 6月底达到50%得4分，9月底达到75%得3分: each at its own time, where together they are the marks
  const bool at_its_time = known && sum == *known && most < *known &&
                           std::all_of(s.gives.begin(), s.gives.end(),
                                       [&](const RawClause* c) { return names_a_date(words_of(*c)); });
  if (all_numeric(s.gives) && one_number(s.gives) && !at_its_time) return Together::one;
  if (shares) return refuse(s.gives[1]->begin(), s.gives[1]->end()), Together::refused;
  if (known ? sum == *known : adds_up_ || !degrees) {
    for (std::size_t i = 1; i < s.gives.size(); ++i) {  // 健全得4分，基本健全得2分: never both
      if (is_less_of(last_phrase_of(*s.gives[i]), last_phrase_of(*s.gives[i - 1])))
        return refuse(s.gives[i]->begin(), s.gives[i]->end()), Together::refused;
    }
    return Together::added;
  }
  if (known ? most == *known : degrees) return Together::one;
  open(s.gives[0]->begin(), s.gives[1]->end(), {"各项相加", "取其中一项"});
  refused_ = true;
  return Together::refused;
}

/// Each clause that gives marks with what follows it, as a part of its own.
void Builder::build_added(const Sorted& s, const RawPart& kept, const std::optional<Decimal>& full,
                          const Part& part) {
  const bool sure = known_marks(kept, full) || adds_up_;
  if (!sure) open(s.gives[0]->begin(), s.gives[1]->end(), {"各项相加", "取其中一项"});
  const std::size_t before = out_.parts.size();
  std::vector<RawPart> pieces;
  for (const RawClause& c : kept.clauses) {
    const bool starts = c.effect->kind == Kind::give && !c.effect->marks.high.is_zero() && c.per == nullptr;
    if (starts || pieces.empty()) {
      pieces.emplace_back();
      pieces.back().baseline = kept.baseline;
    }
    pieces.back().clauses.push_back(c);
  }
  const RawClause& end = pieces.back().clauses.back();
  const std::string_view verb = text_.substr(end.effect->begin);
  const std::string before_each = last_words_of(end);
  const bool each_of_them = verb.starts_with("分别") || verb.starts_with("各") || verb.starts_with("均") ||
                            before_each == "每项" || before_each == "各项" || before_each == "任一项";
  const bool for_each = end.per != nullptr && each_of_them;
  if (for_each || (s.proportions.size() == 1 && end.effect == s.proportions[0]->effect)) {
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) pieces[i].clauses.push_back(end);
  }
  for (const RawPart& piece : pieces) {
    build_part(piece, std::nullopt);
    if (refused_) return;
  }
  for (std::size_t i = before; i < out_.parts.size(); ++i) {
    for (const Rule& r : part.instead) out_.parts[i].instead.push_back(r);
  }
  if (!sure) refused_ = true;
}

}  // namespace jiheng::standard
