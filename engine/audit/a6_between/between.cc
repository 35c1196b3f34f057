// A6xx. Takes tables and sentences, gives them by submission, and the names and figures of both in one form. Comparing them is
// done in between_*.cc.
#include "engine/audit/a6_between/between.h"

#include <algorithm>
#include <set>

#include "engine/audit/audit.h"
#include "engine/base/text.h"
#include "engine/scoring/figures.h"

namespace jiheng::audit {
namespace {

using base::Decimal;
using base::is_digit;

std::string folder_of(const base::Place& place) {
  const std::string name = place.source ? place.source->name : "";
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash + 1);
}

std::string file_of(const base::Place& place) { return place.source ? place.source->name : ""; }

/// 2023年, 2023年度, 23年 in front.
void drop_year(std::string& name) {
  std::size_t digits = 0;
  while (digits < name.size() && is_digit(name[digits])) ++digits;
  if (digits != 2 && digits != 4) return;
  for (const std::string_view word : {"年度", "年"}) {
    if (!std::string_view(name).substr(digits).starts_with(word)) continue;
    name.erase(0, digits + word.size());
    return;
  }
}

}  // namespace

std::vector<Submission> submissions_of(const Batch& batch, const Sentences& sentences) {
  std::map<std::string, std::size_t> tables_of_file;
  for (const Table& table : batch.tables) ++tables_of_file[file_of(table.card->place)];
  std::map<std::string, std::size_t> index;
  std::map<std::string, std::set<std::string>> keys_of_folder;
  std::vector<Submission> all;
  const auto submission = [&](const std::string& key) -> Submission& {
    const auto [at, is_new] = index.try_emplace(key, all.size());
    if (is_new) all.emplace_back();
    return all[at->second];
  };
  for (const Table& table : batch.tables) {
    const base::Place& place = table.card->place;
    const std::string key = tables_of_file[file_of(place)] > 1 ? file_of(place) : folder_of(place);
    keys_of_folder[folder_of(place)].insert(key);
    Submission& s = submission(key);
    (table.card->kind == model::CardKind::department ? s.own : s.projects).push_back(&table);
  }
  for (const Sentence& sentence : sentences.list()) {
    if (sentence.where.card != nullptr) continue;
    const base::Place& place = sentence.where.place;
    const std::set<std::string>& keys = keys_of_folder[folder_of(place)];
    const bool with_tables = tables_of_file.contains(file_of(place)) && tables_of_file[file_of(place)] > 1;
    if (with_tables) {
      submission(file_of(place)).sentences.push_back(&sentence);
    } else {  // a report beside the tables
      submission(keys.size() == 1 ? *keys.begin() : folder_of(place)).sentences.push_back(&sentence);
    }
  }
  return all;
}

std::string bare_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const base::CodePoint c = base::decode_at(name, at);
    if (c.bytes == 0) break;
    at += c.bytes;
    const char32_t folded = base::fold_full_width(c.value);
    if (base::is_white_space(folded) || folded == U'“' || folded == U'”' || folded == U'"') continue;
    base::append_utf8(out, folded);
  }
  drop_year(out);
  return out;
}

std::string core_name(std::string_view name) {
  std::string core = bare_name(name);
  for (const std::string_view lead : {"一是", "二是", "三是", "四是", "五是", "其中", "实际完成", "全年"}) {
    if (core.starts_with(lead)) core.erase(0, lead.size());
  }
  drop_year(core);
  for (const std::string_view tail : {"达到", "达", "为", "共"}) {
    if (core.ends_with(tail)) core.resize(core.size() - tail.size());
  }
  for (const std::string_view tail : {"人数", "例数", "份数", "件数", "户数", "次数", "金额", "数量", "数"}) {
    if (!core.ends_with(tail)) continue;
    core.resize(core.size() - tail.size());
    break;
  }
  return core;
}

std::string_view head_of_item(std::string_view text) {
  const std::size_t colon = text.find(':');
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  constexpr std::string_view kMark = "、";
  if (at == 0 || colon == std::string_view::npos || !text.substr(at).starts_with(kMark)) return {};
  return text.substr(at + kMark.size(), colon - at - kMark.size());
}

std::optional<Figure> figure_of_cell(std::string_view cell, const quantity::UnitTable& units) {
  if (cell.size() > 60) return std::nullopt;
  Prose prose = prose_of(cell, units);
  if (prose.figures.size() != 1 || prose.figures[0].approximate) return std::nullopt;
  return std::move(prose.figures[0]);
}

bool equal_as_printed(const Figure& a, const Figure& b) {
  const auto half = [](const Figure& f) { return f.last * Decimal::of(5, 1); };
  return (a.amount - b.amount).magnitude() <= std::max(half(a), half(b));
}

bool share_run(std::string_view a, std::string_view b, std::size_t characters) {
  const std::string first = bare_name(a);
  const std::string second = bare_name(b);
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < first.size();
       at += std::max<std::size_t>(1, base::decode_at(first, at).bytes))
    starts.push_back(at);
  starts.push_back(first.size());
  for (std::size_t i = 0; i + characters < starts.size(); ++i) {
    const std::string_view run =
        std::string_view(first).substr(starts[i], starts[i + characters] - starts[i]);
    if (std::any_of(run.begin(), run.end(), [](char c) { return is_digit(c); }))
      continue;  // 2023年… names nothing
    if (second.find(run) != std::string::npos) return true;
  }
  return false;
}

std::optional<Decimal> in_yuan(const model::NumberField& amount, const Table& table, const Batch& batch) {
  const auto money = scoring::in_ten_thousands(amount.value, table.card->budget.unit, batch.units);
  return money ? std::optional(*money * 10000) : std::nullopt;
}

bool of_another_year(std::string_view label, const Table& table) {
  if (contains_any(label, {"上年", "去年", "往年"})) return true;
  for (std::size_t at = label.find("年"); at != std::string_view::npos; at = label.find("年", at + 1)) {
    if (at < 4 || label.substr(at - 4, 2) != "20" || !table.card->year) continue;
    if (label.substr(at - 4, 4) != std::to_string(*table.card->year)) return true;
  }
  return false;
}

bool leaves_open(const target::Predicate& actual) {
  using target::Op;
  return actual.op == Op::ge || actual.op == Op::gt || actual.op == Op::le || actual.op == Op::lt ||
         actual.op == Op::about;
}

void check_between(const Batch& batch, Findings& findings) {
  const Sentences sentences(batch);
  const std::vector<Submission> all = submissions_of(batch, sentences);
  check_between_tables(batch, all, findings);
  check_texts_of_tables(batch, all, findings);
  check_tables_against_text(batch, all, findings);
  check_names_and_years(batch, all, findings);
  check_tables_twice(batch, findings);
  for (const Table& table : batch.tables) {
    check_goals_against_rows(batch, table, findings);
    check_period(table, findings);
  }
  check_standards_between(batch, findings);
}

}  // namespace jiheng::audit
