// engine/rulebook/words_from_yaml.cc: rules/words.yaml -> WordTable.
// Takes   the strict tree of the file: one list of groups for each part a word can play.
// Gives   the table, or every problem of the file at once: a word given twice in one part (L133), a strength
// that is
//         no small whole number (L134).
// Leaves  what the words do in a phrase to target/.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <map>

#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

using diag::Diagnostic;
using target::WordEntry;
using target::WordPart;

struct PartKey {
  std::string_view key;
  WordPart part;
};
constexpr std::array kWordParts = {
    PartKey{"程度", WordPart::adverb},    PartKey{"变化", WordPart::change_verb},
    PartKey{"维持", WordPart::keep_verb}, PartKey{"办理", WordPart::deed},
    PartKey{"形容", WordPart::adjective}, PartKey{"答案", WordPart::answer},
    PartKey{"是", WordPart::yes},         PartKey{"否", WordPart::no},
    PartKey{"否定", WordPart::negation},  PartKey{"中心语", WordPart::tail},
    PartKey{"引用", WordPart::reference}, PartKey{"依据词", WordPart::basis_head},
    PartKey{"依据", WordPart::basis},     PartKey{"名称", WordPart::name},
};

class WordsReader {
 public:
  explicit WordsReader(std::vector<Diagnostic>& problems) : problems_(problems) {}

  void read(const YamlNode& root) {
    MappingReader file(root, "词表", problems_);
    if (!file.ok()) return;
    require_version(file, "词表", problems_);
    for (const PartKey& part : kWordParts) {
      const YamlNode* groups = file.required(part.key);
      if (!is_list(groups, part.key, problems_)) continue;
      for (const YamlNode& group : groups->items) read_group(group, part);
    }
  }

  target::WordTable take() { return std::move(table_); }

 private:
  bool read_flag(const YamlNode* node, std::string_view what) {
    if (node == nullptr) return false;
    const std::string text = scalar_text(*node, what, problems_);
    if (text == "是") return true;
    problems_.push_back({"L109", fmt::format("“{}”只能写“是”", what), "不写就是“否”。",
                         "写成“是”，或删去这个键。", node->place});
    return false;
  }

  int read_strength(const YamlNode* node) {
    if (node == nullptr) return 0;
    const std::string text = scalar_text(*node, "强度", problems_);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && value >= -9 && value <= 9) return value;
    problems_.push_back({"L134", fmt::format("强度“{}”不是 -9 到 9 的整数", text), "强度只用来排先后。",
                         "写成“2”这样的整数。", node->place});
    return 0;
  }

  void read_group(const YamlNode& node, const PartKey& part) {
    MappingReader group(node, std::string(part.key), problems_);
    if (!group.ok()) return;
    WordEntry entry;
    entry.part = part.part;
    if (const YamlNode* scale = group.optional("尺度")) entry.scale = scalar_text(*scale, "尺度", problems_);
    if (const YamlNode* direction = group.optional("方向")) {
      entry.direction = scalar_text(*direction, "方向", problems_);
    }
    entry.strength = read_strength(group.optional("强度"));
    entry.negated = read_flag(group.optional("反面"), "反面");
    entry.manner = read_flag(group.optional("方式"), "方式");
    entry.debatable = read_flag(group.optional("待核"), "待核");
    const YamlNode* words = group.required("词");
    if (!is_list(words, "词", problems_)) return;
    for (const YamlNode& word : words->items) {
      entry.text = scalar_text(word, "词", problems_);
      if (word.kind != YamlNode::Kind::scalar) continue;
      if (table_.add(entry)) continue;
      problems_.push_back({"L133", fmt::format("“{}”里的“{}”是空的，或写了两次", part.key, entry.text),
                           "一个词在一类里只能有一个意思。", "删去一个。", word.place});
    }
  }

  std::vector<Diagnostic>& problems_;
  target::WordTable table_;
};

}  // namespace

diag::Result<target::WordTable> words_from_yaml(const SourcePtr& source) {
  diag::Result<YamlNode> tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  std::vector<Diagnostic> problems;
  WordsReader reader(problems);
  reader.read(*tree);
  if (!problems.empty()) return problems;
  return reader.take();
}

}  // namespace jiheng::rulebook
