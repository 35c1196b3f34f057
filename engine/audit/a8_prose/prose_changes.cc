// A801, A805. Takes a sentence, gives increases and rates of growth that do not follow from its figures. An amount of this
// year, its change and its rate must agree; so must 从 … 增加到 ….
#include <fmt/format.h>

#include "engine/audit/a8_prose/prose_checks.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;

/// What this year's figure was before the change.
std::optional<Span> before_change(const Span& now, const Span& change, int direction) {
  return direction > 0 ? difference(now, change) : sum(now, change);
}

/// Amounts a change may have happened to: those in front of it, here and in the sentences right above.
std::vector<const Figure*> subjects(const SentenceView& view, const Figure& change) {
  std::vector<const Figure*> out;
  const auto take = [&](const Figure& f) {
    if (is_amount(f) && change_of(f) == 0 && same_kind(f, change, view.units)) out.push_back(&f);
  };
  for (std::size_t i = view.figures().size(); i-- > 0;) {
    if (view.figures()[i].begin < change.begin) take(view.figures()[i]);
  }
  for (const Prose* prose : view.before) {
    for (std::size_t i = prose->figures.size(); i-- > 0;) take(prose->figures[i]);
  }
  return out;
}

/// True where the rate follows from the change and this figure of now, or of the year before.
bool rate_follows(const Figure& now, const Figure& change, int direction, const Figure& rate) {
  const auto prior = before_change(now.span(), change.span(), direction);
  if (!prior || prior->low.sign() <= 0) return true;  // from nothing: no rate is right or wrong
  for (const Span& divisor : {*prior, now.span()}) {
    const auto share = percent(change.span(), divisor);
    if (share && touch(*share, rate.rounded_or_cut())) return true;
  }
  return false;
}

void check_rate_of_change(const SentenceView& view, const Figure& change, const Figure& rate,
                          Findings& findings) {
  const int direction = change_of(change);
  const auto now = subjects(view, change);
  if (now.empty()) return;
  for (const Figure* f : now) {
    if (rate_follows(*f, change, direction, rate)) return;
  }
  const Figure& subject = *now.front();
  const Decimal prior = direction > 0 ? subject.amount - change.amount : subject.amount + change.amount;
  const auto computed = base::divide(change.amount * 100, prior, 4);
  if (!computed) return;
  findings.push_back({"A801",
                      fmt::format("写着“{}”：{} {} {}，上年是 {}，应是 {}%", view.quoted(change, rate),
                                  subject.text, direction > 0 ? "减" : "加", change.text,
                                  amount_like(prior, subject), figure(*computed, 2)),
                      {{"本年", subject.text},
                       {"增减", change.text},
                       {"幅度", rate.text},
                       {"按数计算", figure(*computed, 4) + "%"}},
                      {view.sentence.where},
                      "增减幅度 = 增减额 ÷ 上年数，上年数 = 本年数 ∓ 增减额。",
                      "核对本年数、增减额和幅度。"});
}

/// 从 A 增加到 B，增加 D / 增长 P%.
void check_from_to(const SentenceView& view, std::size_t i, Findings& findings) {
  const auto& figures = view.figures();
  const Figure& from = figures[i];
  const Figure& to = figures[i + 1];
  const Figure& change = figures[i + 2];
  if (!is_amount(from) || !is_amount(to) || change.approximate || !same_kind(from, to, view.units)) return;
  const bool is_from = from.label.starts_with("从") || from.label.starts_with("由") ||
                       ends_with_any(from.label, {"从", "由", "的"});
  const bool is_to =
      ends_with_any(to.label, {"增加到", "增长到", "增至", "升至", "提高到", "上升到", "提升到", "扩大到",
                               "减少到", "下降到", "降至", "减至", "降到", "降低到", "压减到", "压减至"});
  const bool begins = contains_any(from.label, {"从", "由"});
  if (!is_to || !(is_from || begins) || change_of(change) == 0) return;
  const bool up = to.amount >= from.amount;
  const Span moved = up ? difference(to.span(), from.span()) : difference(from.span(), to.span());
  const Span positive{std::max(moved.low, Decimal(0)), moved.high};
  const bool rate = change.kind == Figure::Kind::percent;
  if (!rate && !same_kind(change, from, view.units)) return;
  const auto expected = rate ? percent(positive, from.span()) : std::optional(positive);
  if (!expected || touch(*expected, change.rounded_or_cut())) return;
  const Decimal exact = (to.amount - from.amount).magnitude();
  const auto unit = base::divide(rate ? exact * 100 : exact, rate ? from.amount : Decimal(1), 4);
  if (!unit) return;
  findings.push_back({rate ? "A801" : "A805",
                      fmt::format("写着“{}”，按两个数算是 {}{}", view.quoted(from, change), figure(*unit, 2),
                                  rate ? "%" : change.unit),
                      {{"原来", from.text}, {"后来", to.text}, {rate ? "幅度" : "增减", change.text}},
                      {view.sentence.where},
                      rate ? "增减幅度 = 增减额 ÷ 原来的数。" : "增减额是两个数的差。",
                      "核对这三个数。"});
}

/// 预算 A，决算 B，比预算减少 D.
void check_change_of_budget(const SentenceView& view, std::size_t k, Findings& findings) {
  const auto& figures = view.figures();
  const Figure& change = figures[k];
  if (!is_amount(change) || change_of(change) == 0 || !contains_any(change.label, {"预算"})) return;
  const Figure* budget = nullptr;
  const Figure* spent = nullptr;
  for (std::size_t i = 0; i < k; ++i) {
    const Figure& f = figures[i];
    if (!is_amount(f) || f.depth != change.depth || change_of(f) != 0 || !same_kind(f, change, view.units))
      continue;
    const bool is_spent = contains_any(f.label, {"决算", "执行", "实际支出", "支出为"});
    const bool is_budget = !is_spent && contains_any(f.label, {"预算"});
    if ((is_budget && budget != nullptr) || (is_spent && spent != nullptr) || (!is_budget && !is_spent))
      return;
    (is_budget ? budget : spent) = &f;
  }
  if (budget == nullptr || spent == nullptr) return;
  const bool up = change_of(change) > 0;
  const Span moved =
      up ? difference(spent->span(), budget->span()) : difference(budget->span(), spent->span());
  if (touch(moved, change.span())) return;
  const Decimal exact = spent->amount - budget->amount;
  findings.push_back({"A805",
                      fmt::format("写着“{}”，预算 {}，决算 {}，相差 {}", change.label + change.text,
                                  budget->text, spent->text, amount_like(exact.magnitude(), *spent)),
                      {{"预算", budget->text}, {"决算", spent->text}, {"增减", change.text}},
                      {view.sentence.where},
                      "增减额是两个数的差。",
                      "核对这三个数。"});
}

}  // namespace

void check_changes(const SentenceView& view, Findings& findings) {
  const auto& figures = view.figures();
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (i + 2 < figures.size()) check_from_to(view, i, findings);
    check_change_of_budget(view, i, findings);
    if (i == 0) continue;
    const Figure& change = figures[i - 1];
    const Figure& rate = figures[i];
    if (rate.kind != Figure::Kind::percent || rate.approximate || change_of(rate) == 0 ||
        !is_amount(change) || change_of(change) == 0 || rate.depth != change.depth)
      continue;
    check_rate_of_change(view, change, rate, findings);
  }
}

}  // namespace jiheng::audit
