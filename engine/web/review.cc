// Takes a desk, has its tables checked, gives the findings with decisions; reads a review sheet; compares with what was handed
// in before. What differs in a table is compared_tables.cc's.
#include "engine/web/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "engine/audit/identity.h"
#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/intake/decisions_from_sheets.h"
#include "engine/office/workbook/sheets_from_workbook.h"
#include "engine/report/texts/finding_groups.h"
#include "engine/report/texts/score_texts.h"
#include "engine/web/compared_tables.h"
#include "engine/web/views.h"

namespace jiheng::web {
namespace {

using base::Json;

/// What the sheet writes in 表 for each finding.
std::unordered_map<const audit::Finding*, std::string> tables_on_sheet(const app::CheckOutcome& outcome) {
  std::unordered_map<const audit::Finding*, std::string> titles;
  const results::Checked checked = app::checked_of(outcome);
  for (const report::FindingGroup& group : report::groups_of(checked)) {
    for (const audit::Finding* finding : group.findings) titles[finding] = group.title;
  }
  return titles;
}

std::string indicator_of_finding(const audit::Finding& finding) {
  const model::Indicator* row = finding.where.front().row;
  return row == nullptr ? std::string() : row->name.text;
}

/// The findings of a check by what a row of the sheet says of them: all of it, or without the sentence.
class OnSheet {
 public:
  explicit OnSheet(const app::CheckOutcome& outcome) : used_(outcome.findings.size()) {
    const auto titles = tables_on_sheet(outcome);
    for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
      const audit::Finding& f = outcome.findings[i];
      const std::string spot = fmt::format("{}\n{}\n{}", f.id, titles.at(&f), indicator_of_finding(f));
      whole_[spot + "\n" + f.message].push_back(i);
      spots_[spot].push_back(i);
    }
  }

  /// With its sentence the finding, each once; with another one only where the spot has one finding.
  std::optional<std::size_t> take(const intake::SheetDecision& read) {
    const std::string spot = fmt::format("{}\n{}\n{}", read.id, read.table, read.indicator);
    if (const auto at = whole_.find(spot + "\n" + read.message); at != whole_.end()) {
      for (const std::size_t i : at->second) {
        if (!used_[i]) return use(i);
      }
    }
    const auto at = spots_.find(spot);
    if (at == spots_.end() || at->second.size() != 1 || used_[at->second.front()]) return std::nullopt;
    return use(at->second.front());
  }

 private:
  std::size_t use(std::size_t i) {
    used_[i] = true;
    return i;
  }

  std::unordered_map<std::string, std::vector<std::size_t>> whole_;
  std::unordered_map<std::string, std::vector<std::size_t>> spots_;
  std::vector<bool> used_;
};

std::string left_out(const intake::SheetDecision& read, std::string_view why) {
  return fmt::format("第 {} 行 {} {}{}：{}", read.line, read.id, read.table,
                     read.indicator.empty() ? "" : "“" + read.indicator + "”", why);
}

/// What a table is called when it is handed in again.
std::string table_key(const model::Scorecard& card) {
  return audit::document_of(audit::spot_of({card.place, &card, nullptr}));
}

Json score_json(const scoring::CardResult* result) {
  const bool scored = result != nullptr && result->scored;
  return {{"total", scored ? report::points_text(result->total, *result->scheme) : std::string()},
          {"grade", scored ? result->grade : std::string()}};
}

Json changes_json(const model::Scorecard& first, const model::Scorecard& now) {
  Json out = Json::array();
  for (const CellChange& change : changes_between(first, now)) {
    out.push_back({{"row", change.row ? Json(*change.row) : Json()},
                   {"indicator", change.indicator},
                   {"field", change.field},
                   {"from", change.from},
                   {"to", change.to}});
  }
  return out;
}

Json table_head(const model::Scorecard& card, std::string_view handed_in) {
  return {{"id", card.id},
          {"title", card.title.text},
          {"unit", card.unit_name.text},
          {"year", card.year ? Json(*card.year) : Json()},
          {"handed_in", handed_in}};
}

/// Both lists of tables, those of now first, each with the first of its name among the others.
Json compared_tables(const Desk& desk, const app::CheckOutcome& first) {
  const std::vector<scoring::CardResult>& before = first.scored.scores.cards;
  std::unordered_map<std::string, std::vector<std::size_t>> at;
  for (std::size_t i = before.size(); i-- > 0;) at[table_key(*before[i].card)].push_back(i);
  std::vector<bool> used(before.size());
  Json tables = Json::array();
  for (std::size_t n = 0; n < desk.tables(); ++n) {
    const model::Scorecard& now = desk.table(n).card;
    std::vector<std::size_t>& same = at[table_key(now)];
    const scoring::CardResult* old = same.empty() ? nullptr : &before[same.back()];
    if (old != nullptr) {
      used[same.back()] = true;
      same.pop_back();
    }
    Json table = table_head(now, old == nullptr ? "second" : "both");
    table["table"] = n;
    table["before"] = score_json(old);
    table["after"] = score_json(desk.result_of(n));
    table["changes"] = old == nullptr ? Json::array() : changes_json(*old->card, now);
    tables.push_back(std::move(table));
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (used[i]) continue;
    Json table = table_head(*before[i].card, "first");
    table["table"] = nullptr;
    table["before"] = score_json(&before[i]);
    table["after"] = score_json(nullptr);
    table["changes"] = Json::array();
    tables.push_back(std::move(table));
  }
  return tables;
}

Json gone_json(const audit::Comparison& comparison) {
  Json out = Json::array();
  for (const audit::Gone& gone : comparison.gone) {
    const audit::EarlierPlace& at = gone.finding.where.front();
    out.push_back({{"id", gone.finding.id},
                   {"message", gone.finding.message},
                   {"title", at.spot.title},
                   {"indicator", at.spot.row},
                   {"again", gone.handed_in_again}});
  }
  return out;
}

/// The first submission, read and checked; a table that names no scheme is scored by that of the same table now.
diag::Result<app::CheckOutcome> check_first(Desk& desk, const std::vector<std::string>& paths) {
  app::CardsRead read = app::cards_from_paths(desk.language().forms, paths, std::nullopt, app::Texts::taken,
                                              1, {}, desk.files());
  if (read.cards.empty()) {
    diag::append(read.problems,
                 {{"C104", "上一稿的文件里没有自评表", "", "选上一稿的自评表或整个文件夹。", {}}});
    return std::move(read.problems);
  }
  std::unordered_map<std::string, std::string> schemes;
  for (std::size_t n = 0; n < desk.tables(); ++n)
    schemes.emplace(table_key(desk.table(n).card), desk.table(n).card.scheme.text);
  for (app::ReadCard& card : read.cards) {
    const auto same = schemes.find(table_key(card.card));
    if (card.card.scheme.empty() && same != schemes.end()) card.card.scheme.text = same->second;
  }
  return desk.check_others(std::move(read), paths);
}

}  // namespace

std::vector<std::string> keys_of(const audit::Findings& findings) {
  std::vector<std::string> keys;
  std::unordered_map<std::string, std::size_t> seen;
  for (const audit::Finding& f : findings) {
    std::string key = audit::identity(audit::spot_of(f.where.front()), f.id, f.message);
    if (const std::size_t before = seen[key]++; before > 0) key += fmt::format("|{}", before + 1);
    keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<model::Decision> decisions_of(const Desk& desk, const audit::Findings& findings) {
  std::vector<model::Decision> decisions;
  if (desk.decisions().empty()) return decisions;
  for (const std::string& key : keys_of(findings)) {
    const auto decided = desk.decisions().find(key);
    decisions.push_back(decided == desk.decisions().end() ? model::Decision() : decided->second);
  }
  return decisions;
}

Json findings_view(Desk& desk) { return findings_json(desk, desk.check()); }

diag::Result<Json> review_read(Desk& desk, const std::string& path) {
  auto source = diag::source_from_file(path, desk.files());
  if (!source) return std::move(source.problems);
  const auto sheets = office::sheets_from_workbook(*source);
  if (!sheets) return sheets.problems;
  const auto read = intake::decisions_from_sheets(*sheets);
  if (!read) {
    return diag::Diagnostic{"I103",
                            "这个文件里没有审核表",
                            "要有“编号”“表”“发现”“处理意见”这几栏。",
                            "选“输出审核表”写的那个文件。",
                            {}};
  }
  const app::CheckOutcome outcome = desk.check();
  const std::vector<std::string> keys = keys_of(outcome.findings);
  OnSheet on_sheet(outcome);
  Json taken = Json::array();
  Json left = Json::array();
  for (const intake::SheetDecision& one : *read) {
    const std::string& opinion = one.decision.opinion;
    const bool known = opinion.empty() || std::find(model::kOpinions.begin(), model::kOpinions.end(),
                                                    opinion) != model::kOpinions.end();
    if (!known) {
      left.push_back(
          left_out(one, fmt::format("处理意见“{}”不是属实、不属实、需说明、已改正里的一个", opinion)));
      continue;
    }
    const auto finding = on_sheet.take(one);
    if (!finding) {
      left.push_back(left_out(one, "现在的表里没有查到这一条"));
      continue;
    }
    desk.decisions()[keys[*finding]] = one.decision;
    taken.push_back({{"key", keys[*finding]},
                     {"opinion", opinion},
                     {"note", one.decision.note},
                     {"by", one.decision.by},
                     {"date", one.decision.date}});
  }
  return Json{{"taken", std::move(taken)}, {"left", std::move(left)}};
}

diag::Result<Json> comparison_view(Desk& desk, const std::vector<std::string>& paths) {
  const auto first = check_first(desk, paths);
  if (!first) return first.problems;
  const app::CheckOutcome now = desk.check(audit::earlier_of(first->findings, first->waived));
  Json known = Json::array();
  for (const bool before : now.comparison->known) known.push_back(before);
  return Json{{"tables", compared_tables(desk, *first)},
              {"findings", findings_json(desk, now)["findings"]},
              {"known", std::move(known)},
              {"gone", gone_json(*now.comparison)}};
}

}  // namespace jiheng::web
