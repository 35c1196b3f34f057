// A3xx. Takes the rows that deviate (missed, or far above the target by the scheme's threshold) and the reasons the table
// gives, says where one is missing, says nothing, or does not fit. What a reason says is never judged.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/audit/a2_scores/scores.h"
#include "engine/audit/audit.h"
#include "engine/audit/claims.h"
#include "engine/base/text.h"
#include "engine/explain/explain.h"
#include "engine/model/reason.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::is_digit;
using explain::DeviationClass;
using scoring::figure;
using target::Status;

/// So many characters of a name in a row are taken for a mention of it.
constexpr std::size_t kMention = 4;
/// A sentence shorter than this is no phrase; one in fewer tables is no stock phrase.
constexpr std::size_t kPhraseCharacters = 8;
constexpr std::size_t kPhraseTables = 3;

/// Characters without white space, full-width forms folded.
std::u32string without_spaces(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    if (!base::is_white_space(c.value)) out += base::fold_full_width(c.value);
    at += c.bytes;
  }
  return out;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) base::append_utf8(out, c);
  return out;
}

/// Every run of kMention characters of a text; a name is mentioned when one of its own is among them.
class Mentions {
 public:
  explicit Mentions(std::string_view text) : text_(without_spaces(text)) {
    for (std::size_t i = 0; i + kMention <= text_.size(); ++i) runs_.insert(text_.substr(i, kMention));
  }
  bool names(const model::Indicator& row) const {
    const std::u32string name = without_spaces(row.name.text);
    if (name.size() < kMention) return !name.empty() && text_.find(name) != std::u32string::npos;
    for (std::size_t i = 0; i + kMention <= name.size(); ++i) {
      const std::u32string_view run = std::u32string_view(name).substr(i, kMention);
      if (std::any_of(run.begin(), run.end(), [](char32_t c) { return is_digit(c); }))
        continue;  // 2023年… names nothing
      if (runs_.contains(std::u32string(run))) return true;
    }
    return false;
  }
  bool contains(std::u32string_view words) const { return text_.find(words) != std::u32string::npos; }

 private:
  std::u32string text_;
  std::set<std::u32string> runs_;
};

DeviationClass class_of(const Table& table, const Row& row) {
  return row.asked ? explain::classify(*row.result, *table.scheme) : DeviationClass::unknown;
}

bool clause_asks(const Row& row) {
  return row.asked && row.result->clause != nullptr && row.result->clause->must_explain;
}

bool deviates(const Table& table, const Row& row) {
  const DeviationClass c = class_of(table, row);
  return c == DeviationClass::missed || c == DeviationClass::far_exceeded;
}

std::vector<const Row*> deviating_rows(const Table& table) {
  std::vector<const Row*> rows;
  for (const Row& row : table.rows) {
    if (deviates(table, row)) rows.push_back(&row);
  }
  return rows;
}

/// S108: a clause that asks for a reason where the row does not deviate.
void check_asked_reason(const Table& table, const Row& row, Findings& findings) {
  if (!clause_asks(row) || deviates(table, row)) return;
  if (!model::reason_in(row.indicator->reason).empty() ||
      !model::reason_in(table.card->deviation_reason).empty())
    return;
  findings.push_back({"S108",
                      fmt::format("“{}”须说明原因，表上没有写", row.indicator->name.text),
                      row_figures(row),
                      {table.at(row, row.indicator->place)},
                      fmt::format("规则 {} 要求说明偏差原因。", row.result->clause->id),
                      "在这一行或全表的 偏差原因 里写明。"});
}

/// "目标值 500份，完成值 4824份，是目标值的 964.80%". An actual value that was computed is shown as such.
std::string figures_of(const Row& row) {
  const model::Field& actual = row.indicator->actual;
  std::string text = fmt::format(
      "目标值 {}，完成值 {}", base::trimmed(row.indicator->target.text),
      actual.empty() ? target::print(row.result->actual) : std::string(base::trimmed(actual.text)));
  if (row.result->attainment) {
    text += fmt::format("，是目标值的 {}%", row.result->attainment->with_places(2).to_string());
  }
  return text;
}

std::string names_of(const std::vector<const Row*>& rows) {
  std::string text;
  std::set<std::string_view> said;
  for (const Row* row : rows) {
    if (!said.insert(row->indicator->name.text).second)
      continue;  // in the department's table and a project's
    text += fmt::format("{}“{}”", text.empty() ? "" : "、", row->indicator->name.text);
  }
  return text;
}

/// The blank cell of the reason, where the form has one.
const base::Place& place_of_reason(const model::Indicator& indicator) {
  return indicator.reason.place.line > 0 ? indicator.reason.place : indicator.place;
}

Finding about_rows(std::string id, std::string message, const Table& table,
                   const std::vector<const Row*>& rows) {
  Finding finding{std::move(id), std::move(message), {}, {}, "", ""};
  for (const Row* row : rows) {
    finding.where.push_back(table.at(*row, place_of_reason(*row->indicator)));
    finding.figures.emplace_back(row->indicator->name.text, figures_of(*row));
  }
  return finding;
}

/// A row that deviates, on a table that says nothing about reasons.
void add_without_reason(const Table& table, const Row& row, Findings& findings) {
  const bool far = class_of(table, row) == DeviationClass::far_exceeded;
  Finding finding{far ? "A301" : "A302",
                  fmt::format("“{}”{}，没有写原因：{}", row.indicator->name.text,
                              far ? "远超目标" : "没有达标", figures_of(row)),
                  row_figures(row),
                  {table.at(row, place_of_reason(*row.indicator))},
                  far ? fmt::format("方案把完成值达到目标值的 {}% 算作大幅超额。",
                                    figure(*table.scheme->over_threshold * 100))
                      : "没有达标的要写偏差原因。",
                  far ? "写明原因；目标定低了的，写明下一年怎么定。" : "写明原因和改进措施。"};
  findings.push_back(std::move(finding));
}

void check_missing_reasons(const Table& table, const std::vector<const Row*>& deviating, Reasons which,
                           Findings& findings) {
  const model::Field& stated = table.card->deviation_reason;
  const std::string_view reason = model::reason_in(stated);
  std::vector<const Row*> open;
  for (const Row* row : deviating) {
    if (model::reason_in(row->indicator->reason).empty()) open.push_back(row);
  }
  const auto wanted = [which](const Row* row) { return which == Reasons::all || clause_asks(*row); };
  if (!reason.empty()) {
    if (deviating.size() == 1) return;  // there is only one row the reason can be about
    const Mentions mentions(reason);
    std::erase_if(open, [&](const Row* row) { return mentions.names(*row->indicator); });
  }
  if (std::none_of(open.begin(), open.end(), wanted)) return;
  if (!reason.empty()) {
    Finding finding = about_rows("A303", fmt::format("偏差原因没有提到{}", names_of(open)), table, open);
    finding.where.push_back(table.at(stated.place));
    finding.why = "几项有偏差，一句话看不出说的是哪一项。";
    finding.fix = "逐项写明原因。";
    findings.push_back(std::move(finding));
  } else if (!base::trimmed(stated.text).empty()) {
    Finding finding = about_rows(
        "A306", fmt::format("偏差原因填“{}”，但{}有偏差", base::trimmed(stated.text), names_of(open)), table,
        open);
    finding.where.push_back(table.at(stated.place));
    finding.why = "没有达标的、大幅超过目标的，都要说明。";
    finding.fix = "逐项写明原因。";
    findings.push_back(std::move(finding));
  } else {
    for (const Row* row : open) {
      if (wanted(row)) add_without_reason(table, *row, findings);
    }
  }
}

/// Exactly on its target, with nothing taken off.
bool is_on_target(const Row& row) {
  if (row.result->status != Status::met) return false;
  if (row.result->attainment && *row.result->attainment != base::Decimal(100)) return false;
  if (!row.result->attainment &&
      without_spaces(row.indicator->target.text) != without_spaces(row.indicator->actual.text))
    return false;
  return !row.indicator->claimed || !row.result->full_marks ||
         row.indicator->claimed->value >= *row.result->full_marks;
}

void add_needless(const Where& where, std::string_view what, Findings& findings) {
  findings.push_back({"A305",
                      fmt::format("{}没有偏差，却写了偏差原因", what),
                      {},
                      {where},
                      "完成值正好是目标值，没有扣分。",
                      "核对完成值是不是照目标值抄的；确实没有偏差的，填“无”。"});
}

/// A reason for a row, or a table, that is exactly on its targets.
void check_needless_reasons(const Table& table, Findings& findings) {
  for (const Row& row : table.rows) {
    if (!row.asked || model::reason_in(row.indicator->reason).empty() || !is_on_target(row)) continue;
    add_needless(table.at(row, row.indicator->reason.place), fmt::format("“{}”", row.indicator->name.text),
                 findings);
  }
  const std::string_view reason = model::reason_in(table.card->deviation_reason);
  const auto& execution = table.result->execution;
  if (reason.empty() || (execution && execution->rate != base::Decimal(100))) return;
  const Mentions mentions(reason);
  bool any = false;
  bool named = false;
  bool all_on_target = true;
  for (const Row& row : table.rows) {
    if (!row.asked) continue;
    any = true;
    named = named || (is_on_target(row) && !model::reason_for(*table.card, *row.indicator).empty());
    // Of a table whose reason names a row only the rows that are mentioned count.
    if (!is_on_target(row) && (mentions.names(*row.indicator) || deviates(table, row))) return;
    all_on_target = all_on_target && is_on_target(row);
  }
  if (!any || !(named || all_on_target)) return;
  add_needless(table.at(table.card->deviation_reason.place), "这张表说到的指标", findings);
}

/// A text of a table that calls everything done.
std::u32string_view all_done_in(const Mentions& text) {
  constexpr std::array<std::u32string_view, 7> kAllDone = {
      U"全部完成", U"均已完成", U"全面完成", U"完成率100%", U"完成率为100%", U"100%完成", U"均完成年初"};
  const auto* found = std::find_if(kAllDone.begin(), kAllDone.end(),
                                   [&](std::u32string_view words) { return text.contains(words); });
  return found == kAllDone.end() ? std::u32string_view() : *found;
}

void add_called_done(std::u32string_view words, const Where& where,
                     const std::vector<std::pair<const Table*, const Row*>>& rows, Findings& findings) {
  Finding finding{
      "A307", "", {}, {where}, "文字说的与表里的数不符。", "按表里的数改文字；大幅超过目标的，也要写明。"};
  std::vector<const Row*> named;
  for (const auto& [table, row] : rows) {
    finding.where.push_back(table->at(*row, row->indicator->actual.place));
    finding.figures.emplace_back(row->indicator->name.text, figures_of(*row));
    named.push_back(row);
  }
  finding.message =
      fmt::format("写着“{}”，但{}不是：{}", utf8(words), names_of(named), figures_of(*named.front()));
  findings.push_back(std::move(finding));
}

void check_called_done(const Table& table, const std::vector<const Row*>& deviating, Findings& findings) {
  std::vector<std::pair<const Table*, const Row*>> missed;
  for (const Row* row : deviating) {
    if (row->result->status == Status::missed) missed.emplace_back(&table, row);
  }
  if (missed.empty()) return;
  for (const model::Field* field : {&table.card->deviation_reason, &table.card->improvement}) {
    const std::u32string_view words = all_done_in(Mentions(field->text));
    if (!words.empty()) add_called_done(words, table.at(field->place), missed, findings);
  }
}

/// Sentences of running text that name the actual value of a row that deviates and call it 100%.
void check_claims(const Batch& batch, const std::vector<std::pair<const Table*, const Row*>>& deviating,
                  Findings& findings) {
  if (batch.claims.empty()) return;
  std::map<std::u32string, std::vector<std::pair<const Table*, const Row*>>> by_actual;
  for (const auto& item : deviating)
    by_actual[without_spaces(item.second->indicator->actual.text)].push_back(item);
  for (const model::Claim& claim : batch.claims) {
    const Mentions mentions(claim.text);
    const std::u32string_view words = all_done_in(mentions);
    if (words.empty()) continue;
    std::vector<std::pair<const Table*, const Row*>> rows;
    for (const std::string& text : claim.figures) {
      const auto found = by_actual.find(without_spaces(text));
      if (found == by_actual.end()) continue;
      std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(rows),
                   [&](const auto& item) { return mentions.names(*item.second->indicator); });
    }
    if (rows.empty()) continue;
    add_called_done(words, {claim.place, nullptr, nullptr}, rows, findings);
    for (const auto& [table, row] : rows)
      findings.back().cause += table->card->id + row->indicator->name.text;
  }
}

/// The sentences of a reason without the name before a colon; those with figures are no phrases.
std::vector<std::string> phrases_of(std::string_view reason) {
  struct Phrase {
    std::string text;
    std::size_t characters = 0;
    bool figures = false;
  };
  std::vector<Phrase> phrases(1);
  for (std::size_t at = 0; at < reason.size();) {
    const base::CodePoint c = base::decode_at(reason, at);
    at += c.bytes;
    const char32_t folded = base::fold_full_width(c.value);
    if (base::is_white_space(folded)) continue;
    if (folded == U'。' || folded == U';') {
      phrases.emplace_back();
    } else if (folded == U':') {
      phrases.back() = {};
    } else {
      base::append_utf8(phrases.back().text, c.value);
      ++phrases.back().characters;
      phrases.back().figures = phrases.back().figures || is_digit(folded);
    }
  }
  std::vector<std::string> out;
  for (Phrase& p : phrases) {
    if (!p.figures && p.characters >= kPhraseCharacters) out.push_back(std::move(p.text));
  }
  return out;
}

void check_stock_phrases(const Batch& batch, Findings& findings) {
  struct Use {
    std::vector<Where> where;
    std::size_t tables = 0;
  };
  std::unordered_map<std::string, Use> uses;
  std::vector<std::string> order;
  const auto take = [&](const Table& table, const model::Field& field, const model::Indicator* row) {
    for (std::string& phrase : phrases_of(model::reason_in(field))) {
      const auto [at, is_new] = uses.try_emplace(std::move(phrase));
      if (is_new) order.push_back(at->first);
      Use& use = at->second;
      if (use.where.empty() || use.where.back().card != table.card) ++use.tables;
      use.where.push_back({field.place, table.card, row});
    }
  };
  for (const Table& table : batch.tables) {
    for (const Row& row : table.rows) take(table, row.indicator->reason, row.indicator);
    take(table, table.card->deviation_reason, nullptr);
  }
  for (const std::string& phrase : order) {
    Use& use = uses.at(phrase);
    if (use.tables < kPhraseTables) continue;
    findings.push_back({"A304",
                        fmt::format("{} 张表的偏差原因是同一句话：“{}”", use.tables, phrase),
                        {{"表数", std::to_string(use.tables)}, {"原文", phrase}},
                        std::move(use.where),
                        "不同的指标有各自的原因；同一句套话说明不了哪一项。",
                        "逐项写明具体的原因。"});
  }
}

}  // namespace

void check_reasons(const Table& table, Reasons which, Findings& findings) {
  if (table.scheme == nullptr || !table.result->scored) return;
  check_missing_reasons(table, deviating_rows(table), which, findings);
  for (const Row& row : table.rows) check_asked_reason(table, row, findings);
}

void check_deviations(const Batch& batch, Findings& findings) {
  std::vector<std::pair<const Table*, const Row*>> all;
  for (const Table& table : batch.tables) {
    if (table.scheme == nullptr || !table.result->scored) continue;
    const std::vector<const Row*> deviating = deviating_rows(table);
    for (const Row* row : deviating) all.emplace_back(&table, row);
    check_reasons(table, Reasons::all, findings);
    check_needless_reasons(table, findings);
    check_called_done(table, deviating, findings);
  }
  check_claims(batch, all, findings);
  check_stock_phrases(batch, findings);
}

}  // namespace jiheng::audit
