// Takes scalars of the strict tree, gives fields and numbers of the form. What the number is good for, and
// whether a target can be read, is left to scoring and target.
#include "engine/rulebook/yaml_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/date.h"
#include "engine/base/near_word.h"
#include "engine/base/text.h"
#include "engine/quantity/bounds.h"

namespace jiheng::rulebook {
namespace {

using base::Decimal;
using diag::Diagnostic;
using model::Field;
using model::NumberField;

/// A text in a message: on one line and not longer than a line.
std::string shown(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return base::clipped(line, 60);
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == '\x7F'; });
}

/// What a slip in writing a number is called; the fix is the number without it.
std::string number_fix(std::string_view text, std::string_view what) {
  std::string bare;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    const char32_t folded = base::fold_full_width(c.value);
    if ((folded >= U'0' && folded <= U'9') || folded == U'.' || folded == U'-')
      base::append_utf8(bare, folded);
    at += c.bytes;
  }
  if (Decimal::parse(bare)) return fmt::format("只写数字，不带逗号、单位和文字，如“{}: {}”。", what, bare);
  return fmt::format("写成数字，如“{}: 7.5”；没有就留空。", what);
}

std::optional<NumberField> refuse_number(const YamlNode& node, std::string_view what, Problems& problems) {
  problems.push_back({"L201", fmt::format("“{}”的值“{}”不是数字", what, shown(node.text)),
                      "数字要一位不差地计算，所以只认阿拉伯数字和一个小数点。", number_fix(node.text, what),
                      node.place});
  return std::nullopt;
}

/// Digits that go on past what Decimal reads, with or without a unit behind.
bool is_long_number(std::string_view text) {
  text = base::trimmed(text);
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  return end > static_cast<std::size_t>(Decimal::kMaxPlaces) &&
         text.find_first_of("0123456789.", end) == std::string_view::npos;
}

std::optional<std::string> scalar_if_written(const YamlNode* node, std::string_view what,
                                             Problems& problems) {
  if (node == nullptr) return std::nullopt;
  const std::size_t before = problems.size();
  std::string text = scalar_text(*node, what, problems);
  if (problems.size() > before || base::trimmed(text).empty()) return std::nullopt;
  return text;
}

}  // namespace

Field field_of(const YamlNode* node, std::string_view what, std::size_t max_characters, Problems& problems) {
  if (node == nullptr) return {};
  const std::size_t before = problems.size();
  Field field{scalar_text(*node, what, problems), node->place};
  if (problems.size() > before) return {};
  if (base::trimmed(field.text).empty()) field.text.clear();
  const std::size_t characters = base::count_characters(field.text);
  if (characters > max_characters) {
    problems.push_back(
        {"L205", fmt::format("“{}”有 {} 个字，超过上限 {} 个字", what, characters, max_characters),
         "表格里的一格放不下这么长的文字，多半是贴错了地方。", "写短些；长的说明放在报告里。", node->place});
    return {};
  }
  if (has_control_character(field.text)) {
    problems.push_back({"L208", fmt::format("“{}”里有看不见的控制字符", what),
                        "控制字符会打乱表格和终端，也不是表格里的文字。", "删去，重新键入这段文字。",
                        node->place});
    return {};
  }
  return field;
}

bool refuse_long(std::string_view text, const std::optional<Decimal>& value, std::string_view what,
                 const base::Place& place, Problems& problems) {
  if (value ? quantity::in_bounds(*value) : !is_long_number(text)) return false;
  problems.push_back({"L202", fmt::format("“{}”的值“{}”太长", what, shown(text)),
                      fmt::format("数字要一位不差地计算，{}。", quantity::kBoundsInWords),
                      "核对是不是多写了几个 0，或该换成大一些的单位。", place});
  return true;
}

std::optional<NumberField> number_of(const YamlNode* node, std::string_view what, Sign sign,
                                     Problems& problems) {
  const auto text = scalar_if_written(node, what, problems);
  if (!text) return std::nullopt;
  const auto value = Decimal::parse(*text);
  if (refuse_long(*text, value, what, node->place, problems)) return std::nullopt;
  if (!value) return refuse_number(*node, what, problems);
  if (sign == Sign::not_negative && value->sign() < 0) {
    problems.push_back({"L202", fmt::format("“{}”是 {}，小于 0", what, *text),
                        "分值、得分和金额都不会小于 0。", "改成 0 或大于 0 的数；没有就留空。", node->place});
    return std::nullopt;
  }
  return NumberField{*value, node->place};
}

std::optional<NumberField> share_of(const YamlNode* node, std::string_view what, Problems& problems) {
  const auto text = scalar_if_written(node, what, problems);
  if (!text) return std::nullopt;
  std::string_view digits = *text;
  const bool percent = digits.ends_with("%");
  if (percent) digits.remove_suffix(1);
  const auto value = Decimal::parse(base::trimmed(digits));
  if (percent && refuse_long(base::trimmed(digits), value, what, node->place, problems)) return std::nullopt;
  if (!value || !percent) {
    problems.push_back({"L201", fmt::format("“{}”的值“{}”不是百分数", what, shown(*text)),
                        "它是满分的百分之几，不写百分号就分不清 0.85 和 85。",
                        fmt::format("写成百分数，如“{}: 85%”。", what), node->place});
    return std::nullopt;
  }
  if (*value < Decimal(0) || *value > Decimal(100)) {
    problems.push_back({"L202", fmt::format("“{}”是 {}，不在 0% 到 100% 之间", what, *text),
                        "评定是满分的一部分，不能是负数，也不能超过满分。", "改成 0% 到 100% 之间的数。",
                        node->place});
    return std::nullopt;
  }
  return NumberField{Decimal::of(value->coefficient(), value->places() + 2), node->place};
}

std::optional<std::size_t> word_of(const YamlNode* node, std::string_view what,
                                   std::span<const std::string_view> words, Problems& problems) {
  const auto text = scalar_if_written(node, what, problems);
  if (!text) return std::nullopt;
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  std::string all;
  for (const std::string_view word : words) all += (all.empty() ? "" : "、") + std::string(word);
  const std::string_view near = base::near_word(*text, words);
  problems.push_back(
      {"L203", fmt::format("“{}”的值“{}”不认识", what, shown(*text)), fmt::format("这里只能写：{}。", all),
       near.empty() ? "改成上面的一个词。" : fmt::format("是不是想写“{}”？", near), node->place});
  return std::nullopt;
}

std::optional<bool> yes_or_no(const YamlNode* node, std::string_view what, Problems& problems) {
  constexpr std::array<std::string_view, 2> kWords = {"否", "是"};
  const auto word = word_of(node, what, kWords, problems);
  if (!word) return std::nullopt;
  return *word == 1;
}

std::optional<int> year_of(const YamlNode* node, std::string_view what, Problems& problems) {
  const auto text = scalar_if_written(node, what, problems);
  if (!text) return std::nullopt;
  const bool digits = text->size() == 4 &&
                      std::all_of(text->begin(), text->end(), [](char c) { return c >= '0' && c <= '9'; });
  const int year = digits ? std::stoi(*text) : 0;
  if (year >= 1900 && year <= 2999) return year;
  problems.push_back({"L204", fmt::format("“{}”的值“{}”不是年份", what, shown(*text)),
                      "年份要写四位数字，从 1900 到 2999。", fmt::format("写成“{}: 2023”。", what),
                      node->place});
  return std::nullopt;
}

bool is_list(const YamlNode* node, std::string_view what, Problems& problems) {
  if (node == nullptr) return false;
  if (node->kind == YamlNode::Kind::sequence) return true;
  problems.push_back({"L109", fmt::format("“{}”应是一个列表", what), "",
                      "每项一行，以“- ”开头，或写在 [ ] 里。", node->place});
  return false;
}

void require_version(MappingReader& file, std::string_view what, Problems& problems) {
  const YamlNode* version = file.required("版本");
  if (version == nullptr || scalar_text(*version, "版本", problems) == "1") return;
  problems.push_back(
      {"L109", "“版本”应为 1", fmt::format("只认识第 1 版的{}。", what), "写成“版本: 1”。", version->place});
}

void check_date(const Field& field, std::string_view what, Problems& problems) {
  if (field.empty()) return;
  // Numbers and what stands between them: "2024 年 2 月 26 日" -> {2024, 2, 26}, "年月日".
  std::vector<int> numbers;
  std::string marks;
  bool in_number = false;
  for (std::size_t at = 0; at < field.text.size();) {
    const base::CodePoint c = base::decode_at(field.text, at);
    at += c.bytes;
    if (base::is_white_space(c.value)) continue;
    const char32_t folded = base::fold_full_width(c.value);
    if (folded >= U'0' && folded <= U'9') {
      if (!in_number) numbers.push_back(0);
      in_number = true;
      if (numbers.back() < 100000) numbers.back() = numbers.back() * 10 + static_cast<int>(folded - U'0');
    } else {
      in_number = false;
      base::append_utf8(marks, folded);
    }
  }
  constexpr std::array<std::string_view, 6> kMarks = {"年月日", "年月", "--", "..", "//", "-"};
  const bool shape = std::find(kMarks.begin(), kMarks.end(), marks) != kMarks.end() &&
                     (numbers.size() == 3 || (numbers.size() == 2 && (marks == "年月" || marks == "-")));
  if (shape && base::make_date(numbers[0], numbers[1], numbers.size() == 3 ? numbers[2] : 1)) return;
  problems.push_back({"L204", fmt::format("“{}”的值“{}”不是日历上的一天", what, shown(field.text)),
                      shape ? "日历上没有这一天。" : "看不出年、月、日。",
                      "写成“2024年2月26日”或“2024-02-26”。", field.place});
}

}  // namespace jiheng::rulebook
