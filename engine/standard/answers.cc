// Takes what a person writes as the actual values of a standard, gives an answer a need.
#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/standard/answer_number.h"
#include "engine/standard/called.h"
#include "engine/standard/points.h"
#include "engine/standard/read/fold.h"
#include "engine/standard/read/tokens.h"
#include "engine/standard/read/words.h"

namespace jiheng::standard {
namespace {

using base::Decimal;
using namespace std::string_view_literals;

/// 无上访事件: asks whether something did not happen.
bool asks_for_nothing(std::string_view name) {
  for (const std::string_view w : {"无"sv, "未发生"sv, "未发现"sv, "未出现"sv, "没有发生"sv, "没有出现"sv}) {
    const std::size_t at = name.find(w);
    if (at != name.npos && at <= 6) return true;
  }
  return false;
}

/// 0起, 有1起: how often it did happen.
std::optional<Decimal> times_of(std::string_view text, const quantity::UnitTable& units) {
  for (const std::string_view lead : {"发生"sv, "发现"sv, "出现"sv, "有"sv}) {
    if (text.starts_with(lead)) text.remove_prefix(lead.size());
  }
  const NumberAt number = number_at(text, 0, units);
  if (number.end == 0 || number.end != text.size() || number.value.sign() < 0) return std::nullopt;
  if (!number.unit.empty() && !number.counting) return std::nullopt;
  return number.value;
}

/// 在规定时间内报送 asked, 按时 or 迟1天 answered.
std::optional<Decimal> in_time(std::string_view text, std::string_view name) {
  bool about_time = false;
  for (const std::string_view w :
       {"规定时间"sv, "规定时限"sv, "规定期限"sv, "按时"sv, "按期"sv, "及时"sv, "如期"sv})
    about_time = about_time || name.find(w) != name.npos;
  if (!about_time) return std::nullopt;
  for (const std::string_view w : {"按时"sv, "按期"sv, "及时"sv, "如期"sv, "按时完成"sv, "按期完成"sv})
    if (text == w) return Decimal(1);
  if (starts_with_any(text,
                      {"迟", "逾期", "延迟", "延期", "滞后", "晚", "超期", "未按时", "未按期", "不及时"}))
    return Decimal(0);
  return std::nullopt;
}

/// 是, 达标, 有: 1; 否, 未完成, 无: 0; else the words themselves, whole or denied.
std::optional<Decimal> yes_or_no(std::string_view text, const Need& need, const quantity::UnitTable& units) {
  if (text == "是") return Decimal(1);
  if (text == "否") return Decimal(0);
  if (asks_for_nothing(need.name)) {
    if (is_nothing(text)) return Decimal(1);
    if (const auto times = times_of(text, units)) return Decimal(times->is_zero() ? 1 : 0);
  }
  if (const auto timely = in_time(text, need.name); timely && !denies(need.name)) return timely;
  if (starts_with_any(text, {"缺", "少", "漏"}) && need.name.find("缺") == std::string::npos &&
      !denies(need.name)) {
    const NumberAt missing = number_at(text, "缺"sv.size(), units);  // 缺1项: not all of it
    if (missing.end == text.size() && missing.counting) return Decimal(missing.value.sign() > 0 ? 0 : 1);
  }
  for (const std::string_view word : {"未"sv, "无"sv, "没有"sv, "不"sv}) {  // 未发现违规: 无 may mean either
    if (need.name.find(word) != std::string::npos)
      return need.name == text ? std::optional<Decimal>(1) : std::nullopt;
  }
  for (const std::string_view yes : {"有"sv, "达到"sv, "达标"sv, "完成"sv, "符合"sv, "已完成"sv}) {
    if (text == yes) return Decimal(1);
  }
  for (const std::string_view no :
       {"无"sv, "没有"sv, "未达到"sv, "未达标"sv, "未完成"sv, "不符合"sv, "不是"sv, "未发生"sv}) {
    if (text == no) return Decimal(0);
  }
  const bool denied = denies(need.name);
  if (text.size() >= 6 && need.name.find(text) != std::string::npos && denied == denies(text))
    return Decimal(1);
  return std::nullopt;
}

/// The only question of a standard, answered in words: 未开展 is no, 有计划 is yes where the question speaks of 计划.
std::optional<Decimal> in_words_of(std::string_view text, const Need& need) {
  if (text.find_first_of("=/0123456789") != text.npos) return std::nullopt;
  for (const std::string_view word : {"未"sv, "无"sv, "没"sv, "不"sv, "否"sv}) {
    if (need.name.find(word) != std::string::npos) return std::nullopt;
  }
  if (denies(text)) return Decimal(0);
  for (std::size_t at = 0; at + 6 <= text.size(); at += 3) {
    if (static_cast<unsigned char>(text[at]) < 0xE0) return std::nullopt;
    if (need.name.find(text.substr(at, 6)) != std::string::npos) return Decimal(1);
  }
  return std::nullopt;
}

/// 都有, 都没有, 3项: how many of several questions that count alike; nullopt: it says no such thing.
std::optional<Answers> all_at_once(std::string_view text, const Standard& s,
                                   const quantity::UnitTable& units) {
  std::size_t questions = 0;
  for (const Need& need : s.needs) {
    if (need.type != NeedType::yesno) return std::nullopt;
    questions += need.assumed ? 0U : 1U;
  }
  if (questions < 2) return std::nullopt;
  std::size_t met = questions;
  constexpr std::array kAll = {"都有"sv,   "全部"sv,   "全"sv,       "都达到"sv,
                               "都完成"sv, "都符合"sv, "全部达到"sv, "全部完成"sv};
  constexpr std::array kNone = {"无"sv, "都没有"sv, "都未达到"sv, "都未完成"sv, "都不符合"sv, "都未"sv};
  if (std::find(kNone.begin(), kNone.end(), text) != kNone.end()) {
    met = 0;
  } else if (std::find(kAll.begin(), kAll.end(), text) == kAll.end()) {
    const NumberAt number = number_at(text, 0, units);
    if (number.end != text.size() || number.unit != "项" || number.value.places() != 0) return std::nullopt;
    const Decimal most = static_cast<std::int64_t>(questions);
    if (number.value.sign() < 0 || number.value > most) return std::nullopt;
    for (const Part& part : s.parts) {  // which of them does not matter where each is worth the same
      if (!part.full || part.full->share || part.full->high != s.parts.front().full->high ||
          part.gives.size() != 1 || !part.changes.empty())
        return std::nullopt;
    }
    if (s.parts.size() != questions) return std::nullopt;
    met = static_cast<std::size_t>(number.value.to_double());
  }
  Answers answers(s.needs.size());
  for (std::size_t i = 0; i < s.needs.size(); ++i) {
    if (s.needs[i].assumed) continue;
    answers[i] = Decimal(met > 0 ? 1 : 0);
    if (met > 0) --met;
  }
  return answers;
}

std::optional<Decimal> answer_for(std::string_view text, const Need& need, const quantity::UnitTable& units) {
  switch (need.type) {
    case NeedType::yesno:
      return yes_or_no(text, need, units);
    case NeedType::choice: {
      for (std::size_t i = 0; i < need.options.size(); ++i) {
        if (text == need.options[i]) return Decimal(static_cast<std::int64_t>(i));
      }
      std::optional<Decimal> found;
      for (std::size_t i = 0; i < need.options.size(); ++i) {
        const std::string& option = need.options[i];
        if (!option.ends_with(text) || (text.size() < 6 && !is_a_grade(text))) continue;
        const std::string_view before = std::string_view(option).substr(0, option.size() - text.size());
        bool degree = false;  // 健全 is not 基本健全
        for (const std::string_view word :
             {"基本"sv, "较"sv, "不"sv, "不太"sv, "部分"sv, "欠"sv, "未"sv, "很"sv})
          degree = degree || before.ends_with(word);
        if (degree) continue;
        if (found) return std::nullopt;
        found = Decimal(static_cast<std::int64_t>(i));
      }
      return found;
    }
    default:
      return number_for(text, need, units);
  }
}

/// Questions that somebody must answer.
std::size_t asked(const Standard& standard) {
  return static_cast<std::size_t>(
      std::count_if(standard.needs.begin(), standard.needs.end(), [](const Need& n) { return !n.assumed; }));
}

/// 下降0.5个百分点, where how far it rose is asked too: that it did not.
void answer_opposite(std::string_view text, const Standard& standard, std::size_t answered, Answers& answers,
                     const quantity::UnitTable& units) {
  const Need& first = standard.needs[answered];
  const bool says_way = leads_upwards(text) != 0 || leads_downwards(text) != 0 || first.since;
  if (!first.distance || first.towards == 0 || !says_way) return;
  for (std::size_t i = 0; i < standard.needs.size(); ++i) {
    const Need& other = standard.needs[i];
    if (answers[i] || !other.distance || other.towards != -first.towards || other.unit != first.unit)
      continue;
    answers[i] = number_for(text, other, units);
    // 4% where both ways are asked for: it rose
    if (!answers[i] && other.since && other.towards < 0) answers[i] = Decimal(0);
  }
}

/// 违规开设专户的，不得分: a yes takes, so that 是 in the cell of the actual value may mean that all is well, or that it is not.
bool yes_takes(const Standard& s) {
  bool asked_so = false;
  const auto each = [&](const Rule& r, bool takes) {
    for (const Test& t : r.when) {
      if (t.need != 0) continue;
      if (t.no || !takes) return false;
      asked_so = true;
    }
    return true;
  };
  for (const Part& p : s.parts) {
    for (const Rule& r : p.gives) {
      const auto* marks = std::get_if<Marks>(&r.effect);
      if (!each(r, marks != nullptr && marks->high.is_zero())) return false;
    }
    for (const Rule& r : p.changes) {
      const auto* change = std::get_if<Change>(&r.effect);
      if (!each(r, change != nullptr && !change->adds)) return false;
    }
    for (const Rule& r : p.zeros) {
      if (!each(r, true)) return false;
    }
    for (const Rule& r : p.instead) {
      if (!each(r, false)) return false;
    }
  }
  return asked_so;
}

std::optional<Answers> answers_in(std::string_view text, const Standard& standard,
                                  const quantity::UnitTable& units, bool sure) {
  Folded folded;
  if (folded.read(text) != FoldStatus::ok) return std::nullopt;
  Answers answers(standard.needs.size());
  std::string_view rest = folded.text();
  if (rest.empty()) return std::nullopt;
  if (standard.needs.empty()) return answers;  // a person chooses, whatever was reached
  if (standard.needs.size() == 1 && standard.needs[0].type == NeedType::yesno &&
      rest.find('=') == rest.npos) {
    if (sure && (rest == "是" || rest == "否") && yes_takes(standard)) return std::nullopt;
    answers[0] = yes_or_no(rest, standard.needs[0], units);
    if (!answers[0]) answers[0] = in_words_of(rest, standard.needs[0]);
    return answers[0] ? std::optional<Answers>(answers) : std::nullopt;
  }
  if (auto all = all_at_once(rest, standard, units)) return all;
  bool guessed = false;
  std::size_t pieces = 0;
  while (!rest.empty()) {
    std::size_t cut = rest.find_first_of("/,;");
    if (cut != rest.npos && rest[cut] == '/') {  // 200元/人 is one answer
      const std::size_t end = std::min(rest.find_first_of("/,;", cut + 1), rest.size());
      const quantity::UnitEntry* unit = units.longest_at(rest, cut + 1);
      if (unit != nullptr && cut + 1 + unit->name.size() == end) cut = end == rest.size() ? rest.npos : end;
      const std::size_t digits = std::min(rest.find_first_of("0123456789"), cut);  // 12/10万, 差2微克/立方米
      const NumberAt of_many = number_at(rest, digits, units);
      if (cut != rest.npos && of_many.end == end && of_many.unit.find('/') != std::string::npos)
        cut = end == rest.size() ? rest.npos : end;
    }
    std::string_view piece = rest.substr(0, cut);
    rest = cut == rest.npos ? std::string_view() : rest.substr(cut + 1);
    if (const std::size_t equal = piece.find('='); equal != piece.npos) {
      const auto found = need_called(piece.substr(0, equal), standard);
      piece.remove_prefix(equal + 1);
      if (!found || answers[found->need]) return std::nullopt;
      auto& answer = answers[found->need];
      answer = answer_for(piece, standard.needs[found->need], units);
      if (!answer) return std::nullopt;
      if (found->denied) answer = Decimal(answer->is_zero() ? 1 : 0);
      continue;
    }
    // the next need the words fit: numbers go to numbers, 是 and 否 to questions; exceptions are asked by name
    std::optional<Decimal> value;
    std::size_t next = 0;
    std::size_t fits = 0;
    for (; next < standard.needs.size(); ++next) {
      const Need& need = standard.needs[next];
      if (answers[next] || need.assumed) continue;
      value = answer_for(piece, need, units);
      if (value) break;
    }
    if (!value) return std::nullopt;
    for (std::size_t i = next; sure && i < standard.needs.size(); ++i) {
      const Need& need = standard.needs[i];
      const bool open = !answers[i] && !need.assumed;
      fits += open && answer_for(piece, need, units) ? 1U : 0U;
    }
    guessed = guessed || fits > 1;
    answers[next] = value;
    answer_opposite(piece, standard, next, answers, units);
    ++pieces;
  }
  if (sure && guessed && pieces < asked(standard)) return std::nullopt;
  return answers;
}

}  // namespace

std::optional<Answers> read_answers(std::string_view text, const Standard& standard,
                                    const quantity::UnitTable& units) {
  return answers_in(text, standard, units, false);
}

std::optional<Answers> read_sure_answers(std::string_view text, const Standard& standard,
                                         const quantity::UnitTable& units) {
  return answers_in(text, standard, units, true);
}

std::optional<Decimal> read_answer(std::string_view text, const Need& need,
                                   const quantity::UnitTable& units) {
  Folded folded;
  if (folded.read(text) != FoldStatus::ok || folded.text().empty()) return std::nullopt;
  return answer_for(folded.text(), need, units);
}

}  // namespace jiheng::standard
