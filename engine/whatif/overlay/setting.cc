// Takes the text of one setting, gives its address and its value. Leaves what the address names to address.cc.
#include "engine/whatif/overlay/setting.h"

#include <fmt/format.h>

#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/whatif/overlay/fields.h"

namespace jiheng::whatif {

diag::Result<Setting> split_setting(const std::shared_ptr<const base::Source>& source) {
  const std::string_view text = source->text;
  if (base::count_characters(text) > kMaxSettingCharacters) {
    return diag::Diagnostic{
        "W101",
        fmt::format("改动“{}”太长", base::clipped(base::printable(text.substr(0, 240)), 60)),
        fmt::format("一处改动最多 {} 个字。", kMaxSettingCharacters),
        "写短些。",
        {source}};
  }
  std::size_t first = std::string_view::npos;  // of the "=" and behind it
  std::size_t behind = 0;
  bool at_field = false;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size() && !at_field;) {
    const base::CodePoint c = base::decode_at(text, at);
    const char32_t folded = base::fold_full_width(c.value);
    if (folded == U'"') quoted = !quoted;
    if (folded == U'=') {
      const std::string before = base::squeezed(text.substr(0, at));
      const std::string_view word = std::string_view(before).substr(before.rfind('.') + 1);
      const bool dotted = before.find('.') != std::string::npos;
      at_field =
          (!quoted && dotted && (find_field(row_fields(), word) || find_field(budget_fields(), word))) ||
          before == kTotal || before == kScheme || before.ends_with(":总分") || before.ends_with(":方案");
      if (at_field || first == std::string_view::npos) {
        first = at;
        behind = at + c.bytes;
      }
    }
    at += c.bytes;
  }
  const auto piece = [&](std::size_t from, std::size_t to, std::string& out, base::Place& place) {
    const std::string_view whole = text.substr(from, to - from);
    out = base::trimmed(whole);
    const std::size_t left =
        out.empty() ? 0 : static_cast<std::size_t>(base::trimmed(whole).data() - whole.data());
    const auto column = static_cast<int>(base::count_characters(text.substr(0, from + left))) + 1;
    place = {source, 1, column, static_cast<int>(base::count_characters(out))};
  };
  Setting setting;
  if (first != std::string_view::npos) {
    piece(0, first, setting.address, setting.address_place);
    piece(behind, text.size(), setting.value, setting.value_place);
  }
  if (setting.address.empty()) {
    return diag::Diagnostic{
        "W101",
        fmt::format("看不懂改动“{}”", base::clipped(base::printable(text), 80)),
        "等号前面写改哪里，后面写改成什么。",
        "写成“指标.目标=≥180例”“指标.完成=150”“预算.执行数=18万元”或“方案=national-2020”。",
        {source, 1, 1, static_cast<int>(base::count_characters(text))}};
  }
  return setting;
}

}  // namespace jiheng::whatif
