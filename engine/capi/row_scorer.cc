// Takes rows as texts, gives what they earn. Leaves points to scoring/rows.h, whether a row is one to model/sound_card.h.
#include "engine/capi/row_scorer.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <utility>

#include "engine/base/text.h"
#include "engine/bulk/cells.h"
#include "engine/model/sound_card.h"
#include "engine/report/texts/score_texts.h"
#include "engine/scoring/reading.h"
#include "engine/scoring/rows.h"

namespace jiheng::capi {

/// A row with what scoring looks at, and where its answer goes.
struct RowScorer::Asked {
  model::Indicator indicator;
  scoring::CardFacts facts;
  scoring::RowMarks marks;
  std::shared_ptr<Answer> answer;
};

namespace {

/// Each cell behind its length: two rows have one key where all their cells are the same.
std::string key_of(const RowCells& row) {
  std::string key;
  for (const std::string_view cell :
       {row.scheme, row.year, row.level1, row.level2, row.name, row.target, row.actual, row.marks}) {
    key += std::to_string(cell.size());
    key += ' ';
    key += cell;
  }
  return key;
}

std::string in_words(const diag::Diagnostic& fault) {
  return fault.fix.empty() ? fault.message : fmt::format("{}。{}", fault.message, fault.fix);
}

/// Fills in what scoring looks at; says why where the row cannot be scored by itself.
std::string read_row(const RowCells& row, const bulk::ShelvedScheme* scheme, model::Indicator& indicator,
                     scoring::CardFacts& facts, scoring::RowMarks& marks) {
  if (scheme == nullptr) {
    return row.scheme.empty()
               ? std::string("没有写方案。写上 jiheng list schemes 列出的一个。")
               : fmt::format("没有方案“{}”，或者它的文件有错。写上 jiheng list schemes 列出的一个。",
                             model::shown(row.scheme));
  }
  if (!scheme->rows_stand_alone) {
    return fmt::format("方案“{}”的规则要用预算执行率，一行不能单独计分。把整张表一起算。",
                       scheme->scheme->id);
  }
  if (!row.year.empty()) {
    facts.year = bulk::year_of(row.year);
    if (!facts.year) {
      return fmt::format("年度“{}”不是年份。写四位数字，从 {} 到 {}。", model::shown(row.year),
                         model::kFirstYear, model::kLastYear);
    }
  }
  indicator.level1.text = row.level1;
  indicator.level2.text = row.level2;
  indicator.name.text = row.name;
  indicator.target.text = row.target;
  indicator.actual.text = row.actual;
  if (row.marks.empty()) return "没有分值，一行不能单独计分。写上分值，或把整张表一起算。";
  marks.full = bulk::number_of(row.marks);
  if (!marks.full) {
    return fmt::format("“分值”里的“{}”不是数。写成 12 或 12.5 这样的数，不带单位和逗号。",
                       model::shown(row.marks));
  }
  indicator.full_marks = model::NumberField{*marks.full, {}};
  model::Problems problems;
  model::check_indicator(indicator, "这一行", problems);
  if (!problems.empty()) return in_words(problems.front());
  if (scoring::computed_for(*scheme->scheme, indicator) != nullptr)
    return fmt::format("“{}”的完成值要由表上别的数算出，一行不能单独计分。把整张表一起算。",
                       model::shown(row.name));
  return {};
}

void fill(Answer& answer, const scoring::RowPoints& points, const bulk::ShelvedScheme& scheme) {
  const scoring::Points score = points.score();
  answer.low = report::points_text(score.low, *scheme.scheme);
  answer.high = report::points_text(score.high, *scheme.scheme);
  answer.status = target::to_string(points.status);
  if (points.has_attainment) answer.attainment = points.attainment.with_places(2).to_string();
  if (points.has_deviation) answer.deviation = points.deviation.with_places(2).to_string();
  if (const model::Clause* clause = points.clause_of(scheme.plan)) answer.rule = clause->id;
}

}  // namespace

std::vector<std::shared_ptr<const Answer>> RowScorer::score(const std::vector<RowCells>& rows) {
  if (bytes_ > kMostBytes) {
    known_.clear();
    bytes_ = 0;
  }
  std::vector<std::shared_ptr<const Answer>> out;
  out.reserve(rows.size());
  Memo asked_now;  // becomes known when all are scored: nothing half done is remembered
  std::map<const bulk::ShelvedScheme*, std::deque<Asked>> asked;
  for (const RowCells& row : rows) {
    std::string key = key_of(row);
    if (const auto known = known_.find(key); known != known_.end()) {
      out.push_back(known->second);
      continue;
    }
    const auto [at, is_new] = asked_now.try_emplace(std::move(key));
    if (is_new) {
      const auto answer = std::make_shared<Answer>();
      at->second = answer;
      if (base::first_invalid_utf8(at->first)) {
        answer->problem = "这一行不是 UTF-8 的文字。";
      } else {
        const bulk::ShelvedScheme* scheme = row.scheme.empty() ? nullptr : shelf_.find(row.scheme);
        Asked one;
        answer->problem = read_row(row, scheme, one.indicator, one.facts, one.marks);
        one.answer = answer;
        if (answer->problem.empty()) asked[scheme].push_back(std::move(one));
      }
    }
    out.push_back(at->second);
  }
  for (auto& [scheme, of_scheme] : asked) {
    std::vector<scoring::RowView> views;
    for (const Asked& one : of_scheme) views.push_back({&one.indicator, &one.facts, &one.marks});
    std::vector<scoring::RowPoints> points(views.size());
    scoring::score_rows(scheme->plan, views, context_, points);
    for (std::size_t i = 0; i < points.size(); ++i) fill(*of_scheme[i].answer, points[i], *scheme);
  }
  constexpr std::size_t kOfAnEntry = sizeof(Answer) + sizeof(std::string) + 150;
  for (const auto& [key, answer] : asked_now) bytes_ += kOfAnEntry + key.size() + answer->problem.size();
  known_.merge(asked_now);
  return out;
}

}  // namespace jiheng::capi
