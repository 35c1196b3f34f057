// Takes lines, reads each as a card, scores those of a scheme together and writes them in their order. Leaves what a card
// says to rulebook/json/card_from_json.cc, points to explain.
#include "engine/bulk/json_cards.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/json.h"
#include "engine/base/text.h"
#include "engine/bulk/result_cells.h"
#include "engine/explain/score.h"
#include "engine/rulebook/json/card_from_json.h"

namespace jiheng::bulk {
namespace {

constexpr std::size_t kMostValues = 500'000;  ///< of one card

struct JsonCard {
  std::string id;
  std::string scheme_id;
  std::string unit;
  std::string year;
  std::size_t rows = 0;
  const scoring::CardResult* result = nullptr;  ///< nullptr: not scored
  std::vector<diag::Diagnostic> faults;         ///< why
};

/// Cards of one scheme, scored together.
struct JsonCardsOfScheme {
  std::vector<std::size_t> places;  ///< among the cards of the block
  std::vector<model::Scorecard> cards;
  std::vector<scoring::CardResult> results;
};

class JsonScoring {
 public:
  JsonScoring(const Block& block, SchemeShelf& shelf, const scoring::Context& context,
              const BulkOptions& options)
      : block_(block), shelf_(shelf), context_(context), options_(options) {}

  BlockResult result() {
    read_lines();
    for (auto& [scheme, group] : groups_) {
      group.results = explain::score(scheme->plan, group.cards, context_);
      for (std::size_t i = 0; i < group.places.size(); ++i)
        cards_[group.places[i]].result = &group.results[i];
    }
    for (const JsonCard& card : cards_) write(card);
    return std::move(out_);
  }

 private:
  void read_lines() {
    int number = block_.first_line;
    for (std::size_t at = 0; at < block_.text.size(); ++number) {
      const std::size_t end = std::min(block_.text.find('\n', at), block_.text.size());
      const std::string_view line = base::trimmed(std::string_view(block_.text).substr(at, end - at));
      at = end + 1;
      if (!line.empty()) read_card(line, {block_.source, number, 1, 0});
    }
  }

  void read_card(std::string_view line, const base::Place& place) {
    JsonCard& card = cards_.emplace_back();
    const auto read = base::parse_json(line, kMostValues);
    const base::Json* json = std::get_if<base::Json>(&read);
    if (json == nullptr || !json->is_object()) {
      const auto* fault = std::get_if<base::JsonFault>(&read);
      card.faults.push_back(
          {"B102",
           fault == nullptr ? "这一行不是一张表的 JSON" : fmt::format("这一行不是 JSON：{}", fault->why),
           "一行一张表，一张表是一个 { }，中间不换行。",
           "改成一行一张表。",
           {place.source, place.line, fault == nullptr ? 1 : column_of(line, fault->byte), 0}});
      return;
    }
    model::Problems problems;
    model::Scorecard read_card = rulebook::card_from_json(*json, place, "", problems);
    card.id = read_card.id;
    card.unit = read_card.unit_name.text;
    card.year = read_card.year ? std::to_string(*read_card.year) : "";
    card.scheme_id = options_.scheme.empty() ? read_card.scheme.text : options_.scheme;
    for (const model::Section& section : read_card.sections) card.rows += section.indicators.size();
    if (card.id.empty() && problems.empty())
      problems.push_back({"B102", "没有编号", "", "每张表写一个编号（id）。", place});
    const ShelvedScheme* scheme = card.scheme_id.empty() ? nullptr : shelf_.find(card.scheme_id);
    if (scheme == nullptr && problems.empty()) problems.push_back(no_scheme(card.scheme_id, place));
    if (!problems.empty()) {
      for (const std::string_view key : {"id", "编号"}) {
        const base::Json* said = json->find(key);
        if (card.id.empty() && said != nullptr && said->text() != nullptr) card.id = *said->text();
      }
      card.faults = std::move(problems);
      return;
    }
    // What `jiheng score` calls planned is the amount that divides.
    if (json->find("indicators") != nullptr) let_planned_divide(*scheme->scheme, read_card.budget);
    JsonCardsOfScheme& group = groups_[scheme];
    group.places.push_back(cards_.size() - 1);
    group.cards.push_back(std::move(read_card));
  }

  static int column_of(std::string_view line, std::size_t byte) {
    const std::string_view before = line.substr(0, std::min(byte, line.size()));
    return base::first_invalid_utf8(before) ? 1 : static_cast<int>(base::count_characters(before)) + 1;
  }

  void write(const JsonCard& card) {
    ++out_.cards;
    out_.row_count += card.rows;
    GroupSums& sums = out_.summary.group(card.unit, card.scheme_id, card.year);
    ++sums.cards;
    if (card.result == nullptr) return write_refused(card, sums);
    const scoring::CardResult& result = *card.result;
    add_total(total_of_whole(result), sums);
    if (options_.json) {
      append_card_json(result, card.unit, out_.rows);
    } else {
      append_card_rows(result, card.unit, options_.explain, out_.rows);
    }
    if (options_.check != nullptr) add_findings(result, context_, *options_.check, out_.findings);
  }

  void write_refused(const JsonCard& card, GroupSums& sums) {
    ++out_.not_scored;
    ++sums.not_scored;
    for (const diag::Diagnostic& fault : card.faults) {
      append_error(fault, "", out_.errors);
      if (out_.faults.size() < kShownFaults) out_.faults.push_back(fault);
    }
    if (options_.json) {
      append_refused_json(card.id, card.faults, out_.rows);
    } else {
      append_refused_rows(card.id, card.scheme_id, options_.explain, out_.rows);
    }
  }

  const Block& block_;
  SchemeShelf& shelf_;
  const scoring::Context& context_;
  const BulkOptions& options_;
  std::vector<JsonCard> cards_;
  std::map<const ShelvedScheme*, JsonCardsOfScheme> groups_;
  BlockResult out_;
};

}  // namespace

BlockResult score_json_cards(const Block& block, SchemeShelf& shelf, const scoring::Context& context,
                             const BulkOptions& options) {
  return JsonScoring(block, shelf, context, options).result();
}

}  // namespace jiheng::bulk
