// Takes what a text says of the total and of the grade out of its clauses: 从总分中扣10分, 一票否决, 90分以上为优. It is kept beside
// the row's own rules and has no say in the row's points.
#include <algorithm>
#include <array>

#include "engine/standard/read/build.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

/// …从考核总分中, 总分: where the words that name the total begin, if they end the words; npos: they do not.
std::size_t total_begins(std::string_view words) {
  std::string_view rest = words;
  for (const std::string_view tail : {"中"sv, "里"sv, "内"sv, "上"sv, "直接"sv}) {
    if (rest.ends_with(tail)) rest.remove_suffix(tail.size());
  }
  if (!rest.ends_with("总分")) return words.npos;
  std::size_t at = rest.size() - "总分"sv.size();
  for (const std::string_view lead : {"考核"sv, "年度"sv, "目标"sv, "评价"sv, "本年度"sv, "年终"sv, "扣"sv,
                                      "从"sv, "在"sv, "由"sv, "于"sv}) {
    if (rest.substr(0, at).ends_with(lead)) at -= lead.size();
  }
  for (const std::string_view lead : {"考核"sv, "年度"sv, "从"sv, "在"sv, "由"sv, "于"sv}) {
    if (rest.substr(0, at).ends_with(lead)) at -= lead.size();
  }
  return at;
}

/// What becomes of the grade; not of the row alone: 该项一票否决.
bool names_a_grade_veto(std::string_view words) {
  for (const std::string_view own : {"该项"sv, "本项"sv, "此项"sv, "该指标"sv, "本指标"sv}) {
    if (words.find(own) != words.npos) return false;
  }
  for (const std::string_view veto :
       {"一票否决"sv, "取消评优"sv, "取消评先"sv, "取消当年评优"sv, "不得评优"sv, "不得评为"sv, "不能评为"sv,
        "直接评为"sv, "直接定为"sv, "评为不合格"sv, "定为不合格"sv, "确定为不合格"sv, "等次降低"sv,
        "降低一个等次"sv, "降一个等次"sv, "下调一个等次"sv, "未完成等级"sv, "取消评选资格"sv}) {
    if (words.find(veto) != words.npos) return true;
  }
  return false;
}

bool ends_sentence(const Token& t) { return t.kind == Kind::stop || t.kind == Kind::semicolon; }

}  // namespace

/// The words right before its points name the total, or 每… does.
bool Builder::is_of_the_total(const RawClause& c) const {
  if (c.effect->kind != Kind::deduct && c.effect->kind != Kind::add && c.effect->kind != Kind::give)
    return false;
  if (c.effect->marks.share) return false;
  if (c.per != nullptr) {
    const std::string_view per = text_.substr(c.per->begin, c.effect->begin - c.per->begin);
    return c.effect->kind != Kind::give && total_begins(per) != per.npos;
  }
  if (c.condition.empty() || c.condition.back()->kind != Kind::words) return false;
  const Token& last = *c.condition.back();
  const std::string_view words = text_.substr(last.begin, last.end - last.begin);
  const std::size_t at = total_begins(words);
  if (at == words.npos) return false;
  return c.effect->kind != Kind::give || (c.effect->bare && words.substr(at).starts_with("扣"));
}

void Builder::add_of_the_total(RawClause c) {
  Beyond beyond;
  beyond.rule.span = span_of(c);
  Change change;
  change.adds = c.effect->kind == Kind::add;
  change.marks = c.effect->marks;
  if (c.cap != nullptr) change.at_most = c.cap->marks;
  std::string per_words;
  if (c.per != nullptr) {
    const std::string_view per = text_.substr(c.per->begin, c.effect->begin - c.per->begin);
    per_words = need_name(per.substr(3, total_begins(per) - 3));
  } else {
    Token last = *c.condition.back();
    last.end = last.begin + total_begins(text_.substr(last.begin, last.end - last.begin));
    c.condition.pop_back();
    if (last.begin < last.end) {
      made_.push_back(last);
      c.condition.push_back(&made_.back());
    }
  }
  const auto values = values_of(c);
  const std::string words = need_name(last_words_of(c));
  if (c.per != nullptr) {
    if (!values.empty() || !(c.per->counts || c.per->unit.empty())) return refuse(c.begin(), c.end());
    change.by = Change::By::count;
    change.need = need(words.empty() ? per_words : words, NeedType::count, c.per->unit, true);
    out_.needs[change.need].assumed = true;
  } else if (!values.empty()) {
    auto tests = tests_of(c);
    if (!tests) return refuse(c.begin(), c.end());
    beyond.rule.when = std::move(*tests);
  } else {
    if (words.empty()) return refuse(c.begin(), c.end());
    beyond.rule.when.push_back({question(c, true)});
  }
  beyond.rule.effect = change;
  out_.beyond.push_back(std::move(beyond));
}

/// Sentences without points that say what becomes of the grade are taken out of these tokens.
void Builder::take_grades(std::vector<const Token*>& tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& t = *tokens[i];
    const std::string_view words = text_.substr(t.begin, t.end - t.begin);
    if (t.kind != Kind::words || !names_a_grade_veto(words)) continue;
    std::size_t from = i;
    while (from > 0 && !ends_sentence(*tokens[from - 1])) --from;
    std::size_t to = i + 1;
    while (to < tokens.size() && !ends_sentence(*tokens[to])) ++to;
    if (to == tokens.size() && i + 1 != to) continue;  // what stands behind has points of its own
    RawClause c;
    c.condition.assign(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                       tokens.begin() + static_cast<std::ptrdiff_t>(i));
    if (!values_of(c).empty()) continue;
    Beyond beyond;
    beyond.of = Beyond::Of::grade;
    beyond.grade = std::string(words);
    beyond.rule.span = folded_.span(tokens[from]->begin, t.end);
    const std::string name = need_name(last_words_of(c));
    if (name.empty()) continue;
    beyond.rule.when.push_back({need(name, NeedType::yesno, "", true)});
    out_.beyond.push_back(std::move(beyond));
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                 tokens.begin() + static_cast<std::ptrdiff_t>(to));
    i = from;
    if (i > 0) --i;
  }
}

void Builder::take_beyond(std::vector<RawPart>& raw) {
  for (RawPart& part : raw) {
    for (std::size_t i = 0; i < part.clauses.size() && !refused_;) {
      take_grades(part.clauses[i].condition);
      if (!is_of_the_total(part.clauses[i])) {
        ++i;
        continue;
      }
      add_of_the_total(part.clauses[i]);
      part.clauses.erase(part.clauses.begin() + static_cast<std::ptrdiff_t>(i));
    }
    take_grades(part.rest);
  }
}

/// 90分以上为优，80分以上为良: steps of the total.
void Builder::grade_table(const std::vector<RawPart>& raw) {
  std::vector<Span1> spans;
  std::vector<Beyond> grades;
  for (const RawPart& part : raw) {
    for (std::size_t i = 0; i + 1 < part.rest.size(); ++i) {
      const Token& value = *part.rest[i];
      const Token& words = *part.rest[i + 1];
      const std::string_view grade = text_.substr(words.begin, words.end - words.begin);
      if (value.kind != Kind::value || value.unit != "分" || words.kind != Kind::words) continue;
      const auto span = joined({&value});
      const std::size_t as = grade.find("为");
      if (!span || as == grade.npos) continue;
      Beyond b;
      b.of = Beyond::Of::grade;
      b.grade = std::string(grade.substr(as + 3));
      b.rule.span = folded_.span(value.begin, words.end);
      spans.push_back(*span);
      grades.push_back(std::move(b));
    }
  }
  if (grades.size() < 2) return;
  const Settled settled = settle(spans, including_);
  const std::size_t total = need("总分", NeedType::number, "分");
  for (std::size_t i = 0; i < grades.size(); ++i) {
    grades[i].rule.when.push_back({total, settled.intervals[i]});
    out_.beyond.push_back(std::move(grades[i]));
  }
}

}  // namespace jiheng::standard
