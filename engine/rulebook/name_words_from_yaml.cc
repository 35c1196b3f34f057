// engine/rulebook/name_words_from_yaml.cc: rules/names.yaml -> NameWords.
// Takes   the strict tree of the file: one mapping of lists for each thing a name can be about, and the units of counts.
// Gives   the words, or every problem of the file at once: a word that is empty or given twice in one list (L133), a list
//         without words or units (L110).
// Leaves  what a name means for its target to audit/.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

using diag::Diagnostic;
using model::NameList;
using model::NameWords;

struct ListKey {
  std::string_view key;
  NameList NameWords::*list;
};
constexpr std::array kNameLists = {
    ListKey{"比率", &NameWords::rate},       ListKey{"计数", &NameWords::count},
    ListKey{"份额", &NameWords::share},      ListKey{"节省", &NameWords::saving},
    ListKey{"限量", &NameWords::limited},    ListKey{"成本", &NameWords::cost},
    ListKey{"标准", &NameWords::standard},   ListKey{"期限", &NameWords::duration},
    ListKey{"时效", &NameWords::timeliness}, ListKey{"满意", &NameWords::satisfaction},
    ListKey{"知晓", &NameWords::awareness},  ListKey{"受益", &NameWords::beneficiaries},
    ListKey{"不过百", &NameWords::capped},
};

class NamesReader {
 public:
  explicit NamesReader(std::vector<Diagnostic>& problems) : problems_(problems) {}

  NameWords read(const YamlNode& root) {
    NameWords names;
    MappingReader file(root, "名称词表", problems_);
    if (!file.ok()) return names;
    require_version(file, "名称词表", problems_);
    for (const ListKey& key : kNameLists) {
      const YamlNode* node = file.required(key.key);
      if (node == nullptr) continue;
      MappingReader list(*node, std::string(key.key), problems_);
      if (!list.ok()) continue;
      NameList& into = names.*key.list;
      into.endings = words(list.optional("结尾"), "结尾");
      into.contains = words(list.optional("含"), "含");
      into.except = words(list.optional("不算"), "不算");
      if (into.endings.empty() && into.contains.empty()) list.required("结尾");
    }
    read_way(file.required("反向"), names.way);
    const YamlNode* units = file.required("量词");
    if (!is_list(units, "量词", problems_)) return names;
    for (const YamlNode& item : units->items) {
      MappingReader unit(item, "量词", problems_);
      if (!unit.ok()) continue;
      names.units.push_back({words(unit.required("结尾"), "结尾"), words(unit.required("单位"), "单位")});
    }
    return names;
  }

 private:
  void read_way(const YamlNode* node, model::WayWords& way) {
    if (node == nullptr) return;
    MappingReader reader(*node, "反向", problems_);
    if (!reader.ok()) return;
    way.ills = model::Endings(words(reader.required("坏事"), "坏事"));
    way.costs = model::Endings(words(reader.required("耗费"), "耗费"));
    way.amounts = model::Endings(words(reader.required("后面"), "后面"));
    way.undone_by = words(reader.required("前面不能有"), "前面不能有");
    way.drops = model::Endings(words(reader.required("降幅"), "降幅"));
  }

  std::vector<std::string> words(const YamlNode* node, std::string_view what) {
    std::vector<std::string> list;
    if (!is_list(node, what, problems_)) return list;
    for (const YamlNode& word : node->items) {
      std::string text = scalar_text(word, what, problems_);
      if (word.kind != YamlNode::Kind::scalar) continue;
      if (text.empty() || std::find(list.begin(), list.end(), text) != list.end()) {
        problems_.push_back({"L133", fmt::format("“{}”里的“{}”是空的，或写了两次", what, text),
                             "一个词在一类里只能有一个意思。", "删去一个。", word.place});
        continue;
      }
      list.push_back(std::move(text));
    }
    return list;
  }

  std::vector<Diagnostic>& problems_;
};

}  // namespace

diag::Result<NameWords> name_words_from_yaml(const SourcePtr& source) {
  diag::Result<YamlNode> tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  std::vector<Diagnostic> problems;
  NameWords names = NamesReader(problems).read(*tree);
  if (!problems.empty()) return problems;
  return names;
}

}  // namespace jiheng::rulebook
