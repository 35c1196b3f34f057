// Tables written as YAML in a test, audited under the shipped schemes they name.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "engine/audit/audit.h"
#include "engine/explain/score.h"
#include "tests/unit/scoring/scoring_from_yaml.h"

namespace jiheng::audit {

inline constexpr const char* kCost = "成本指标";

inline const model::NameWords& shipped_names() {
  static const model::NameWords names =
      scoring::value_or_fail(rulebook::name_words_from_yaml(scoring::shipped("rules/names.yaml")));
  return names;
}

inline const model::YearRules& shipped_years() {
  static const model::YearRules years =
      scoring::value_or_fail(rulebook::year_rules_from_yaml(scoring::shipped("rules/years.yaml")));
  return years;
}

/// The findings of some tables, with everything they point into.
class Audited {
 public:
  explicit Audited(const std::string& text, std::vector<model::Waiver> waivers = {})
      : Audited(scoring::cards_from(text), std::move(waivers)) {}
  explicit Audited(std::vector<model::Scorecard> cards, std::vector<model::Waiver> waivers = {})
      : cards_(std::move(cards)), waivers_(std::move(waivers)) {
    results_.resize(cards_.size());
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      std::vector<scoring::CardResult> one =
          explain::score(scheme(cards_[i].scheme.text), std::span(&cards_[i], 1), scoring::context());
      results_[i] = std::move(one.front());
    }
    Audit audited = audit(batch_of(results_, {}, scoring::context().units, scoring::context().words,
                                   shipped_names(), shipped_years()),
                          waivers_);
    findings_ = std::move(audited.findings);
    waived_ = std::move(audited.waived);
  }

  const Findings& findings() const { return findings_; }
  const std::vector<Waived>& waived() const { return waived_; }
  const std::vector<scoring::CardResult>& results() const { return results_; }
  /// "A101 S105", in the order they are listed.
  std::string ids() const {
    std::string text;
    for (const Finding& f : findings_) text += (text.empty() ? "" : " ") + f.id;
    return text;
  }
  /// nullptr, and a failure, where there is none with this id.
  const Finding* find(std::string_view id) const {
    const auto at =
        std::find_if(findings_.begin(), findings_.end(), [&](const Finding& f) { return f.id == id; });
    EXPECT_NE(at, findings_.end()) << "no " << id << " among: " << ids();
    return at == findings_.end() ? nullptr : &*at;
  }

 private:
  static const model::Scheme& scheme(const std::string& id) {
    static std::map<std::string, model::Scheme> loaded;
    const auto at = loaded.find(id);
    if (at != loaded.end()) return at->second;
    return loaded.emplace(id, id.empty() ? model::Scheme() : scoring::shipped_scheme(id)).first->second;
  }

  std::vector<model::Scorecard> cards_;
  std::vector<scoring::CardResult> results_;
  std::vector<model::Waiver> waivers_;
  Findings findings_;
  std::vector<Waived> waived_;
};

inline std::string text_of_file(const std::string& path) {
  return base::read_file(JIHENG_SOURCE_DIR "/" + path, rulebook::kMaxFileBytes).text;
}

/// `text` with the first occurrence of each piece replaced. A piece that is not there is a broken test.
inline std::string edited(std::string text, const std::vector<std::pair<std::string, std::string>>& edits) {
  for (const auto& [from, to] : edits) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "not in the table: " << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
  }
  return text;
}

/// A table that is right, what is changed in it, and the ids that must then be found, by hand.
struct Case {
  const char* name;
  const char* file;  ///< below samples/good/
  std::vector<std::pair<std::string, std::string>> edits;
  const char* ids;
};

inline void expect_each(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const Audited audited(edited(text_of_file(std::string("samples/good/") + c.file), c.edits));
    EXPECT_EQ(audited.ids(), c.ids);
    if (audited.ids() == c.ids) continue;
    for (const Finding& f : audited.findings()) ADD_FAILURE() << f.id << " " << f.message << " " << f.why;
  }
}

}  // namespace jiheng::audit
