// Takes the tables of a document, looks into target cells for words that give or take marks (计5分, 扣0.5分). Leaves what the
// standard means to standard/.
#include "engine/intake/standards_in_targets.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/base/text.h"

namespace jiheng::intake {
namespace {

using namespace std::string_view_literals;

bool is_figure(char c) { return (c >= '0' && c <= '9') || c == '.'; }

/// 计5分, 扣 0.5 分: a verb, a number, 分.
bool gives_marks(std::string_view text) {
  for (const std::string_view verb : {"得"sv, "计"sv, "扣"sv, "加"sv, "给"sv, "记"sv, "赋"sv}) {
    for (std::size_t at = text.find(verb); at != text.npos; at = text.find(verb, at + verb.size())) {
      std::size_t i = at + verb.size();
      while (i < text.size() && text[i] == ' ') ++i;
      const std::size_t digits = i;
      while (i < text.size() && is_figure(text[i])) ++i;
      if (i == digits) continue;
      while (i < text.size() && text[i] == ' ') ++i;
      const std::string_view rest = text.substr(i);
      if (rest.starts_with("分") && !rest.starts_with("分钟")) return true;
    }
  }
  return false;
}

/// Where the first clause of the text ends; npos: it has one only.
std::size_t first_stop(std::string_view text) {
  std::size_t first = text.npos;
  for (const std::string_view stop : {"，"sv, "；"sv, "。"sv, ";"sv, "\n"sv})
    first = std::min(first, text.find(stop));
  for (std::size_t at = text.find(','); at < first; at = text.find(',', at + 1)) {
    const bool thousands =
        at > 0 && is_figure(text[at - 1]) && at + 1 < text.size() && is_figure(text[at + 1]);
    if (!thousands) first = at;
  }
  return first;
}

/// "控制率≤100%" -> "≤100%"; "98%以上" stays. Empty where it is no target: no digit.
std::string_view target_in(std::string_view clause) {
  clause = base::trimmed(clause);
  if (std::none_of(clause.begin(), clause.end(), [](char c) { return c >= '0' && c <= '9'; })) return {};
  std::size_t sign = clause.npos;
  for (const std::string_view s : {"≥"sv, "≤"sv, ">"sv, "<"sv, "="sv, "＞"sv, "＜"sv, "＝"sv, "≧"sv, "≦"sv,
                                   "不低于"sv, "不高于"sv, "不超过"sv, "不少于"sv})
    sign = std::min(sign, clause.find(s));
  if (sign == clause.npos) {
    const bool begins = is_figure(clause.front()) || clause.front() == '-';
    return begins ? clause : std::string_view();
  }
  const std::string_view name = clause.substr(0, sign);
  const bool figures = std::any_of(name.begin(), name.end(), is_figure);  // 80%≤x<90%: no single target
  return figures ? std::string_view() : clause.substr(sign);
}

}  // namespace

void split_standards_from_targets(Document& document) {
  for (Table& table : document.tables) {
    for (TableRow& row : table.rows) {
      if (!row.standard.empty() || !gives_marks(row.target.text)) continue;
      row.standard = row.target;
      const std::string_view clause =
          std::string_view(row.target.text).substr(0, first_stop(row.target.text));
      const std::string target(gives_marks(clause) ? std::string_view() : target_in(clause));
      if (!target.empty()) row.target.text = target;
    }
  }
}

}  // namespace jiheng::intake
