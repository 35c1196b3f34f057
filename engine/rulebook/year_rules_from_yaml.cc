// engine/rulebook/year_rules_from_yaml.cc: rules/years.yaml -> YearRules.
// Takes   the strict tree of the file. Gives the rules, or every problem of the file at once.
// Leaves  what the numbers do to audit/year_links.h and audit/year_demand.h.
#include <fmt/format.h>

#include "engine/rulebook/load.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

constexpr std::size_t kMaxSources = 50;
constexpr std::size_t kMaxGeneralWords = 500;

class YearRulesReader {
 public:
  explicit YearRulesReader(Problems& problems) : problems_(problems) {}

  void read(const YamlNode& root) {
    MappingReader file(root, "年度规则", problems_);
    if (!file.ok()) return;
    require_version(file, "年度规则", problems_);
    if (const YamlNode* sources = file.required("来源")) {
      for (const YamlNode& item : list_items(*sources, "来源", kMaxSources, problems_)) {
        source_from_node(item, "来源", {}, problems_);
      }
    }
    read_pairing(file.required("配对"));
    const YamlNode* node = file.required("判断");
    if (node == nullptr) return;
    MappingReader limits(*node, "判断", problems_);
    if (!limits.ok()) return;
    read_limits(limits.required("数量"), "数量", rules_.amounts);
    read_limits(limits.required("比率"), "比率", rules_.rates);
    read_times(limits.required("口径"), "口径", rules_.other_measure);
    read_share(limits.required("上升"), "上升", rules_.rise);
  }

  model::YearRules take() { return std::move(rules_); }

 private:
  void read_share(const YamlNode* node, std::string_view what, base::Decimal& out) {
    if (node == nullptr) return;
    if (const auto share = share_of(node, what, problems_)) {
      out = share->value;
    } else {
      required_text(node, what, problems_);
    }
  }

  void read_times(const YamlNode* node, std::string_view what, base::Decimal& out) {
    if (node == nullptr) return;
    const auto times = number_of(node, what, Sign::not_negative, problems_);
    if (!times) {
      required_text(node, what, problems_);
    } else if (times->value.is_zero()) {
      problems_.push_back(
          {"L202", fmt::format("“{}”是 0", what), "倍数要大于 0。", "写成“1.3”这样的倍数。", node->place});
    } else {
      out = times->value;
    }
  }

  void read_pairing(const YamlNode* node) {
    if (node == nullptr) return;
    MappingReader reader(*node, "配对", problems_);
    if (!reader.ok()) return;
    model::YearRules::Pairing& pairing = rules_.pairing;
    read_share(reader.required("名称相似"), "名称相似", pairing.same_name);
    read_share(reader.required("有旁证时"), "有旁证时", pairing.with_evidence);
    read_share(reader.required("表名相似"), "表名相似", pairing.same_title);
    read_share(reader.required("难分"), "难分", pairing.tie);
    const YamlNode* words = reader.required("通用词");
    if (words == nullptr) return;
    for (const YamlNode& word : list_items(*words, "通用词", kMaxGeneralWords, problems_)) {
      pairing.general_words.push_back(required_text(&word, "通用词", problems_));
    }
  }

  void read_limits(const YamlNode* node, std::string_view what, model::YearRules::Limits& out) {
    if (node == nullptr) return;
    MappingReader reader(*node, std::string(what), problems_);
    if (!reader.ok()) return;
    const std::size_t before = problems_.size();
    read_times(reader.required("偏低"), "偏低", out.low);
    read_times(reader.required("明显偏低"), "明显偏低", out.much_low);
    read_times(reader.required("偏高"), "偏高", out.high);
    if (problems_.size() == before && !(out.high < out.low && out.low <= out.much_low)) {
      problems_.push_back({"L202", fmt::format("“{}”的三个数次序不对", what),
                           "偏高要小于偏低，偏低不能大于明显偏低。",
                           "写成“{偏低: 1.3, 明显偏低: 2, 偏高: 0.75}”这样。", node->place});
    }
  }

  Problems& problems_;
  model::YearRules rules_;
};

}  // namespace

diag::Result<model::YearRules> year_rules_from_yaml(const SourcePtr& source) {
  diag::Result<YamlNode> tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  std::vector<diag::Diagnostic> problems;
  YearRulesReader reader(problems);
  reader.read(*tree);
  if (!problems.empty()) return problems;
  return reader.take();
}

}  // namespace jiheng::rulebook
