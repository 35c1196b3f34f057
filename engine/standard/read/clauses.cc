// Takes tokens, gives parts and clauses. An effect ends a clause, whatever punctuation stands around it; what stands before
// it since the last effect is its condition.
#include "engine/standard/read/clauses.h"

#include <algorithm>

#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

/// 以100%为标准, 目标340天, 标准值为5%.
bool is_baseline(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
  const Token& t = tokens[i];
  if (i >= 2 && tokens[i - 1].kind == Kind::colon && tokens[i - 2].kind == Kind::words) {  // （标准：≤0.5%）
    const std::string_view named = text.substr(tokens[i - 2].begin, tokens[i - 2].end - tokens[i - 2].begin);
    if (named == "标准" || named == "目标" || named == "目标值" || named == "标准值" || named == "年度目标")
      return true;
  }
  if (!t.bare && !t.equals) return false;
  const std::string_view after = text.substr(t.end);
  for (const std::string_view word : {"为标准", "为基准", "为满分线", "为目标值", "为目标", "为基数"}) {
    if (after.starts_with(word)) return true;
  }
  if (i == 0 || tokens[i - 1].kind != Kind::words) return false;
  const std::string_view before = text.substr(tokens[i - 1].begin, t.begin - tokens[i - 1].begin);
  for (const std::string_view word :
       {"目标", "目标值", "目标值为", "目标为", "标准值", "标准值为", "基准值", "基准值为", "标准为"}) {
    if (!before.ends_with(word)) continue;
    for (const std::string_view far : {"低于", "高于", "超过", "少于", "超出", "完成"}) {
      if (before.find(far) != before.npos) return false;  // 低于目标值35天: a distance from it
    }
    if (t.unit == "%" && before.find("达到") != before.npos)
      return false;  // 达到年度目标值80%: a share of it
    return true;
  }
  return false;
}

class Grouper {
 public:
  Grouper(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  std::vector<RawPart> read() {
    out_.emplace_back();
    for (std::size_t i = 0; i < tokens_.size(); ++i) take(i);
    finish_part();
    std::erase_if(out_, [](const RawPart& p) {
      return p.clauses.empty() && p.rest.empty() && p.header == nullptr && p.baseline == nullptr &&
             p.rank == nullptr;
    });
    return std::move(out_);
  }

 private:
  RawPart& part() { return out_.back(); }

  void finish_part() {
    for (const Token* t : condition_) {
      if (!is_break(t->kind)) part().rest.push_back(t);
    }
    if (per_ != nullptr) part().rest.push_back(per_);
    condition_.clear();
    per_ = nullptr;
  }

  void finish_clause(const Token& effect) {
    RawClause clause;
    clause.condition = std::move(condition_);
    clause.per = per_;
    clause.effect = &effect;
    clause.partial = pending_partial_;
    condition_.clear();
    per_ = nullptr;
    pending_partial_ = nullptr;
    part().clauses.push_back(std::move(clause));
  }

  bool condition_says_nothing() const {
    return per_ == nullptr && std::all_of(condition_.begin(), condition_.end(),
                                          [](const Token* t) { return is_break(t->kind); });
  }

  void take(std::size_t i) {
    const Token& t = tokens_[i];
    switch (t.kind) {
      case Kind::marker:
        finish_part();
        out_.emplace_back();
        part().number = t.number;
        part().begin = t.begin;
        return;
      case Kind::floor:
        if (part().clauses.empty()) return;
        // 扣完为止 speaks of all deductions before it
        for (RawClause& c : part().clauses) c.floored = true;
        if (t.has_marks && !t.marks.share) {
          part().clauses.back().floored_at = t.marks.high;
          part().clauses.back().floored_to = t.down_to;
        }
        return;
      case Kind::cap:
        if (caps_all_before(i)) {
          part().whole_cap = &t;
          condition_.clear();
          return;
        }
        if (t.adds && t.deducts) {  // 加分或扣分不超过3分
          for (RawClause& c : part().clauses) {
            if (c.per != nullptr) c.cap = &t;
          }
          condition_.clear();
          return;
        }
        if (t.adds != t.deducts && cap_of_its_kind(t)) {
          condition_.clear();
          return;
        }
        if (!part().clauses.empty() && part().clauses.back().cap == nullptr && condition_says_nothing()) {
          part().clauses.back().cap = &t;
        } else if (!part().clauses.empty() && part().clauses.back().cap == nullptr) {
          part().clauses.back().cap = &t;
          condition_.clear();  // 本项加分: the words before a cap name what it caps
        } else {
          condition_.push_back(&t);
        }
        return;
      case Kind::header:
        if (part().header == nullptr) part().header = &t;
        drop_words_before_header();
        return;
      case Kind::definition:
        part().definition = &t;
        condition_.clear();
        return;
      case Kind::rank:
        part().rank = &t;
        return;
      case Kind::and_so_on:
        part().and_so_on = &t;
        return;
      case Kind::partial:
        if (!part().clauses.empty() && condition_says_nothing()) {
          for (RawClause& c : part().clauses) {
            if (c.per != nullptr) c.partial = &t;
          }
        } else {
          pending_partial_ = &t;
        }
        return;
      case Kind::per:
        if (per_ != nullptr) condition_.push_back(per_);
        per_ = &t;
        return;
      case Kind::value:
        if (part().baseline == nullptr && is_baseline(text_, tokens_, i)) {
          part().baseline = &t;
          return;
        }
        condition_.push_back(&t);
        return;
      default:
        break;
    }
    if (!is_effect(t.kind)) {
      condition_.push_back(&t);
      return;
    }
    // (5分) behind an effect: the marks of the whole
    const bool bracketed = t.kind == Kind::give && t.bare && i > 0 && tokens_[i - 1].kind == Kind::open;
    if (bracketed && condition_says_nothing() && !part().clauses.empty() && part().header == nullptr) {
      part().header = &t;
      condition_.clear();
      return;
    }
    finish_clause(t);
  }

  /// 以上项目累计扣分不超过2分.
  bool caps_all_before(std::size_t i) const {
    if (i == 0 || tokens_[i - 1].kind != Kind::words) return false;
    const std::string_view words =
        text_.substr(tokens_[i - 1].begin, tokens_[i - 1].end - tokens_[i - 1].begin);
    return words.starts_with("以上") && (words.find("累计") != words.npos ||
                                         words.find("合计") != words.npos || words.find("共") != words.npos);
  }

  /// 加分不超过2分, behind what is added and what is taken: the last that adds.
  bool cap_of_its_kind(const Token& cap) {
    if (part().clauses.empty() || part().clauses.back().per == nullptr) return false;
    const Kind kind = cap.adds ? Kind::add : Kind::deduct;
    if (part().clauses.back().effect->kind == kind) return false;  // as any other
    for (auto c = part().clauses.rbegin(); c != part().clauses.rend(); ++c) {
      if (c->per == nullptr || c->effect->kind != kind || c->cap != nullptr) continue;
      c->cap = &cap;
      return true;
    }
    return false;
  }

  void drop_words_before_header() {
    while (!condition_.empty() && condition_.back()->kind == Kind::words) condition_.pop_back();
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<RawPart> out_;
  std::vector<const Token*> condition_;
  const Token* per_ = nullptr;
  const Token* pending_partial_ = nullptr;
};

}  // namespace

std::size_t RawClause::begin() const {
  std::size_t from = per != nullptr ? std::min(per->begin, effect->begin) : effect->begin;
  for (const Token* t : condition) {
    if (!is_break(t->kind)) return std::min(from, t->begin);
  }
  return from;
}

std::size_t RawClause::end() const {
  const std::size_t last = condition.empty() ? 0 : condition.back()->end;
  return effect->begin < begin() + 1 ? std::max(effect->end, last) : effect->end;
}

std::vector<RawPart> parts(std::string_view text, const std::vector<Token>& tokens) {
  return Grouper(text, tokens).read();
}

}  // namespace jiheng::standard
