// Takes 评分标准读法 of a scheme, gives how standards printed on its forms are read where they leave something open.
#include <fmt/format.h>

#include <array>
#include <optional>
#include <set>

#include "engine/rulebook/scheme_from_yaml.h"

namespace jiheng::rulebook {
namespace {

constexpr std::array<std::string_view, 6> kReadingKinds = {"不足一档",       "档的两端", "两档之间",
                                                           "分数与分值不同", "按比例",   "反向按比例"};
constexpr std::array<std::string_view, 3> kParts = {"只数整档", "不到一档也扣", "按比例扣"};
constexpr std::array<std::string_view, 2> kEnds = {"归上一档", "归下一档"};
constexpr std::array<std::string_view, 2> kGaps = {"归下一档", "归上一档"};
constexpr std::array<std::string_view, 2> kMarks = {"按分值折算", "按文字"};
constexpr std::array<std::string_view, 3> kProportional = {"完成值÷满分的值", "完成值", "线性内插"};
constexpr std::array<std::string_view, 2> kReverse = {"目标值÷完成值", "减去超出的比例"};

/// One kind with how it is read.
void read_one(std::size_t kind, const YamlNode* how, standard::SchemeReadings& out, Problems& problems) {
  using standard::Gap;
  using standard::OtherMarks;
  using standard::Partial;
  using Ends = standard::SchemeReadings::Ends;
  using Proportional = standard::SchemeReadings::Proportional;
  using Reverse = standard::SchemeReadings::Reverse;
  const auto choose = [&](const auto& words) { return word_of(how, kReadingKinds[kind], words, problems); };
  switch (kind) {
    case 0:
      if (const auto w = choose(kParts))
        out.part_of_unit = std::array{Partial::whole, Partial::started, Partial::proportional}[*w];
      break;
    case 1:
      if (const auto w = choose(kEnds)) out.ends = std::array{Ends::upper_step, Ends::lower_step}[*w];
      break;
    case 2:
      if (const auto w = choose(kGaps)) out.gap = std::array{Gap::lower, Gap::upper}[*w];
      break;
    case 3:
      if (const auto w = choose(kMarks))
        out.other_marks = std::array{OtherMarks::scaled, OtherMarks::as_printed}[*w];
      break;
    case 4:
      if (const auto w = choose(kProportional))
        out.proportional =
            std::array{Proportional::of_full, Proportional::of_hundred, Proportional::on_a_line}[*w];
      break;
    default:
      if (const auto w = choose(kReverse))
        out.reverse = std::array{Reverse::limit_by_value, Reverse::less_the_excess}[*w];
      break;
  }
}

}  // namespace

void readings_from(const YamlNode& node, model::Scheme& scheme, Problems& problems) {
  const model::SourceNote first = scheme.sources.empty() ? model::SourceNote{} : scheme.sources.front();
  std::set<std::size_t> seen;
  for (const YamlNode& item : list_items(node, "评分标准读法", kReadingKinds.size(), problems)) {
    MappingReader reader(item, "评分标准读法", problems);
    if (!reader.ok()) continue;
    const auto kind = word_of(reader.required("处"), "处", kReadingKinds, problems);
    const YamlNode* how = reader.required("读作");
    if (const YamlNode* source = reader.required("来源"))
      scheme.reading_sources.push_back(source_from_node(*source, "评分标准读法", first, problems));
    if (!kind || how == nullptr) continue;
    if (!seen.insert(*kind).second) {
      problems.push_back({"L122", fmt::format("“{}”的读法写了两次", kReadingKinds[*kind]),
                          "一处只能有一种读法。", "删去一个。", item.place});
      continue;
    }
    read_one(*kind, how, scheme.readings, problems);
  }
}

}  // namespace jiheng::rulebook
