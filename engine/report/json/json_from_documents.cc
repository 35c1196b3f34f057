// Takes documents, gives JSON. Texts are as printed; amounts are digits; an absent text is "".
#include "engine/report/json/json_from_documents.h"

#include <type_traits>

#include "engine/base/json.h"
#include "engine/diag/print.h"
#include "engine/report/fields/import_fields.h"
#include "engine/report/fields/place_fields.h"

namespace jiheng::report {
namespace {

using base::Json;

/// The line; of a sheet its name and the cell too, of a PDF the page.
Json place_json(const base::Place& place) {
  Json json = {{"line", place.line}};
  if (place.source && !place.source->sheet.empty()) {
    json["sheet"] = place.source->sheet;
    if (place.column > 0) json["cell"] = diag::cell_name(place);
  }
  put_page(json, place);
  return json;
}

Json row_json(const intake::TableRow& row) {
  Json json = object_of(import_row_fields(), row);
  json.update(place_json(row.place));
  return json;
}

/// null where the form does not say.
Json proposal_json(const intake::SchemeProposal& proposal) {
  if (proposal.scheme == nullptr) return nullptr;
  const auto texts = [](const std::vector<intake::Evidence>& list) {
    Json out = Json::array();
    for (const intake::Evidence& evidence : list) out.push_back(to_text(evidence));
    return out;
  };
  Json others = Json::array();
  for (const model::Scheme* other : proposal.others) others.push_back(other->id);
  return {{"scheme", proposal.scheme->id},
          {"evidence", texts(proposal.evidence)},
          {"doubts", texts(proposal.doubts)},
          {"others", std::move(others)}};
}

/// [{"title","text","achieved"}].
Json goals_json(const intake::Table& table) {
  Json out = Json::array();
  for (const intake::Goal& goal : table.goals) {
    if (goal.text.empty() && goal.achieved.empty()) continue;
    out.push_back({{"title", goal.title.text}, {"text", goal.text.text}, {"achieved", goal.achieved.text}});
  }
  return out;
}

/// [{"name","initial","adjusted","planned","executed","full_marks","rate","score"}].
Json money_parts_json(const intake::Table& table) {
  Json out = Json::array();
  for (const model::MoneyPart& part : table.money_parts) {
    out.push_back({{"name", part.name.text},
                   {"initial", part.initial.text},
                   {"adjusted", part.adjusted.text},
                   {"planned", part.planned.text},
                   {"executed", part.executed.text},
                   {"full_marks", part.full_marks.text},
                   {"rate", part.rate.text},
                   {"score", part.score.text}});
  }
  return out;
}

/// [{"level","full_marks"}]: 产出指标 50, 产出指标/数量指标 20, as printed behind the levels.
Json level_marks_json(const intake::Table& table) {
  Json out = Json::array();
  for (const intake::TableRow& row : table.rows) {
    if (!row.level1_marks.empty())
      out.push_back({{"level", row.level1.text}, {"full_marks", row.level1_marks.text}});
    if (!row.level2_marks.empty())
      out.push_back(
          {{"level", row.level1.text + "/" + row.level2.text}, {"full_marks", row.level2_marks.text}});
  }
  return out;
}

/// [{"label","text"}]: the fields of the head, or of the foot, with the form's own labels.
template <class Entries>
Json texts_json(const Entries& entries) {
  Json out = Json::array();
  for (const auto& [label, text] : entries) {
    if constexpr (std::is_same_v<std::decay_t<decltype(label)>, std::string>) {
      out.push_back({{"label", label}, {"text", text.text}});
    } else {
      out.push_back({{"label", label.text}, {"text", text.text}});
    }
  }
  return out;
}

Json table_json(const intake::Table& table, const intake::SchemeProposal& proposal) {
  Json indicators = Json::array();
  for (const intake::TableRow& row : table.rows) indicators.push_back(row_json(row));
  Json json = object_of(import_table_fields(), table);
  json.members().push_back({"scheme_proposal", proposal_json(proposal)});
  json.members().push_back({"indicators", std::move(indicators)});
  json.members().push_back({"head", texts_json(table.header)});
  json.members().push_back({"goals", goals_json(table)});
  json.members().push_back({"money_parts", money_parts_json(table)});
  json.members().push_back({"foot", texts_json(table.foot)});
  json.members().push_back({"scheme", table.scheme.text});
  json.members().push_back({"level_marks", level_marks_json(table)});
  return json;
}

}  // namespace

std::string json_from_documents(std::span<const intake::Document> documents,
                                std::span<const intake::SchemeProposal> proposals) {
  std::size_t number = 0;
  Json tables = Json::array();
  Json claims = Json::array();
  Json passed_over = Json::array();
  for (const intake::Document& document : documents) {
    for (const intake::Table& table : document.tables)
      tables.push_back(table_json(table, proposals[number++]));
    for (const intake::Claim& claim : document.claims) {
      claims.push_back({{"text", claim.text}, {"line", claim.place.line}, {"figures", claim.figures}});
    }
    for (const intake::PassedOver& passed : document.passed_over) {
      Json entry = place_json(passed.place);
      entry["text"] = passed.text;
      entry["why"] = passed.why;
      passed_over.push_back(std::move(entry));
    }
  }
  const Json json = {{"schema", 1},
                     {"tables", std::move(tables)},
                     {"claims", std::move(claims)},
                     {"passed_over", std::move(passed_over)}};
  return json.dump(2) + "\n";
}

}  // namespace jiheng::report
