// Takes messages, gives what stands on the page of them. The texts are the rooms'; only remedies that name a command are
// changed.
#include "engine/web/page_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "engine/diag/catalogue.h"
#include "engine/diag/print.h"
#include "engine/report/texts/level_words.h"

namespace jiheng::web {
namespace {

/// What to do here, where the message itself says what to type.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kRemedies = {
    {{"C101", "重新把文件拖进来；打不开的，先用办公软件另存一次。"},
     {"C104", "把自评表或含有绩效表的文件拖进来。"},
     {"C106", "在“打开”里给这些表选方案，一次选好。"},
     {"C110", "在“打开”里给这些表选方案，再检查一次。"},
     {"C113", "要用别的方案，在“打开”里另选。"},
     {"C119", "在“打开”里可以另选方案。"},
     {"I105", "用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx，再拖进来。"},
     {"I106", "直接打开就可以填，不用导入。"},
     {"L204", "年度写四位数字，如 2024。"},
     {"S101", "填上实际完成值；确实没有做的写 0；不用做的，点得分，在右边的“评定”里写“不适用”。"},
     {"S102", "填上目标值；没有目标值的，点得分，由评分人在右边写评定。"},
     {"S103", "点“改表”，填上分值；写了不适用的，核对一下。"},
     {"S104", "照目标的写法填完成值；还算不出的，点得分，由评分人在右边写评定。"},
     {"S112", "在这一行的格子下面，把要算它的数填上；分母不能是 0。"},
     {"S116", "年末填上实际完成值，就有得分。"},
     {"W102", "在表上点那一格，直接改。"},
     {"W103", "在表上点那一格，直接改。"}}};

/// What is said of a machine on which something could be installed: the page is on none.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kOfAMachine = {
    {{"没有装 LibreOffice，读不了", "这里读不了"}, {"要先由 LibreOffice 转成", "要先转成"}}};

std::string said_on_page(std::string_view said) {
  std::string text(said);
  for (const auto& [there, here] : kOfAMachine) {
    if (const std::size_t at = text.find(there); at != std::string::npos)
      text.replace(at, there.size(), here);
  }
  return text;
}

/// Options and commands are words of a terminal, keys those of a file of tables.
bool speaks_of_commands(std::string_view text) {
  constexpr std::array<std::string_view, 16> kWords = {
      "jiheng",      "--",     "apt-get",      "标准输入",  "命令行",      "环境变量",
      "不适用: ",    "填上 ",  "方案: ",       "写上 计算", "或填在 完成", " 计算数据",
      "核对 不适用", "年度: ", "评分标准读法", "写 评定"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// The sentences that do not speak of commands.
std::string without_commands(std::string_view text) {
  constexpr std::array<std::string_view, 2> kEnds = {"。", "；"};
  std::string out;
  while (!text.empty()) {
    std::size_t end = text.size();
    for (const std::string_view mark : kEnds) {
      const std::size_t at = text.find(mark);
      if (at != std::string_view::npos) end = std::min(end, at + mark.size());
    }
    if (!speaks_of_commands(text.substr(0, end))) out += text.substr(0, end);
    text.remove_prefix(end);
  }
  if (out.ends_with("；")) out.replace(out.size() - std::string_view("；").size(), std::string::npos, "。");
  return out;
}

}  // namespace

std::string remedy_on_page(const std::string& id, const std::string& fix) {
  if (fix.starts_with("写上 计算数据"))
    return "在这一行的评分标准下面，把没有填的填上；或点得分，由人写评定。";
  if (!speaks_of_commands(fix)) return fix;
  const auto own = std::find_if(kRemedies.begin(), kRemedies.end(),
                                [&](const auto& remedy) { return remedy.first == id; });
  return own == kRemedies.end() ? without_commands(fix) : std::string(own->second);
}

std::string place_on_page(const base::Place& place) {
  if (!place.source) return {};
  const std::string_view path = place.source->name;
  std::string name = base::printable(path.substr(path.rfind('/') + 1));
  if (const base::PageSpot* spot = base::spot_of(place))
    return fmt::format("{} {}", name, diag::page_name(*spot));
  if (place.line <= 0 && place.source->sheet.empty()) return name;
  if (place.source->sheet.empty()) return fmt::format("{} 第 {} 行", name, place.line);
  const std::string sheet = fmt::format("{} 的“{}”表", name, base::printable(place.source->sheet));
  return place.line > 0 && place.column > 0 ? fmt::format("{} {} 格", sheet, diag::cell_name(place)) : sheet;
}

std::string remedy_on_page(const diag::Diagnostic& d) { return remedy_on_page(d.id, d.fix); }

base::Json message_json(const diag::Diagnostic& d) {
  const diag::CatalogueEntry* entry = diag::find_entry(d.id);
  return {{"id", d.id},
          {"severity", report::english(diag::severity_of(d))},
          {"title", entry == nullptr ? std::string_view() : entry->title},
          {"message", said_on_page(without_commands(d.message))},
          {"why", said_on_page(without_commands(d.why))},
          {"fix", remedy_on_page(d)},
          {"place", place_on_page(d.place)}};
}

base::Json messages_json(const std::vector<diag::Diagnostic>& list) {
  base::Json out = base::Json::array();
  for (const diag::Diagnostic& d : list) out.push_back(message_json(d));
  return out;
}

}  // namespace jiheng::web
