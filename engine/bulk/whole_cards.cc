// Takes scored cards, gives lines. Leaves what is in the JSON of a score to report/json, what is found to audit.
#include "engine/bulk/whole_cards.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "engine/audit/audit.h"
#include "engine/base/csv_cell.h"
#include "engine/base/json.h"
#include "engine/bulk/named_values.h"
#include "engine/bulk/result_cells.h"
#include "engine/report/fields/finding_fields.h"
#include "engine/report/fields/score_fields.h"
#include "engine/report/json/json.h"
#include "engine/report/texts/finding_groups.h"
#include "engine/report/texts/score_texts.h"
#include "engine/scoring/execution.h"

namespace jiheng::bulk {
namespace {

using base::Json;
using model::NumberField;

constexpr std::array<std::string_view, 22> kCardColumns = {
    "编号",     "类型",     "名称", "年度",     "方案", "行",       "年度目标", "一级指标",
    "二级指标", "三级指标", "目标", "完成",     "分值", "自报得分", "单位名称", "评定",
    "不适用",   "偏差原因", "子项", "计算数据", "档点", "评分标准"};

std::string text_of_number(const std::optional<NumberField>& number) {
  return number ? number->value.to_string() : std::string();
}

/// 0.85 -> 85%.
std::string share_text(const NumberField& share) {
  return (share.value * base::Decimal(100)).trimmed().to_string() + "%";
}

/// The title a goal is known by when it is read again: one without a title is of the year.
std::string_view title_of_goal(const model::Section& section) {
  const bool unnamed = section.title.empty() && section.horizon == model::Horizon::long_term;
  return unnamed ? std::string_view("长期目标") : std::string_view(section.title.text);
}

void put_text(Json& object, std::string_view key, std::string_view text) {
  if (!text.empty()) object.members().push_back({std::string(key), Json(text)});
}

void put_number(Json& object, std::string_view key, const std::optional<NumberField>& number) {
  put_text(object, key, text_of_number(number));
}

/// Numbers by their names; nothing where there are none.
void put_numbers(Json& object, std::string_view key,
                 const std::vector<std::pair<model::Field, NumberField>>& numbers) {
  if (numbers.empty()) return;
  Json group = Json::object();
  for (const auto& [name, number] : numbers) put_text(group, name.text, number.value.to_string());
  object.members().push_back({std::string(key), std::move(group)});
}

void put_texts(Json& group, const std::vector<std::pair<model::Field, model::Field>>& texts) {
  for (const auto& [name, text] : texts) put_text(group, name.text, text.text);
}

/// The marks as they were handed in, where those that are scored by are others: shared out anew, or worked out.
void put_given_marks(Json& json, const std::optional<NumberField>& given) {
  const std::string text = given ? report::plain(given->value) : std::string();
  if (report::text_of(json["full_marks"]) != text)
    json.members().push_back({"given_marks", base::text_or_null(text)});
}

/// What decided about a row beside what its score shows.
void put_row(Json& json, const model::Section& section, const model::Indicator& row) {
  put_given_marks(json, row.full_marks);
  put_text(json, "section", title_of_goal(section));
  put_text(json, "standard", row.standard.text);
  if (row.judged) put_text(json, "judged", share_text(*row.judged));
  if (row.not_applicable) json.members().push_back({"not_applicable", true});
  put_text(json, "reason", row.reason.text);
  put_text(json, "evidence", row.evidence.text);
  if (!row.inputs.empty() || !row.answers.empty()) {
    Json data = Json::object();
    for (const auto& [name, number] : row.inputs) put_text(data, name.text, number.value.to_string());
    put_texts(data, row.answers);
    json.members().push_back({"inputs", std::move(data)});
  }
  if (!row.conditions.empty()) {
    Json conditions = Json::object();
    for (const auto& [name, met] : row.conditions) conditions.members().push_back({name.text, met});
    json.members().push_back({"conditions", std::move(conditions)});
  }
  put_numbers(json, "cut_points", row.cut_points);
  if (!row.history.empty()) {
    Json history = Json::object();
    put_texts(history, row.history);
    json.members().push_back({"history", std::move(history)});
  }
  put_text(json, "basis", row.basis.text);
}

/// Where the scheme gives no points for the execution, its amounts may still cap the total.
void put_budget(Json& json, const scoring::CardResult& result) {
  const model::Budget& budget = result.card->budget;
  if (!result.execution) {
    json["planned"] = base::text_or_null(report::plain(report::planned_of(result)));
    json["executed"] = base::text_or_null(text_of_number(budget.executed));
  }
  const std::string_view divisor = scoring::denominators_of(*result.scheme).front();
  const std::string planned = report::text_of(json["planned"]);
  const auto put_amount = [&](std::string_view key, std::string_view name,
                              const std::optional<NumberField>& amount) {
    const bool said = name == divisor && amount && report::plain(amount->value) == planned;
    if (!said) put_number(json, key, amount);  // planned is put where the scheme looks for it
  };
  put_amount("initial", "年初预算数", budget.initial);
  put_amount("adjusted", "调整预算数", budget.adjusted);
  put_amount("approved", "批复数", budget.approved);
  put_number(json, "basic", budget.basic);
  put_number(json, "project", budget.project);
  put_number(json, "claimed", budget.claimed_score);
  put_text(json, "claimed_rate", budget.claimed_rate.text);
}

/// A cell of the rows has no line break in it.
void append_text(std::string_view text, std::string& out) {
  if (text.find_first_of("\r\n") == std::string_view::npos) return append_cell(text, ',', out);
  std::string flat(text);
  std::replace_if(
      flat.begin(), flat.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
  append_cell(flat, ',', out);
}

std::string conditions_text(const model::Indicator& row) {
  std::string text;
  for (const auto& [name, met] : row.conditions) append_named_value(name.text, met ? "是" : "否", text);
  return text;
}

std::string numbers_text(const std::vector<std::pair<model::Field, NumberField>>& numbers) {
  std::string text;
  for (const auto& [name, number] : numbers) append_named_value(name.text, number.value.to_string(), text);
  return text;
}

std::string data_text(const model::Indicator& row) {
  std::string text = numbers_text(row.inputs);
  for (const auto& [name, answer] : row.answers) append_named_value(name.text, answer.text, text);
  return text;
}

/// The columns that only rows of indicators fill, from 评定 on.
void append_row_extras(const model::Indicator* row, std::string& out) {
  static const model::Indicator kNone;
  const model::Indicator& r = row == nullptr ? kNone : *row;
  append_text(r.judged ? share_text(*r.judged) : std::string(), out);
  append_text(r.not_applicable ? "是" : "", out);
  append_text(r.reason.text, out);
  append_text(conditions_text(r), out);
  append_text(data_text(r), out);
  append_text(numbers_text(r.cut_points), out);
  append_text(r.standard.text, out);
}

}  // namespace

void append_card_json(const scoring::CardResult& result, std::string_view unit, std::string& out) {
  const model::Scorecard& card = *result.card;
  Json json = report::json_from_card(result);
  for (Json::Member& member : json.members()) {
    if (member.key == "budget") put_budget(member.value, result);
    if (member.key == "sections") {
      for (std::size_t i = 0; i < card.sections.size(); ++i) {
        if (!card.sections[i].title.empty())
          put_given_marks(member.value.items()[i], card.sections[i].full_marks);
      }
    }
    if (member.key != "indicators") continue;
    std::vector<Json>& rows = member.value.items();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const model::RowId& id = result.indicators[i].id;
      put_row(rows[i], section_of(card, id), row_of(card, id));
    }
  }
  if (card.year) json.members().push_back({"year", *card.year});
  put_text(json, "unit", unit);
  put_number(json, "claimed_total", card.claimed_total);
  put_text(json, "claimed_grade", card.claimed_grade.text);
  put_text(json, "reason", card.deviation_reason.text);
  out += json.dump();
  out += '\n';
}

void append_refused_json(std::string_view id, const std::vector<diag::Diagnostic>& faults, std::string& out) {
  const Json json = {{"id", base::text_or_null(std::string(id))},
                     {"total", nullptr},
                     {"findings", report::json_from_diagnostics(faults)}};
  out += json.dump();
  out += '\n';
}

std::span<const std::string_view> card_columns() { return kCardColumns; }

void append_card_rows(const scoring::CardResult& result, std::string_view unit, bool explain,
                      std::string& out) {
  const model::Scorecard& card = *result.card;
  std::string front;
  base::append_csv_cell(card.id, ',', front);
  append_text(card.kind == model::CardKind::department ? "部门" : "项目", front);
  append_text(card.title.text, front);
  append_text(card.year ? std::to_string(*card.year) : std::string(), front);
  append_text(result.scheme->id, front);
  std::size_t next = 0;
  for (const report::ScoreRow& row : report::score_rows(result)) {
    const model::Indicator* indicator = nullptr;
    out += front;
    append_text(row.row, out);
    if (row.row == "指标") {
      const model::RowId& id = result.indicators[next++].id;
      indicator = &row_of(card, id);
      append_text(title_of_goal(section_of(card, id)), out);
    } else {
      append_text("", out);
    }
    for (const std::string* text : {&row.level1, &row.level2, &row.name, &row.target, &row.actual})
      append_text(*text, out);
    append_text(indicator == nullptr ? report::plain(row.full_marks) : text_of_number(indicator->full_marks),
                out);
    append_text(report::plain(row.claimed), out);
    append_text(unit, out);
    append_row_extras(indicator, out);
    append_result_cells({row.score, row.status_text, row.attainment, row.deviation, row.rule}, result.scheme,
                        ',', out);
    if (explain) append_text(row.why, out);
    out += '\n';
  }
}

void append_refused_rows(std::string_view id, std::string_view scheme, bool explain, std::string& out) {
  base::append_csv_cell(id, ',', out);
  for (const std::string_view column : std::span(kCardColumns).subspan(1))
    append_text(column == "方案" ? scheme : column == "行" ? "总分" : "", out);
  append_result_cells({nullptr, "没有计分", {}, {}, {}}, nullptr, ',', out);
  if (explain) append_text("", out);
  out += '\n';
}

std::string findings_head() {
  std::string out;
  for (const auto* field : report::columns_of(report::finding_fields(false))) {
    if (!out.empty()) out += ',';
    base::append_csv_cell(field->heading, ',', out);
  }
  return out + '\n';
}

void add_findings(const scoring::CardResult& result, const scoring::Context& context,
                  const model::YearRules& years, CardFindings& out) {
  static const model::NameWords kNoNames;
  const auto columns = report::columns_of(report::finding_fields(false));
  const audit::Batch batch = audit::batch_of({&result, 1}, {}, context.units, context.words,
                                             context.names == nullptr ? kNoNames : *context.names, years);
  const std::string title = report::title_of(*result.card);
  for (const audit::Finding& finding : audit::audit(batch)) {
    const report::FindingRow row{finding, title};
    bool first = true;
    for (const auto* field : columns) {
      if (!std::exchange(first, false)) out.rows += ',';
      base::append_csv_cell(cell_of(*field, row).text, ',', out.rows);
    }
    out.rows += '\n';
    out.ids.insert(finding.id);
    ++out.count;
  }
}

}  // namespace jiheng::bulk
