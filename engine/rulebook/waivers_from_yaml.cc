// engine/rulebook/waivers_from_yaml.cc: 豁免.yaml -> waivers.
// Takes   the strict tree of the file: 豁免: a list of {编号, 位置: {表, 指标} or {文件, 行}, 原因, 谁, 日期}.
// Gives   the waivers, or every problem of the file at once: an id that no check gives (L150), a place that is none (L151),
//         a waiver written twice (L152). A key or a text that is missing is L110, a day that is none L204.
// Leaves  whether anything is there to waive to audit.
#include <fmt/format.h>

#include <set>
#include <tuple>

#include "engine/base/text.h"
#include "engine/diag/catalogue.h"
#include "engine/rulebook/load.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

using model::Field;
using model::Waiver;

constexpr int kMaxLine = 100'000'000;

class WaiversReader {
 public:
  void read(const YamlNode& root) {
    MappingReader file(root, "豁免文件", problems);
    if (!file.ok()) return;
    const YamlNode* list = file.required("豁免");
    if (list == nullptr) return;
    if (list->kind != YamlNode::Kind::sequence) {
      problems.push_back({"L109", "“豁免”应是一个列表", "",
                          "每条豁免以“- 编号: …”开头，一条一项；没有豁免就删去这个文件。", list->place});
      return;
    }
    for (const YamlNode& entry : list->items) read_entry(entry);
  }

  std::vector<Waiver> waivers;
  Problems problems;

 private:
  Field text(MappingReader& reader, std::string_view key, std::size_t at_most) {
    const YamlNode* node = reader.required(key);
    const std::size_t before = problems.size();
    Field field = field_of(node, key, at_most, problems);
    if (node != nullptr && field.empty() && problems.size() == before) {
      problems.push_back({"L110", fmt::format("豁免的“{}”是空的", key),
                          "谁、什么时候、为什么放过，要查得到。", fmt::format("写上“{}”。", key),
                          node->place});
    }
    return field;
  }

  void read_entry(const YamlNode& node) {
    MappingReader entry(node, "豁免", problems);
    if (!entry.ok()) return;
    Waiver waiver;
    waiver.place = node.place;
    waiver.id = text(entry, "编号", kMaxNameCharacters);
    const YamlNode* place = entry.required("位置");
    if (place != nullptr) read_place(*place, waiver);
    waiver.reason = text(entry, "原因", kMaxProseCharacters);
    waiver.by = text(entry, "谁", kMaxNameCharacters);
    waiver.date = text(entry, "日期", kMaxNameCharacters);
    model::check_date(waiver.date, "日期", problems);
    check_id(waiver.id);
    check_once(waiver);
    waivers.push_back(std::move(waiver));
  }

  void read_place(const YamlNode& node, Waiver& waiver) {
    MappingReader place(node, "位置", problems);
    if (!place.ok()) return;
    const std::size_t before = problems.size();
    waiver.table = field_of(place.optional("表"), "表", kMaxNameCharacters, problems);
    waiver.indicator = field_of(place.optional("指标"), "指标", kMaxNameCharacters, problems);
    waiver.file = field_of(place.optional("文件"), "文件", kMaxNameCharacters, problems);
    const auto line = number_of(place.optional("行"), "行", Sign::not_negative, problems);
    if (problems.size() > before) return;
    const bool whole = line && line->value.trimmed().places() == 0 && line->value <= base::Decimal(kMaxLine);
    if (whole) waiver.line = static_cast<int>(line->value.trimmed().coefficient());
    const bool in_table = !waiver.table.empty() && waiver.file.empty() && !line;
    const bool in_text =
        waiver.table.empty() && waiver.indicator.empty() && !waiver.file.empty() && waiver.line > 0;
    if (in_table || in_text) return;
    problems.push_back({"L151", "豁免的位置看不出是哪一处",
                        "表里的一处写“表”，是一行指标的再写“指标”；文字里的一处写“文件”和“行”。",
                        "写成“位置: {表: p01, 指标: 培训人数}”，或“位置: {文件: 公开.txt, 行: 12}”。",
                        node.place});
  }

  void check_id(Field& id) {
    if (id.empty()) return;
    const diag::CatalogueEntry* entry = diag::find_entry(id.text);
    if (entry != nullptr && std::string_view("AST").find(entry->id.front()) != std::string_view::npos) {
      id.text = entry->id;
      return;
    }
    problems.push_back({"L150", fmt::format("没有编号是“{}”的检查发现", base::clipped(id.text, 40)),
                        "豁免一次只放过一种发现，编号是 A、S、T 开头的四位。",
                        "照抄 jiheng check 印出的编号，如 A204；全部编号见 jiheng list findings。",
                        id.place});
  }

  void check_once(const Waiver& w) {
    if (seen_.emplace(w.id.text, w.table.text, w.indicator.text, w.file.text, w.line).second) return;
    problems.push_back({"L152", fmt::format("同一处的 {} 豁免了两次", base::clipped(w.id.text, 40)),
                        "原因和人各写一遍，就不知道以哪一条为准。", "只留一条。", w.place});
  }

  std::set<std::tuple<std::string, std::string, std::string, std::string, int>> seen_;
};

}  // namespace

diag::Result<std::vector<Waiver>> waivers_from_yaml(const SourcePtr& source) {
  diag::Result<YamlNode> tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  WaiversReader reader;
  reader.read(*tree);
  if (!reader.problems.empty()) return std::move(reader.problems);
  return std::move(reader.waivers);
}

}  // namespace jiheng::rulebook
