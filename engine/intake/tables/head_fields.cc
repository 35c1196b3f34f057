// Takes a label of the head and the cell beside it, gives the field of the table. Leaves amounts and goals to others.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/intake/tables/table_fields.h"

namespace jiheng::intake {

using base::is_digit;

std::string ticked(std::string_view text) {
  constexpr std::string_view kTick = "√";
  constexpr std::string_view kOtherTick = "☑";
  constexpr std::string_view kEmpty = "□";
  if (text.find(kTick) == std::string_view::npos && text.find(kOtherTick) == std::string_view::npos) {
    return text.find(kEmpty) == std::string_view::npos ? std::string(base::trimmed(text)) : std::string();
  }
  std::string out;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool tick = rest.starts_with(kTick) || rest.starts_with(kOtherTick);
    if (!tick && !rest.starts_with(kEmpty)) {
      ++at;
      continue;
    }
    std::string item = squeezed(text.substr(start, at - start));
    std::size_t front = 0;
    while (front < item.size() && is_digit(item[front])) ++front;
    for (const std::string_view mark : {"、", "."}) {
      if (front > 0 && std::string_view(item).substr(front).starts_with(mark))
        item.erase(0, front + mark.size());
    }
    if (tick && !item.empty()) out += out.empty() ? item : "、" + item;
    at += kTick.size();
    start = at;
  }
  return out;
}

bool set_header_field(Table& table, Label label, const Piece& value) {
  const model::Field field{value.text, value.place};
  const auto there = [&table](std::string_view name) {
    return std::find_if(table.header.begin(), table.header.end(),
                        [name](const auto& entry) { return entry.first == name; });
  };
  // A field has one value: a second cell beside it is that of a label nobody knows.
  const auto put = [&](const char* name) {
    const auto old = there(name);
    if (old != table.header.end()) return old->second.text == field.text;
    table.header.emplace_back(name, field);
    return true;
  };
  const auto ticked_field = [&](const char* name) {
    model::Field one = field;
    one.text = ticked(value.text);
    if (one.text == base::trimmed(value.text)) return put(name);  // no box to be ticked
    if (one.empty()) return true;
    // A field printed over several lines arrives in parts: the ticked item is in one of them.
    const auto old = there(name);
    if (old == table.header.end()) {
      table.header.emplace_back(name, one);
    } else if (old->second.text != one.text) {
      old->second.text += "、" + one.text;
    }
    return true;
  };
  switch (label) {
    case Label::project_name:
      if (!table.title.empty()) return table.title.text == field.text;
      table.title = field;
      return true;
    case Label::unit:
      if (table.unit.empty()) {
        table.unit = field;
        return true;
      }
      return table.unit.text == field.text ||
             (there("项目实施单位") != table.header.end() && put("单位名称"));
    case Label::implementer: {
      const bool first = there("项目实施单位") == table.header.end();
      if (!put("项目实施单位")) return false;
      if (first && !table.unit.empty()) table.header.emplace_back("单位名称", table.unit);
      table.unit = field;
      return true;
    }
    case Label::authority:
      return put("主管部门");
    case Label::code:
      return put("项目代码");
    case Label::category:
      return ticked_field("项目类别");
    case Label::attribute:
      return ticked_field("项目属性");
    case Label::type:
      // The one form prints the kinds of funds under 项目类型, the other under 项目类别.
      return ticked_field("项目类型");
    case Label::date:
      table.header.emplace_back("填报日期", model::Field{squeezed(field.text), field.place});
      return true;
    case Label::period: {
      // 2023年1月 | 至 | 2023年12月 in cells of their own
      const auto dates = there("项目起止时间");
      if (dates == table.header.end()) return put("项目起止时间");
      if (squeezed(field.text).find_first_of("0123456789") == std::string::npos)
        return squeezed(field.text) == "至";
      dates->second.text += "至" + field.text;
      return true;
    }
    case Label::period_begin:
      return put("项目开始时间");
    case Label::period_end:
      return put("项目结束时间");
    case Label::remark:
      table.header.emplace_back("备注", field);
      return true;
    default:
      return false;
  }
}

}  // namespace jiheng::intake
