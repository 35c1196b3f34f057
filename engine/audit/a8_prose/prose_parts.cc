// A803. Takes a sentence with a total and its parts (其中, 分别为, in brackets, 合计), gives those that do not add up. A list
// that may be incomplete is wrong only where it is more than its total. Where the first few parts make the total, or a part
// is followed by its own parts, it is right.
#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/a8_prose/prose_checks.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;

constexpr std::size_t kMostParts = 60;

struct Parts {
  const Figure* total = nullptr;
  std::vector<const Figure*> list;
  bool complete = false;  ///< 分别为, or an enumeration in brackets: nothing is left out
};

/// With its sign: 项目支出减少 5 is a part of −5 of an increase.
Decimal signed_amount(const Figure& part, bool of_change) {
  return of_change && change_of(part) < 0 ? part.amount.negated() : part.amount;
}

/// What rounding may have taken away of a sum of so many: half of the finest last place printed in any of them.
Decimal slack_of(const Parts& parts) {
  Decimal last = parts.total->last;
  for (const Figure* f : parts.list) last = std::min(last, f->last);
  const bool counted = parts.total->kind == Figure::Kind::count && last <= Decimal(1);
  if (counted) return 0;
  const auto count = static_cast<std::int64_t>(parts.list.size() + 1);
  return last * Decimal::of(5, 1) * count;
}

/// The parts without the parts of parts: of 基本支出 30，包括人员 20、公用 10，项目支出 5 the first and the last.
Parts top_level(const Parts& parts, const Decimal& slack) {
  Parts top{parts.total, {}, parts.complete};
  for (std::size_t i = 0; i < parts.list.size(); ++i) {
    const Figure& part = *parts.list[i];
    top.list.push_back(&part);
    Decimal own;
    for (std::size_t j = i + 1; j < parts.list.size() && own <= part.amount; ++j) {
      own += parts.list[j]->amount;
      if (j == i + 1 || (own - part.amount).magnitude() > slack) continue;
      i = j;
      break;
    }
  }
  return top;
}

/// True where the first few of them make the total.
bool add_up(const Parts& parts, const Decimal& slack) {
  const bool of_change = change_of(*parts.total) != 0;
  const Decimal total = signed_amount(*parts.total, of_change);
  Decimal sum;
  return std::any_of(parts.list.begin(), parts.list.end(), [&](const Figure* part) {
    sum += signed_amount(*part, of_change);
    return (sum - total).magnitude() <= slack;
  });
}

Decimal total_of(const Parts& parts) {
  Decimal sum;
  for (const Figure* f : parts.list) sum += signed_amount(*f, change_of(*parts.total) != 0);
  return sum;
}

/// Both of a pair that makes the whole: then nothing else is left out.
bool has_both(const Parts& parts, std::string_view one, std::string_view other) {
  const auto has = [&](std::string_view word) {
    return std::any_of(parts.list.begin(), parts.list.end(),
                       [word](const Figure* f) { return f->label.find(word) != std::string::npos; });
  };
  return has(one) && has(other);
}

/// Amounts as printed where all are in one unit: "354 + 168 = 522".
std::string addition(const Parts& parts, const Decimal& sum) {
  std::string text;
  for (const Figure* f : parts.list) text += (text.empty() ? "" : " + ") + f->text;
  return fmt::format("{} = {}", text, amount_like(sum, *parts.total));
}

/// `lists`: ways to read where the list ends; the first is shown.
void judge(const SentenceView& view, const std::vector<Parts>& lists, Findings& findings) {
  for (const Parts& flat : lists) {
    if (flat.list.size() > kMostParts || flat.total->amount.is_zero()) return;
    const Decimal slack = slack_of(flat);
    if (add_up(flat, slack) || add_up(top_level(flat, slack), slack)) return;
  }
  const Decimal slack = slack_of(lists.front());
  const Parts parts = top_level(lists.front(), slack);
  if (parts.list.size() < 2) return;
  const bool complete =
      parts.complete || has_both(parts, "基本支出", "项目支出") || has_both(parts, "人员经费", "公用经费");
  const bool above = total_of(parts) > parts.total->amount + slack;
  if (!complete && !above) return;
  Finding finding{"A803",
                  fmt::format("写着“{}”，各部分 {}", parts.total->label + parts.total->text,
                              addition(parts, total_of(parts))),
                  named({parts.total}),
                  {view.sentence.where},
                  "总数应等于各部分之和。",
                  "核对总数和每一部分；没有列全的，写明“等”或另列“其他”。"};
  for (const auto& part : named(parts.list)) finding.figures.push_back(part);
  findings.push_back(std::move(finding));
}

/// The parts behind a total: to the end of the list (；), or of the sentence where every part is a clause of its own.
std::vector<Parts> parts_behind(const SentenceView& view, const Figure& total, std::size_t first,
                                std::size_t begin, bool complete) {
  Parts parts{&total, {}, complete};
  Parts clause = parts;
  const auto& figures = view.figures();
  const std::size_t semicolon = view.sentence.prose.text.find(';', begin);
  for (std::size_t i = first; i < figures.size(); ++i) {
    const Figure& f = figures[i];
    const bool change = change_of(f) != 0 && change_of(total) == 0;
    if (!is_amount(f) || change || f.depth != total.depth || contains_any(f.label, {"占"}) ||
        !same_kind(f, total, view.units))
      continue;
    parts.list.push_back(&f);
    if (f.begin < semicolon) clause.list.push_back(&f);
  }
  if (clause.list.size() < 2 || clause.list.size() == parts.list.size()) return {parts};
  return {clause, parts};
}

/// The figure that a list beginning at this byte is the parts of: the nearest amount before it.
const Figure* total_before(const std::vector<Figure>& figures, std::size_t at) {
  const Figure* total = nullptr;
  for (const Figure& f : figures) {
    if (f.end <= at && is_amount(f)) total = &f;
  }
  return total;
}

void check_list(const SentenceView& view, std::string_view word, bool complete, Findings& findings) {
  const std::string& text = view.sentence.prose.text;
  const auto& figures = view.figures();
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return;
  const Figure* total = total_before(figures, at);
  if (total == nullptr && at == 0 && !view.before.empty()) {  // …。其中：
    const auto& above = view.before.front()->figures;
    const auto amounts = std::count_if(above.begin(), above.end(),
                                       [](const Figure& f) { return is_amount(f) && change_of(f) == 0; });
    if (amounts != 1) return;
    total = &*std::find_if(above.begin(), above.end(),
                           [](const Figure& f) { return is_amount(f) && change_of(f) == 0; });
  }
  if (total == nullptr) return;
  if (change_of(*total) != 0 && contains_any(text.substr(0, at), {"减幅", "增幅", "%"})) {
    // 收入 100，比上年增加 5，增幅 5%，其中：… are the parts of the income or of the increase.
    for (const Figure& f : figures) {
      if (f.end > at || !is_amount(f) || change_of(f) != 0) continue;
      total = &f;
      break;
    }
  }
  const auto first =
      std::find_if(figures.begin(), figures.end(), [at](const Figure& f) { return f.begin > at; });
  judge(view, parts_behind(view, *total, static_cast<std::size_t>(first - figures.begin()), at, complete),
        findings);
}

/// 515 人（正高 5 人，高级 120 人，…）.
void check_brackets(const SentenceView& view, Findings& findings) {
  const auto& figures = view.figures();
  const std::string& text = view.sentence.prose.text;
  for (std::size_t i = 0; i + 2 < figures.size(); ++i) {
    const Figure& total = figures[i];
    if (!is_amount(total) || text.substr(total.end, 1) != "(") continue;
    Parts parts{&total, {}, true};
    for (std::size_t j = i + 1; j < figures.size() && figures[j].depth > total.depth; ++j) {
      if (!is_amount(figures[j]) || !same_kind(figures[j], total, view.units) ||
          figures[j].depth != total.depth + 1) {
        parts.complete = false;
        break;
      }
      parts.list.push_back(&figures[j]);
    }
    if (parts.list.empty() || !parts.complete) continue;
    const std::string inside = text.substr(total.end, parts.list.back()->end - total.end);
    const std::string rest = text.substr(parts.list.back()->end, 3);
    if (contains_any(inside, {"其中", "含", "包括", "上年", "增", "减"}) || rest == "等") continue;
    judge(view, {parts}, findings);
  }
}

/// A …，B …，合计 T.
void check_total_behind(const SentenceView& view, Findings& findings) {
  const auto& figures = view.figures();
  for (std::size_t k = 2; k < figures.size(); ++k) {
    const Figure& total = figures[k];
    const bool is_total =
        total.label == "合计" || total.label == "共计" || total.label == "合计为" || total.label == "总计";
    if (!is_total || !is_amount(total)) continue;
    Parts parts{&total, {}, true};
    for (std::size_t i = k; i-- > 0 && is_amount(figures[i]) && same_kind(figures[i], total, view.units);) {
      parts.list.push_back(&figures[i]);
    }
    judge(view, {parts}, findings);
  }
}

}  // namespace

void check_parts(const SentenceView& view, Findings& findings) {
  check_list(view, "其中", false, findings);
  check_list(view, "分别为", true, findings);
  check_list(view, "分别是", true, findings);
  check_list(view, "包括:", false, findings);
  check_brackets(view, findings);
  check_total_behind(view, findings);
}

}  // namespace jiheng::audit
