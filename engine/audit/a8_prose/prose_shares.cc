// A802, A804, A808. Takes a sentence, gives shares, completion rates and rates of counted cases that do not follow from the
// figures beside them. A share is wrong only where what it is a share of is stated.
#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/a8_prose/prose_checks.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using scoring::figure;

bool is_standing_amount(const Figure& f) { return is_amount(f) && change_of(f) == 0; }

bool follows(const Figure& part, const Figure& whole, const Figure& rate) {
  if (part.amount.is_zero()) return rate.amount.is_zero() || whole.amount.is_zero();
  const auto share = percent(part.span(), whole.span());
  return !share || touch(*share, rate.rounded_or_cut());
}

/// "80.79%".
std::string share_of(const Figure& part, const Figure& whole) {
  const auto share = base::divide(part.amount * 100, whole.amount, 4);
  return share ? figure(*share, 2) + "%" : "";
}

void add_share(std::string id, const SentenceView& view, const Figure& part, const Figure& whole,
               const Figure& rate, std::string why, Findings& findings) {
  findings.push_back({std::move(id),
                      fmt::format("写着“{}”，{} ÷ {} = {}", rate.label + rate.text, part.text, whole.text,
                                  share_of(part, whole)),
                      {{part.label.empty() ? "数" : part.label, part.text},
                       {whole.label.empty() ? "总数" : whole.label, whole.text},
                       {rate.label.empty() ? "比率" : rate.label, rate.text},
                       {"按数计算", share_of(part, whole)}},
                      {view.sentence.where},
                      std::move(why),
                      "核对这三个数。"});
}

/// What a share is a share of: 占本年支出合计的 -> 支出.
std::string core_of(std::string_view name) {
  std::string core(name);
  for (const std::string_view word : {"本年度", "本年", "当年", "全年", "年度", "合计", "总额", "总计", "总",
                                      "的", "为", "比例", "比重", "数", "达"}) {
    for (std::size_t at = core.find(word); at != std::string::npos; at = core.find(word))
      core.erase(at, word.size());
  }
  return core;
}

/// The words of a base: behind 占. nullopt where the figure is no share.
std::optional<std::string_view> base_name(const Figure& rate) {
  const std::size_t at = rate.label.rfind("占");
  if (at == std::string::npos) return std::nullopt;
  return std::string_view(rate.label).substr(at + std::string_view("占").size());
}

/// Figures in front of this one in its sentence, the nearest first, then those of the sentences right above.
std::vector<const Figure*> earlier(const SentenceView& view, std::size_t k) {
  std::vector<const Figure*> out;
  for (std::size_t i = k; i-- > 0;) out.push_back(&view.figures()[i]);
  for (const Prose* prose : view.before) {
    for (std::size_t i = prose->figures.size(); i-- > 0;) out.push_back(&prose->figures[i]);
  }
  return out;
}

/// A，占 B 的 P%: the base stands between.
bool check_stated_base(const SentenceView& view, std::size_t k, Findings& findings) {
  const auto& figures = view.figures();
  if (k < 2 || !figures[k].label.starts_with("的") || !contains_any(figures[k - 1].label, {"占"}))
    return false;
  const Figure& part = figures[k - 2];
  const Figure& whole = figures[k - 1];
  if (!is_standing_amount(part) || !is_standing_amount(whole) || !same_kind(part, whole, view.units))
    return true;
  if (!follows(part, whole, figures[k])) {
    add_share("A802", view, part, whole, figures[k], "占比 = 部分 ÷ 总数。", findings);
  }
  return true;
}

/// A，占 NAME 的 P%: the base is a figure with that name in front of it, or the total before 其中.
void check_named_base(const SentenceView& view, std::size_t k, Findings& findings) {
  const Figure& rate = view.figures()[k];
  const auto name = base_name(rate);
  if (!name || k == 0) return;
  const Figure& part = view.figures()[k - 1];
  if (!is_standing_amount(part) || part.depth != rate.depth) return;
  const std::string core = core_of(*name);
  const Figure* base = nullptr;
  for (const Figure* f : earlier(view, k - 1)) {
    if (!is_standing_amount(*f) || !same_kind(*f, part, view.units)) continue;
    if (follows(part, *f, rate)) return;
    const std::string own = core_of(f->label);
    const bool same_name = !core.empty() && !own.empty() && (own.ends_with(core) || core.ends_with(own));
    if (base == nullptr && same_name && f->amount >= part.amount) base = f;
  }
  if (follows(part, part, rate)) return;  // 100% of itself
  if (base != nullptr) add_share("A802", view, part, *base, rate, "占比 = 部分 ÷ 总数。", findings);
}

bool is_budget(const Figure& f) {
  return is_standing_amount(f) && f.kind == Figure::Kind::money && contains_any(f.label, {"预算"}) &&
         !contains_any(f.label, {"执行数", "支出数", "决算"});
}
bool is_spent(const Figure& f) {
  return is_standing_amount(f) && f.kind == Figure::Kind::money &&
         contains_any(f.label, {"决算", "执行数", "实际支出", "实际执行", "实际使用", "支出数"});
}
bool is_completion(const Figure& f) {
  return f.kind == Figure::Kind::percent && !f.approximate &&
         (contains_any(f.label, {"执行率"}) ||
          (contains_any(f.label, {"完成"}) && contains_any(f.label, {"预算"})));
}

/// 预算 A，决算 B，完成预算的 P%; where only B and 比预算减少 D are stated, the budget is their sum.
void check_completion(const SentenceView& view, std::size_t k, Findings& findings) {
  const auto& figures = view.figures();
  const Figure& rate = figures[k];
  const Figure* budget = nullptr;
  const Figure* spent = nullptr;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& f = figures[i];
    if (f.depth != rate.depth) continue;
    if (i < k && is_budget(f)) budget = &f;  // the nearest before the rate
    if (i < k && is_spent(f)) spent = &f;
  }
  if (spent == nullptr) return;
  if (budget == nullptr) {  // B，完成预算的 P%，比预算减少 D
    if (k + 1 >= figures.size()) return;
    const Figure& change = figures[k + 1];
    const int direction = change_of(change);
    if (direction == 0 || !contains_any(change.label, {"预算"}) || !same_kind(change, *spent, view.units))
      return;
    const Span planned =
        direction > 0 ? difference(spent->span(), change.span()) : sum(spent->span(), change.span());
    const auto share = percent(spent->span(), planned);
    if (!share || touch(*share, rate.rounded_or_cut())) return;
    Figure whole = *spent;
    whole.amount = direction > 0 ? spent->amount - change.amount : spent->amount + change.amount;
    whole.label = "预算";
    whole.text = amount_like(whole.amount, *spent);
    add_share("A804", view, *spent, whole, rate, "完成率 = 支出 ÷ 预算；预算由支出和增减额算出。", findings);
    return;
  }
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      const bool both = is_standing_amount(figures[i]) && is_standing_amount(figures[j]) &&
                        same_kind(figures[i], figures[j], view.units);
      if (i != j && both && follows(figures[i], figures[j], rate)) return;
    }
  }
  if (!budget->amount.is_zero())
    add_share("A804", view, *spent, *budget, rate, "执行率（完成率）= 支出 ÷ 预算。", findings);
}

/// 成功调解案件 154 件，调解成功率 80%: every character of the rate's name is in the words before the count.
void check_counted_rate(const SentenceView& view, std::size_t k, Findings& findings) {
  const auto& figures = view.figures();
  const Figure& rate = figures[k];
  const std::size_t end = rate.label.rfind("率");
  if (k == 0 || rate.kind != Figure::Kind::percent || rate.approximate || end == std::string::npos) return;
  const Figure& part = figures[k - 1];
  const std::string name = rate.label.substr(0, end);
  if (!is_standing_amount(part) || part.kind != Figure::Kind::count || name.size() < 6 || name.size() > 24)
    return;
  for (std::size_t at = 0; at + 3 <= name.size(); at += 3) {
    if (part.label.find(name.substr(at, 3)) == std::string::npos) return;
  }
  const Figure* whole = nullptr;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& f = figures[i];
    if (i == k - 1 || !is_standing_amount(f) || !same_kind(f, part, view.units)) continue;
    if (follows(part, f, rate)) return;
    if (i < k && f.amount >= part.amount && (whole == nullptr || f.amount > whole->amount)) whole = &f;
  }
  if (whole != nullptr)
    add_share("A808", view, part, *whole, rate, "同一句里没有一个数能算出这个率。", findings);
}

}  // namespace

void check_shares(const SentenceView& view, Findings& findings) {
  const auto& figures = view.figures();
  for (std::size_t k = 0; k < figures.size(); ++k) {
    const Figure& rate = figures[k];
    if (rate.kind != Figure::Kind::percent || rate.approximate) continue;
    if (check_stated_base(view, k, findings)) continue;
    if (is_completion(rate)) {
      check_completion(view, k, findings);
    } else if (base_name(rate)) {
      check_named_base(view, k, findings);
    } else {
      check_counted_rate(view, k, findings);
    }
  }
}

}  // namespace jiheng::audit
