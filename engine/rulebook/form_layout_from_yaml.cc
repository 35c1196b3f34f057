// Takes the strict tree of a form file, gives the form as data, or every problem at once: an unknown field (L203), a row that is
// not as wide as the form (L160), a part that is missing or there twice (L161). Words in braces are form_text.cc's.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/rulebook/form_text.h"
#include "engine/rulebook/forms.h"
#include "engine/rulebook/scheme_from_yaml.h"
#include "engine/rulebook/yaml_tree.h"
#include "engine/rulebook/yaml_values.h"

namespace jiheng::rulebook {
namespace {

using model::FormCellPlan;
using model::FormField;
using model::FormLayout;
using model::FormPart;
using Kind = FormCellPlan::Kind;

constexpr int kMaxColumns = 40;
constexpr int kMaxWidth = 200;
constexpr int kMaxBlankRows = 50;
constexpr std::size_t kMaxParts = 100;

struct CellKey {
  std::string_view key;
  Kind kind;
};
constexpr std::array<CellKey, 4> kCellKeys = {
    {{"标题", Kind::title}, {"说明", Kind::note}, {"标签", Kind::label}, {"栏名", Kind::heading}}};

class LayoutReader {
 public:
  explicit LayoutReader(Problems& problems) : problems_(problems) {}

  FormLayout read(const YamlNode& root) {
    layout_.place = root.place;
    MappingReader file(root, "表式文件", problems_);
    if (!file.ok()) return std::move(layout_);
    require_version(file, "表式文件", problems_);
    if (const YamlNode* name = file.required("表式")) {
      layout_.place = name->place;
      layout_.name = required_text(name, "表式", problems_);
    }
    layout_.title = required_text(file.required("名称"), "名称", problems_);
    if (const YamlNode* sources = file.required("来源")) {
      for (const YamlNode& item : list_items(*sources, "来源", kMaxEntries, problems_))
        layout_.sources.push_back(source_from_node(item, "来源", {}, problems_));
    }
    if (const YamlNode* widths = file.required("栏宽")) read_widths(*widths);
    if (const YamlNode* parts = file.required("版面")) {
      for (const YamlNode& item : list_items(*parts, "版面", kMaxParts, problems_)) read_part(item);
      check_parts(*parts);
    }
    read_blank_rows(file);
    return std::move(layout_);
  }

 private:
  void report(std::string id, std::string message, std::string why, std::string fix,
              const base::Place& place) {
    problems_.push_back({std::move(id), std::move(message), std::move(why), std::move(fix), place});
  }

  /// A whole number from 1 to `most`; 1 for a missing key.
  int count_of(const YamlNode* node, std::string_view what, int most) {
    const auto number = number_of(node, what, Sign::not_negative, problems_);
    if (!number) return 1;
    const base::Decimal value = number->value.trimmed();
    if (value.places() <= 0 && value >= base::Decimal(1) && value <= base::Decimal(most))
      return static_cast<int>(value.to_double());
    report("L202", fmt::format("“{}”是 {}，不是 1 到 {} 的整数", what, node->text, most), "",
           fmt::format("写成 1 到 {} 的整数。", most), node->place);
    return 1;
  }

  void read_widths(const YamlNode& node) {
    for (const YamlNode& width : list_items(node, "栏宽", kMaxColumns, problems_))
      layout_.widths.push_back(count_of(&width, "栏宽", kMaxWidth));
  }

  // ---- cells

  FormCellPlan cell_of(const YamlNode& node, FieldScope scope) {
    FormCellPlan cell;
    cell.place = node.place;
    MappingReader reader(node, "一格", problems_);
    if (!reader.ok()) return cell;
    int kinds = 0;
    for (const auto& [key, kind] : kCellKeys) {
      const YamlNode* text = reader.optional(key);
      if (text == nullptr) continue;
      ++kinds;
      cell.kind = kind;
      cell.text = form_text_of(*text, key, scope, problems_);
    }
    const YamlNode* sum = reader.optional("合计");
    if (const YamlNode* field = reader.optional("填")) {
      ++kinds;
      cell.kind = Kind::fill;
      cell.text = {form_field_of(*field, "填", scope, problems_)};
      if (const YamlNode* money = reader.optional("资金"))
        cell.text.front().text = part_of_money(*money, cell.text.front().field);
      cell.sum = yes_or_no(sum, "合计", problems_).value_or(false);
      cell.otherwise = field_of(reader.optional("无时"), "无时", kMaxNameCharacters, problems_).text;
      cell.align = align_of(reader.optional("靠"));
      if (const YamlNode* choices = reader.optional("勾选")) {
        for (const YamlNode& choice : list_items(*choices, "勾选", kMaxEntries, problems_))
          cell.choices.push_back(required_text(&choice, "勾选", problems_));
      }
    } else if (sum != nullptr) {
      ++kinds;
      cell.kind = Kind::sum;
      cell.text = form_text_of(*sum, "合计", scope, problems_);
    }
    if (kinds != 1) {
      report("L109", kinds == 0 ? "这一格没有写是什么" : "这一格写了两样东西",
             "一格是标题、说明、标签、栏名、合计或要填的一项。", "标题、说明、标签、栏名、合计、填，留一个。",
             node.place);
    }
    if (const YamlNode* text = reader.optional("部门表"))
      cell.department = form_text_of(*text, "部门表", scope, problems_);
    if (const YamlNode* text = reader.optional("批复"))
      cell.approved = form_text_of(*text, "批复", scope, problems_);
    cell.columns = count_of(reader.optional("占"), "占", kMaxColumns);
    return cell;
  }

  FormCellPlan::Align align_of(const YamlNode* node) {
    constexpr std::array<std::string_view, 2> kWords = {"左", "右"};
    const auto word = word_of(node, "靠", kWords, problems_);
    if (!word) return FormCellPlan::Align::usual;
    return *word == 0 ? FormCellPlan::Align::left : FormCellPlan::Align::right;
  }

  std::vector<FormCellPlan> row_of(const YamlNode* node, std::string_view what, FieldScope scope,
                                   int beside) {
    std::vector<FormCellPlan> cells;
    if (node == nullptr) return cells;
    for (const YamlNode& item : list_items(*node, what, kMaxColumns, problems_))
      cells.push_back(cell_of(item, scope));
    const int width = std::accumulate(cells.begin(), cells.end(), beside,
                                      [](int sum, const FormCellPlan& cell) { return sum + cell.columns; });
    check_width(width, beside, node->place);
    return cells;
  }

  void check_width(int width, int beside, const base::Place& place) {
    const int wanted = static_cast<int>(layout_.widths.size());
    if (wanted == 0 || width == wanted) return;
    const std::string with = beside > 0 ? fmt::format("（连左边的标签 {} 栏）", beside) : std::string();
    report("L160", fmt::format("这一行合起来占 {} 栏{}，栏宽写了 {} 栏", width, with, wanted),
           "每一行的格子合起来要正好占满全表的栏。", "改这一行的“占”，或改“栏宽”。", place);
  }

  /// 资金: the part of the money an amount is of.
  std::string part_of_money(const YamlNode& node, FormField field) {
    if (model::is_amount(field)) return required_text(&node, "资金", problems_);
    report("L109", "“资金”写在了不是金额的一格", "它说金额是哪一项资金的。", "删去“资金”。", node.place);
    return {};
  }

  // ---- parts

  void read_part(const YamlNode& node) {
    FormPart part;
    part.place = node.place;
    MappingReader reader(node, "版面的一段", problems_);
    if (!reader.ok()) return;
    const YamlNode* row = reader.optional("行");
    const YamlNode* block = reader.optional("块");
    const YamlNode* other = reader.optional("其余栏");
    const YamlNode* foot = reader.optional("其余表尾");
    const YamlNode* indicators = reader.optional("指标表");
    const auto kinds = (row != nullptr) + (block != nullptr) + (other != nullptr) + (foot != nullptr) +
                       (indicators != nullptr);
    if (kinds != 1) {
      report("L109", kinds == 0 ? "这一段没有写是什么" : "这一段写了两样东西",
             "一段是行、块、其余栏、其余表尾或指标表。", "行、块、其余栏、其余表尾、指标表，留一个。",
             node.place);
      return reader.finish();
    }
    if (row != nullptr) {
      part.cells.push_back(row_of(row, "行", FieldScope::form, 0));
    } else if (block != nullptr) {
      part.kind = FormPart::Kind::block;
      part.side = cell_of(*block, FieldScope::form);
      if (const YamlNode* rows = reader.required("各行")) {
        for (const YamlNode& item : list_items(*rows, "各行", kMaxEntries, problems_)) read_line(item, part);
      }
    } else if (other != nullptr) {
      part.kind = FormPart::Kind::other;
      read_other(*other, "其余栏", part);
    } else if (foot != nullptr) {
      part.kind = FormPart::Kind::foot;
      read_other(*foot, "其余表尾", part);
    } else {
      part.kind = FormPart::Kind::indicators;
      read_indicators(*indicators, reader, part);
    }
    part.each.resize(part.cells.size(), FormPart::Each::once);
    read_conditions(reader, part);
    layout_.parts.push_back(std::move(part));
  }

  /// A row of a block: its cells, or how often it is printed and its cells.
  void read_line(const YamlNode& item, FormPart& part) {
    const YamlNode* cells = &item;
    if (item.kind == YamlNode::Kind::mapping) {
      MappingReader reader(item, "各行", problems_);
      constexpr std::array<std::string_view, 2> kWords = {"其余资金", "总体目标"};
      const auto word = word_of(reader.required("每项"), "每项", kWords, problems_);
      part.each.resize(part.cells.size(), FormPart::Each::once);
      part.each.push_back(word == 1 ? FormPart::Each::goal : FormPart::Each::money_part);
      cells = reader.required("行");
      if (cells == nullptr) return;
    }
    part.cells.push_back(row_of(cells, "各行", FieldScope::form, part.side.columns));
  }

  void read_conditions(MappingReader& reader, FormPart& part) {
    if (const YamlNode* where = reader.optional("有值时"))
      part.where = form_field_of(*where, "有值时", FieldScope::form, problems_);
    constexpr std::array<std::string_view, 3> kWords = {"项目表", "部门表", "不分目标的表"};
    const auto word = word_of(reader.optional("只在"), "只在", kWords, problems_);
    if (!word) return;
    part.on_project = *word != 1;
    part.on_department = *word != 0;
    part.without_goals = *word == 2;
  }

  void read_other(const YamlNode& node, std::string_view what, FormPart& part) {
    const auto items = list_items(node, what, 2, problems_);
    if (items.size() != 2) {
      return report("L109", fmt::format("“{}”要写两个数", what), "标签占几栏，值占几栏。",
                    fmt::format("写成“{}: [2, 7]”。", what), node.place);
    }
    FormCellPlan label;
    label.columns = count_of(&items[0], what, kMaxColumns);
    FormCellPlan value;
    value.kind = Kind::fill;
    value.columns = count_of(&items[1], what, kMaxColumns);
    check_width(label.columns + value.columns, 0, node.place);
    part.cells.push_back({label, value});
  }

  void read_indicators(const YamlNode& side, MappingReader& reader, FormPart& part) {
    part.side.place = side.place;
    {
      MappingReader label(side, "指标表", problems_);
      if (!label.ok()) return;
      if (const YamlNode* text = label.required("标签"))
        part.side.text = form_text_of(*text, "标签", FieldScope::form, problems_);
      if (const YamlNode* text = label.optional("有目标时"))
        part.side_of_goal = form_text_of(*text, "有目标时", FieldScope::form, problems_);
      part.side.columns = count_of(label.optional("占"), "占", kMaxColumns);
    }
    part.cells.push_back(row_of(reader.required("目标行"), "目标行", FieldScope::goal, 0));
    if (const YamlNode* answer = reader.optional("目标完成行")) {
      part.cells.push_back(row_of(answer, "目标完成行", FieldScope::goal, 0));
      part.each = {FormPart::Each::once, FormPart::Each::answer};
    }
    const YamlNode* columns = reader.required("栏");
    if (columns == nullptr) return;
    int width = part.side.columns;
    for (const YamlNode& item : list_items(*columns, "栏", kMaxColumns, problems_)) {
      part.columns.push_back(column_of(item));
      width += part.columns.back().heading.columns;
    }
    check_width(width, part.side.columns, columns->place);
    check_columns(part.columns, columns->place);
  }

  model::FormColumn column_of(const YamlNode& node) {
    model::FormColumn column;
    column.heading.place = node.place;
    column.heading.kind = Kind::heading;
    MappingReader reader(node, "一栏", problems_);
    if (!reader.ok()) return column;
    if (const YamlNode* text = reader.required("栏名"))
      column.heading.text = form_text_of(*text, "栏名", FieldScope::form, problems_);
    column.heading.columns = count_of(reader.optional("占"), "占", kMaxColumns);
    if (const YamlNode* field = reader.required("填"))
      column.field = form_field_of(*field, "填", FieldScope::row, problems_).field;
    column.merged = yes_or_no(reader.optional("合并"), "合并", problems_).value_or(false);
    column.align = align_of(reader.optional("靠"));
    return column;
  }

  void check_columns(const std::vector<model::FormColumn>& columns, const base::Place& place) {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const FormField field = columns[k].field;
      const bool twice = field != FormField::blank && field != FormField::literal &&
                         std::any_of(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(k),
                                     [field](const model::FormColumn& c) { return c.field == field; });
      if (!twice) continue;
      report("L161", fmt::format("“{}”有两栏", name_of(field)),
             "一行只有一个这样的值，读回来不知道取哪一栏。", "删去一栏。", columns[k].heading.place);
    }
    const auto has = [&columns](FormField field) {
      return std::any_of(columns.begin(), columns.end(), [field](const auto& c) { return c.field == field; });
    };
    for (const FormField field :
         {FormField::level1, FormField::level2, FormField::name, FormField::actual, FormField::score}) {
      if (!has(field)) report_missing(fmt::format("指标表没有“{}”一栏", name_of(field)), place);
    }
    const bool parted =
        has(FormField::target_sign) && has(FormField::target_number) && has(FormField::target_unit);
    if (!has(FormField::target) && !parted) {
      report_missing("指标表没有“目标值”一栏，也没有“目标符号”“目标数值”“目标单位”三栏", place);
    } else if (has(FormField::target) && (has(FormField::target_sign) || has(FormField::target_number) ||
                                          has(FormField::target_unit))) {
      report("L161", "目标写了一栏，又分了几栏", "读回来不知道取哪一栏。",
             "“目标值”一栏，或“目标符号”“目标数值”“目标单位”三栏，留一种。", place);
    }
  }

  void report_missing(std::string message, const base::Place& place) {
    report("L161", std::move(message), "少了它，写出的表填不全，读回来也不是同一张表。", "补上。", place);
  }

  void check_parts(const YamlNode& node) {
    const auto tables = std::count_if(layout_.parts.begin(), layout_.parts.end(), [](const FormPart& part) {
      return part.kind == FormPart::Kind::indicators;
    });
    if (tables == 0) report_missing("表式里没有“指标表”", node.place);
    if (tables > 1) report("L161", "表式里有两个“指标表”", "指标只印一次。", "留一个。", node.place);
    for (const bool department : {false, true}) {
      for (const FormField field : {FormField::planned, FormField::executed, FormField::total_score}) {
        if (fills(field, department)) continue;
        report_missing(fmt::format("{}没有填“{}”的一格", department ? "部门表" : "项目表", name_of(field)),
                       node.place);
      }
    }
  }

  /// What divides stands under 预算数, or under 年初预算数 and 全年预算数.
  bool fills(FormField wanted, bool department) const {
    for (const FormPart& part : layout_.parts) {
      if (department ? !part.on_department : !part.on_project) continue;
      for (const auto& row : part.cells) {
        for (const FormCellPlan& cell : row) {
          if (cell.kind != Kind::fill || cell.text.empty()) continue;
          if (!cell.text.front().text.empty()) continue;  // of a part of the money
          const FormField field = cell.text.front().field;
          if (field == wanted || (wanted == FormField::planned && field == FormField::adjusted)) return true;
        }
      }
    }
    return false;
  }

  void read_blank_rows(MappingReader& file) {
    if (const YamlNode* rows = file.required("空行")) {
      for (const YamlNode& item : list_items(*rows, "空行", kMaxEntries, problems_)) {
        MappingReader reader(item, "空行", problems_);
        if (!reader.ok()) continue;
        model::BlankRows blank;  // which indicators stand there is a scheme's (空表)
        blank.level1 = required_text(reader.required("一级"), "一级", problems_);
        blank.level2 = required_text(reader.required("二级"), "二级", problems_);
        blank.rows = count_of(reader.required("行数"), "行数", kMaxBlankRows);
        layout_.blank_rows.push_back(std::move(blank));
      }
    }
    layout_.other_blank_rows = count_of(file.required("其他级别空行"), "其他级别空行", kMaxBlankRows);
  }

  Problems& problems_;
  FormLayout layout_;
};

}  // namespace

diag::Result<FormLayout> form_layout_from_yaml(const SourcePtr& source) {
  auto tree = read_yaml(source);
  if (!tree) return std::move(tree.problems);
  Problems problems;
  FormLayout layout = LayoutReader(problems).read(*tree);
  if (diag::has_errors(problems)) return problems;
  return layout;
}

}  // namespace jiheng::rulebook
