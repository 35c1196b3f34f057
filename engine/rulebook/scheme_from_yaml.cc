// Takes a scheme file and the files it may inherit from, gives a Scheme whose clauses can all be reached and
// whose weights add up. Clauses and examples are read by their own files; scoring is left to scoring.
#include "engine/rulebook/scheme_from_yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "engine/base/near_word.h"
#include "engine/base/text.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/scheme_files.h"
#include "engine/rulebook/scheme_reach.h"
#include "engine/rulebook/scorecard_from_yaml.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using base::Place;
using diag::Diagnostic;
using model::Clause;
using model::Scheme;

constexpr std::size_t kMaxChain = 16;

/// One file being read, and what it inherits.
class SchemeReader {
 public:
  SchemeReader(SchemeFiles& files, std::size_t index, std::vector<std::string> chain, Problems& problems)
      : files_(files), index_(index), chain_(std::move(chain)), problems_(problems) {}

  std::optional<Scheme> read() {
    const diag::Result<YamlNode>& tree = files_.tree(index_);
    problems_.insert(problems_.end(), tree.problems.begin(), tree.problems.end());
    if (!tree) return std::nullopt;
    MappingReader reader(*tree, "方案文件", problems_);
    if (!reader.ok()) return std::nullopt;
    scheme_.place = tree->place;
    const std::string id = required_text(reader.required("方案"), "方案", problems_);
    inherit(reader.optional("继承"), id);
    own_clauses_from_here();
    scheme_.id = id;
    scheme_.name = required_text(reader.required("名称"), "名称", problems_);
    read_years(reader.required("适用年度"));
    read_sources(reader.required("来源"));
    read_enabled(reader.optional("启用"));
    read_recognition(reader.optional("识别"));
    settings_from(reader, scheme_, problems_);
    read_computed(reader.optional("计算"));
    const bool inherited = !scheme_.parent.empty();
    read_clauses(inherited ? reader.optional("规则") : reader.required("规则"));
    if (const YamlNode* examples = reader.optional("样例")) {
      scheme_.examples = examples_from_node(*examples, scheme_, problems_);
    }
    return scheme_;
  }

 private:
  void report(std::string id, std::string message, std::string why, std::string fix, const Place& place) {
    problems_.push_back({std::move(id), std::move(message), std::move(why), std::move(fix), place});
  }

  // ---- 继承

  void inherit(const YamlNode* node, const std::string& id) {
    if (node == nullptr) return;
    const std::string parent = required_text(node, "继承", problems_);
    if (parent.empty()) return;
    chain_.push_back(id);
    if (std::find(chain_.begin(), chain_.end(), parent) != chain_.end() || chain_.size() > kMaxChain) {
      report("L120", fmt::format("“继承”绕成了一个圈：{} → {}", fmt::join(chain_, " → "), parent),
             "一个方案不能直接或间接继承自己。", "去掉其中一个“继承”。", node->place);
      scheme_.parent = parent;
      return;
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (!is_other(i) || files_.id(i) != parent || !files_.tree(i)) continue;
      SchemeReader reader(files_, i, chain_, problems_);
      if (auto scheme = reader.read()) scheme_ = std::move(*scheme);
      scheme_.parent = parent;
      return;
    }
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (is_other(i) && files_.tree(i) && !files_.id(i).empty()) ids.push_back(files_.id(i));
    }
    std::sort(ids.begin(), ids.end());
    const std::vector<std::string_view> known(ids.begin(), ids.end());
    const std::string_view near = base::near_word(parent, known);
    report("L121", fmt::format("找不到要继承的方案“{}”", parent),
           ids.empty() ? "没有别的方案文件可用。" : fmt::format("找得到的方案：{}。", fmt::join(ids, " ")),
           near.empty() ? "把方案文件放到同一个文件夹，或改“继承”。" : fmt::format("是不是想写“{}”？", near),
           node->place);
    scheme_.parent = parent;
  }

  bool is_other(std::size_t i) const { return files_.source(i)->name != files_.source(index_)->name; }

  /// What is inherited stays apart from what this file says.
  void own_clauses_from_here() {
    inherited_ = std::move(scheme_.clauses);
    inherited_off_ = std::move(scheme_.off_clauses);
    scheme_.clauses.clear();
    scheme_.off_clauses.clear();
    scheme_.examples.clear();
    scheme_.sources.clear();
    scheme_.recognition = {};
  }

  // ---- 名称、年度、来源

  std::optional<int> year_in(std::string_view text) {
    text = base::trimmed(text);
    if (text.ends_with("年")) text.remove_suffix(std::string_view("年").size());
    const auto value = Decimal::parse(text);
    if (!value || text.size() != 4 || value->places() > 0 || *value < Decimal(1900)) return std::nullopt;
    return static_cast<int>(value->coefficient());
  }

  void read_years(const YamlNode* node) {
    const std::string text = required_text(node, "适用年度", problems_);
    if (text.empty()) return;
    constexpr std::string_view kOpen = "起";
    const std::size_t dash = text.find('-');
    std::optional<int> first;
    std::optional<int> last;
    const bool open = text.ends_with(kOpen);
    if (open) {
      first = year_in(std::string_view(text).substr(0, text.size() - kOpen.size()));
    } else if (dash != std::string::npos) {
      first = year_in(std::string_view(text).substr(0, dash));
      last = year_in(std::string_view(text).substr(dash + 1));
    } else {
      first = last = year_in(text);
    }
    if (!first || (!open && !last)) {
      report("L204", fmt::format("看不懂适用年度“{}”", base::clipped(text, 60)), "年份是四位数字。",
             "写成“2023”“2016-2019”或“2020起”。", node->place);
      return;
    }
    if (last && *last < *first) {
      report("L128", fmt::format("适用年度“{}”前后颠倒", text), "起始年份不能晚于终止年份。",
             fmt::format("写成“{}-{}”。", *last, *first), node->place);
      return;
    }
    scheme_.first_year = *first;
    scheme_.last_year = last;
  }

  void read_sources(const YamlNode* node) {
    if (node == nullptr) return;
    for (const YamlNode& item : list_items(*node, "来源", kMaxEntries, problems_)) {
      if (item.kind != YamlNode::Kind::mapping) {
        report("L109", "“来源”的每一项应写明文号和状态", "", "写成“- {文号: …, 段落: …, 状态: 已见}”。",
               item.place);
        continue;
      }
      scheme_.sources.push_back(source_from_node(item, "方案", {}, problems_));
    }
  }

  void read_enabled(const YamlNode* node) {
    const bool seen = scheme_.sources.empty() || scheme_.sources.front().status != "未核实";
    scheme_.enabled = yes_or_no(node, "启用", problems_).value_or(seen);
  }

  /// 无, or a list of words.
  void read_recognition(const YamlNode* node) {
    if (node == nullptr) return;
    if (node->kind == YamlNode::Kind::scalar && node->text == "无") {
      scheme_.recognition.proposed = false;
      return;
    }
    for (const YamlNode& word : list_items(*node, "识别", kMaxEntries, problems_)) {
      scheme_.recognition.printed.push_back(required_text(&word, "识别", problems_));
    }
  }

  model::SourceNote first_source() const {
    return scheme_.sources.empty() ? model::SourceNote{} : scheme_.sources.front();
  }

  // ---- 计算

  void read_computed(const YamlNode* node) {
    if (node == nullptr) return;
    std::set<std::string> own;
    for (const YamlNode& item : list_items(*node, "计算", kMaxClauses, problems_)) {
      auto computed = computed_from(item);
      if (!computed) continue;
      if (!own.insert(computed->name).second) {
        report("L122", fmt::format("“计算”里的“{}”写了两次", computed->name), "同一个指标不能有两个算法。",
               "删去一个。", item.place);
        continue;
      }
      const auto same = std::find_if(scheme_.computed.begin(), scheme_.computed.end(),
                                     [&](const model::Computed& c) { return c.name == computed->name; });
      if (same == scheme_.computed.end()) {
        scheme_.computed.push_back(std::move(*computed));
      } else {
        *same = std::move(*computed);
      }
    }
  }

  std::optional<model::Computed> computed_from(const YamlNode& item) {
    model::Computed computed;
    MappingReader reader(item, "计算", problems_);
    if (!reader.ok()) return std::nullopt;
    computed.name = required_text(reader.required("名称"), "名称", problems_);
    computed.source = first_source();
    if (const YamlNode* inputs = reader.required("数据")) {
      for (const YamlNode& input : list_items(*inputs, "数据", kMaxEntries, problems_)) {
        computed.inputs.push_back(required_text(&input, "数据", problems_));
      }
    }
    const std::vector<std::string_view> names(computed.inputs.begin(), computed.inputs.end());
    auto formula = formula_of(reader.required("公式"), "公式", names, problems_);
    if (formula) computed.formula = std::move(*formula);
    computed.unit =
        std::string(field_of(reader.optional("单位"), "单位", kMaxNameCharacters, problems_).text);
    if (const YamlNode* source = reader.optional("来源")) {
      computed.source = source_from_node(*source, "计算", first_source(), problems_);
    }
    if (!formula || computed.name.empty()) return std::nullopt;
    return computed;
  }

  // ---- 规则

  /// Own clauses with a parent's 编号 take its place; the others are tried before all of the parent's.
  void read_clauses(const YamlNode* node) {
    const std::size_t before = problems_.size();
    std::vector<WrittenClause> written = written_clauses(node);
    std::map<std::string, WrittenClause*> overriding;
    for (WrittenClause& own : written) {
      const bool known = std::any_of(inherited_.begin(), inherited_.end(),
                                     [&](const Clause& c) { return c.id == own.clause.id; });
      if (known) {
        overriding.emplace(own.clause.id, &own);
      } else if (own.only_switch) {
        report("L121", fmt::format("继承来的条款里没有“{}”，不能停用", own.clause.id),
               "只能停用上级方案里在用的条款。", "改编号，或删去这一条。", own.clause.place);
      } else {
        (own.on ? scheme_.clauses : scheme_.off_clauses).push_back(std::move(own.clause));
      }
    }
    for (Clause& clause : inherited_) {
      const auto own = overriding.find(clause.id);
      if (own == overriding.end()) {
        scheme_.clauses.push_back(std::move(clause));
      } else if (own->second->only_switch) {
        scheme_.off_clauses.push_back(std::move(clause));
      } else {
        (own->second->on ? scheme_.clauses : scheme_.off_clauses).push_back(std::move(own->second->clause));
      }
    }
    for (Clause& clause : inherited_off_) {
      const bool own = std::any_of(written.begin(), written.end(),
                                   [&](const WrittenClause& w) { return w.clause.id == clause.id; });
      if (!own) scheme_.off_clauses.push_back(std::move(clause));
    }
    if (problems_.size() == before) check_reach(scheme_.clauses, problems_);
  }

  std::vector<WrittenClause> written_clauses(const YamlNode* node) {
    std::vector<WrittenClause> written;
    if (node == nullptr) return written;
    std::set<std::string> ids;
    const auto items = list_items(*node, "规则", kMaxClauses, problems_);
    for (std::size_t i = 0; i < items.size(); ++i) {
      auto clause = clause_from_node(items[i], fmt::format("规则第 {} 条", i + 1), first_source(), problems_);
      if (!clause) continue;
      if (!ids.insert(clause->clause.id).second) {
        report("L122", fmt::format("条款编号“{}”用了两次", clause->clause.id), "编号用来指出是哪一条。",
               "换一个编号。", items[i].place);
      }
      written.push_back(std::move(*clause));
    }
    return written;
  }

  SchemeFiles& files_;
  std::size_t index_;
  std::vector<std::string> chain_;
  Problems& problems_;
  Scheme scheme_;
  std::vector<Clause> inherited_;
  std::vector<Clause> inherited_off_;
};

}  // namespace

diag::Result<Scheme> scheme_from_files(SchemeFiles& files, std::size_t index) {
  diag::Result<Scheme> result;
  auto scheme = SchemeReader(files, index, {}, result.problems).read();
  if (scheme && !diag::has_errors(result.problems)) result.value = std::move(scheme);
  keep_readable(result.problems);
  return result;
}

diag::Result<Scheme> scheme_from_yaml(const SourcePtr& source, const std::vector<SourcePtr>& others) {
  std::vector<SourcePtr> sources = {source};
  std::copy_if(others.begin(), others.end(), std::back_inserter(sources),
               [](const SourcePtr& other) { return other != nullptr; });
  SchemeFiles files(sources);
  return scheme_from_files(files, 0);
}

}  // namespace jiheng::rulebook
