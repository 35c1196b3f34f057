// Takes paths, gives documents and the texts of the files they become. Leaves reading a document to document_from_path,
// YAML to load, writing files to cli.
#include "engine/app/import_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/app/card_from_table.h"
#include "engine/app/input_files.h"
#include "engine/diag/append.h"
#include "engine/intake/document_kind.h"
#include "engine/intake/read_document.h"
#include "engine/intake/scorecard_from_table.h"
#include "engine/rulebook/load.h"

namespace jiheng::app {
namespace {

diag::Diagnostic already_scorecards(const std::string& path) {
  return {"I106",
          fmt::format("“{}”已经是自评表文件，不用导入", path),
          "",
          "直接计分：jiheng score 加这个文件。",
          {}};
}

diag::Result<intake::Document> document_of(const InputDocument& input, const model::FormWords& forms) {
  if (intake::holds_scorecards(input.source)) return already_scorecards(input.source->name);
  return intake::read_document(forms, input.source, input.ending, input.progress);
}

/// What one document gave.
struct DocumentTables {
  diag::Result<intake::Document> document;
  std::vector<intake::SchemeProposal> proposals;
};

DocumentTables tables_and_proposals(const InputDocument& input, const model::FormWords& forms,
                                    const std::vector<const model::Scheme*>& candidates) {
  DocumentTables out{document_of(input, forms), {}};
  if (!out.document) return out;
  for (const intake::Table& table : out.document->tables) {
    const auto card = intake::scorecard_from_table(table);
    out.proposals.push_back(intake::propose_scheme(*card, table.printed, candidates));
  }
  return out;
}

/// Numbers in the order of tables, runs of them short: "t01-t03、t05".
std::string short_list(const std::vector<std::pair<std::size_t, std::string>>& tables) {
  std::string out;
  for (std::size_t i = 0; i < tables.size();) {
    std::size_t end = i + 1;
    while (end < tables.size() && tables[end].first == tables[end - 1].first + 1) ++end;
    out += fmt::format("{}{}", out.empty() ? "" : "、", tables[i].second);
    if (end - i > 1) out += fmt::format("{}{}", end - i > 2 ? "-" : "、", tables[end - 1].second);
    i = end;
  }
  return out;
}

}  // namespace

ImportOutcome import_documents(const ImportRequest& request, const model::FormWords& forms,
                               rulebook::Schemes schemes) {
  ImportOutcome outcome;
  outcome.schemes = std::move(schemes);
  InputFiles inputs = input_files(request.paths, Take::documents, *request.files);
  outcome.problems = std::move(inputs.problems);
  const std::vector<const model::Scheme*> candidates = outcome.schemes.all();
  auto read = read_inputs<DocumentTables>(
      inputs.files, request.standard_input, Take::documents, request.threads, request.means, *request.files,
      [&](const InputDocument& input) { return tables_and_proposals(input, forms, candidates); });
  std::size_t tables = 0;
  for (InputRead<DocumentTables>& file : read) {
    const bool remark = file.is_remark();
    append(outcome.problems, std::move(file.problems));
    if (remark) continue;
    InputTally tally{file.path};
    if (file.read && file.in_folder && file.read->document && file.read->document->tables.empty()) {
      tally.read = true;
      outcome.problems.push_back(left_in_folder(file.path));
    } else if (file.read) {
      append(outcome.problems, std::move(file.read->document.problems));
      if (file.read->document) {
        intake::Document& document = *file.read->document;
        for (intake::Table& table : document.tables) table.id = fmt::format("t{:02}", ++tables);
        tally = {file.path, document.tables.size(), true, false};
        std::move(file.read->proposals.begin(), file.read->proposals.end(),
                  std::back_inserter(outcome.proposals));
        outcome.documents.push_back(std::move(document));
      }
    }
    outcome.inputs.push_back(std::move(tally));
  }
  return outcome;
}

std::vector<std::string> proposal_lines(const ImportOutcome& outcome) {
  struct Group {
    const intake::SchemeProposal* first;
    std::vector<std::pair<std::size_t, std::string>> tables;
  };
  std::vector<Group> groups;
  std::map<std::string, std::size_t> known;
  std::size_t number = 0;
  for (const intake::Document& document : outcome.documents) {
    for (const intake::Table& table : document.tables) {
      const intake::SchemeProposal& proposal = outcome.proposals[number];
      const auto [at, added] = known.try_emplace(to_text(proposal, intake::Places::left_out), groups.size());
      if (added) groups.push_back({&proposal, {}});
      groups[at->second].tables.emplace_back(number++, table.id);
    }
  }
  std::vector<std::string> lines;
  for (const Group& group : groups) {
    const auto places = group.tables.size() == 1 ? intake::Places::shown : intake::Places::left_out;
    lines.push_back(fmt::format("{}：{}", short_list(group.tables), to_text(*group.first, places)));
  }
  return lines;
}

ScorecardTexts scorecards_of(const ImportOutcome& outcome) {
  ScorecardTexts out;
  std::size_t number = 0;
  for (const intake::Document& document : outcome.documents) {
    for (const intake::Table& table : document.tables) {
      const intake::SchemeProposal& proposal = outcome.proposals[number++];
      auto card = card_from_table(table);
      append(out.problems, std::move(card.problems));
      if (!card) continue;
      const std::string comment = proposal.scheme == nullptr ? "" : fmt::format("# {}\n", to_text(proposal));
      out.files.push_back({fmt::format("{}.yaml", table.id), comment + rulebook::yaml_from_scorecard(*card)});
    }
  }
  return out;
}

std::string one_file_of(const std::vector<results::NamedText>& scorecards) {
  if (scorecards.size() == 1) return scorecards.front().text;
  std::string out = "自评表:\n";
  for (const results::NamedText& card : scorecards) {
    bool first = true;
    for (std::size_t at = 0; at < card.text.size();) {
      const std::size_t end = std::min(card.text.find('\n', at), card.text.size());
      const bool comment = first && card.text[at] == '#';
      out += first && !comment ? "  - " : comment ? "  " : "    ";
      out.append(card.text, at, end - at);
      out += '\n';
      first = comment;
      at = end + 1;
    }
  }
  return out;
}

ImportCounts counts_of(const std::vector<intake::Document>& documents) {
  ImportCounts counts;
  for (const intake::Document& document : documents) {
    counts.tables += document.tables.size();
    counts.claims += document.claims.size();
    counts.passed_over += document.passed_over.size();
    for (const intake::Table& table : document.tables) {
      counts.rows += table.rows.size();
      counts.cells += intake::cell_count(table);
    }
  }
  return counts;
}

}  // namespace jiheng::app
