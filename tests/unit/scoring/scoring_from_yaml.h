// Schemes and cards written as YAML in a test, scored with the shipped units and words.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/files.h"
#include "engine/diag/print.h"
#include "engine/explain/score.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/scoring/score.h"

namespace jiheng::scoring {

// What scoring gives is looked at through the room that puts it into words.
using explain::run_examples;
using explain::score;

inline rulebook::SourcePtr source_of(std::string name, std::string text) {
  return std::make_shared<const base::Source>(base::Source{std::move(name), std::move(text)});
}

inline rulebook::SourcePtr shipped(const std::string& path) {
  const std::string whole = JIHENG_SOURCE_DIR "/" + path;
  return source_of(path, base::read_file(whole, rulebook::kMaxFileBytes).text);
}

template <class T>
T value_or_fail(diag::Result<T> result) {
  EXPECT_TRUE(result) << diag::to_text(result.problems, {});
  return result ? std::move(*result) : T{};
}

inline const Context& context() {
  static const quantity::UnitTable units =
      value_or_fail(rulebook::units_from_yaml(shipped("rules/units.yaml")));
  static const target::WordTable words =
      value_or_fail(rulebook::words_from_yaml(shipped("rules/words.yaml")));
  static const model::NameWords names =
      value_or_fail(rulebook::name_words_from_yaml(shipped("rules/names.yaml")));
  static const Context context{units, words, 1, &names};
  return context;
}

/// The keys every scheme needs, then `text`.
inline model::Scheme scheme_from(const std::string& text) {
  return value_or_fail(rulebook::scheme_from_yaml(
      source_of(
          "方案.yaml",
          "方案: t\n名称: 试\n适用年度: 2023\n来源:\n  - {文号: 试, 段落: 一, 状态: 已见}\n总分: 100\n" +
              text),
      {}));
}

inline model::Scheme shipped_scheme(const std::string& id) {
  std::vector<rulebook::SourcePtr> others;
  for (const std::string& path : base::list_files(JIHENG_SOURCE_DIR "/rules", {".yaml"}, 100).paths) {
    const auto source = source_of(path, base::read_file(path, rulebook::kMaxFileBytes).text);
    const auto tree = rulebook::read_yaml(source);
    if (tree && tree->find("方案") != nullptr) others.push_back(source);
  }
  model::Scheme scheme = value_or_fail(rulebook::scheme_from_yaml(shipped("rules/" + id + ".yaml"), others));
  static const rulebook::Forms forms = rulebook::load_forms(JIHENG_SOURCE_DIR "/rules");
  std::vector<diag::Diagnostic> problems;
  EXPECT_TRUE(rulebook::give_form(scheme, forms, problems)) << diag::to_text(problems, {});
  return scheme;
}

inline std::vector<model::Scorecard> cards_from(const std::string& text) {
  return value_or_fail(rulebook::scorecards_from_yaml(source_of("表.yaml", text)));
}

/// A project card of these rows, each a flow mapping: "目标: ≥95%, 完成: 94.6%, 分值: 10".
inline model::Scorecard card_of(const std::vector<std::string>& rows, const std::string& more = "") {
  std::string text = "类型: 项目\n编号: p\n年度: 2023\n项目名称: 甲\n" + more + "绩效指标:\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool named = rows[i].find("三级:") != std::string::npos;
    const bool levelled = rows[i].find("一级:") != std::string::npos;
    text += "  - {" + std::string(levelled ? "" : "一级: 产出指标, 二级: 数量指标, ") +
            (named ? "" : "三级: 指标" + std::to_string(i + 1) + ", ") + rows[i] + "}\n";
  }
  std::vector<model::Scorecard> cards = cards_from(text);
  return cards.empty() ? model::Scorecard{} : std::move(cards.front());
}

/// "9.96", "8..10"; .
inline std::string text_of(const Points& p) {
  const auto text = [](const base::Decimal& d) { return d.trimmed().to_string(); };
  return p.exact() ? text(p.low) : text(p.low) + ".." + text(p.high);
}

/// Ids of the findings, those of reading (T…) left out.
inline std::string ids_of(const std::vector<diag::Diagnostic>& findings) {
  std::string ids;
  for (const diag::Diagnostic& d : findings) {
    if (d.id[0] == 'T') continue;
    ids += (ids.empty() ? "" : " ") + d.id;
  }
  return ids;
}

}  // namespace jiheng::scoring
