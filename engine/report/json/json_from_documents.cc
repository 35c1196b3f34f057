// Takes documents, gives JSON. Texts are as printed; amounts are digits; an absent text is "".
#include "engine/report/json/json_from_documents.h"

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

Json table_json(const intake::Table& table, const intake::SchemeProposal& proposal) {
  Json indicators = Json::array();
  for (const intake::TableRow& row : table.rows) indicators.push_back(row_json(row));
  Json json = object_of(import_table_fields(), table);
  json.members().push_back({"scheme_proposal", proposal_json(proposal)});
  json.members().push_back({"indicators", std::move(indicators)});
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
