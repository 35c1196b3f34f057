// The Chinese sentence of each problem of a cell, in one place: what was read, why it cannot be used, what to
// write.
#include <fmt/format.h>

#include "engine/base/text.h"
#include "engine/quantity/bounds.h"
#include "engine/target/read/reading.h"

namespace jiheng::target {
namespace {

/// The piece between quotation marks, cut at 40 columns.
std::string quoted_piece(std::string_view piece) { return fmt::format("“{}”", base::clipped(piece, 40)); }

/// What OCR made something else of: letters in place of digits (I0 is 10), the sign in front (工95% and 5=95% are ≥95%), a
/// letter put before a number (M.8 is 0.8), the sign behind it (290$ is 290%).
std::string likely_reading(std::string_view piece) {
  constexpr std::string_view kLetters = "OoIlS";
  constexpr std::string_view kDigits = "00115";
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (const std::size_t equal = piece.find('='); equal != std::string_view::npos && equal != 0)
    return fmt::format("≥{}", base::clipped(piece.substr(equal + 1), 30));
  if (piece.ends_with('$')) return fmt::format("{}%", base::clipped(piece.substr(0, piece.size() - 1), 30));
  const bool spelled = piece.find_first_not_of("OoIlS0123456789.") == std::string_view::npos;
  if (!piece.empty() && is_letter(piece.front()) && !spelled &&
      kLetters.find(piece.front()) == std::string_view::npos && piece.front() != 'z' &&
      piece.front() != 'Z') {
    const std::size_t number = piece.find_first_of(".0123456789");
    if (number != std::string_view::npos) {
      return fmt::format("{}{}", piece[number] == '.' ? "0" : "", base::clipped(piece.substr(number), 30));
    }
  }
  if (!piece.empty() && !spelled && piece.find_first_of("0123456789") == 0) {  // 95%l, 6S
    const std::size_t end = piece.find_last_of("0123456789%");
    return base::clipped(piece.substr(0, end + 1), 30);
  }
  if (piece.find_first_of("OoIlS0123456789") != 0) {
    const base::CodePoint first = base::decode_at(piece, 0);
    return fmt::format("≥{}", base::clipped(piece.substr(first.bytes), 30));
  }
  std::string text = base::clipped(piece, 30);
  for (char& c : text) {
    if (const std::size_t at = kLetters.find(c); at != std::string_view::npos) c = kDigits[at];
  }
  return text;
}

}  // namespace

std::string message_of(std::string_view id, std::string_view piece) {
  if (id == "T101") return "没有填写，不参与计算。";
  if (id == "T102")
    return fmt::format("单元格超过 {} 个字符，没有读。请只写目标值或完成值。", kMaxCellCharacters);
  if (id == "T103") return "单元格不是合法的 UTF-8 文字，没有读。请用 UTF-8 重新保存。";
  if (id == "T104")
    return fmt::format("看不懂{}。请写成“≥96%”“12月底前”“明显提高”这样的值。", quoted_piece(piece));
  if (id == "T105")
    return fmt::format("{}里的逗号不在千分位上，分不清是千分位还是小数点。请写成“1,437”或“1.43”。",
                       quoted_piece(piece));
  if (id == "T106")
    return fmt::format("{}的数字太长，没有读：{}。", quoted_piece(piece), quantity::kBoundsInWords);
  if (id == "T107")
    return fmt::format("{}有两种读法，没有替您选。请写明确，如“9500人”“4个月”“300-400人”。",
                       quoted_piece(piece));
  if (id == "T108")
    return fmt::format("{}是概数，没有确定的数值。请写出数字或区间，如“≥20人”“20-30人”。",
                       quoted_piece(piece));
  if (id == "T109") return fmt::format("{}前后的比较词相反。请只留一个，如“≥95%”。", quoted_piece(piece));
  if (id == "T110") return fmt::format("{}化不成有限小数。请写成百分数，如“33.3%”。", quoted_piece(piece));
  if (id == "T111") return fmt::format("{}：没有这一天。请改正日期。", quoted_piece(piece));
  if (id == "T112") {
    return fmt::format("{}像是识别错误，可能是“{}”，没有采用。请对照原件改正。", quoted_piece(piece),
                       likely_reading(piece));
  }
  if (id == "T113")
    return fmt::format("{}超过 200%，“2”可能是“≥”识别错误。请对照原件。", quoted_piece(piece));
  if (id == "T201") return "没有比较号，按方案对该二级指标的规定理解（一般成本指标为不高于，其余为不低于）。";
  if (id == "T202")
    return fmt::format("单位表里没有{}的单位，只能与写法相同的单位比较。", quoted_piece(piece));
  if (id == "T203")
    return fmt::format("{}只写了万（亿），没有单位，按同一行另一边的单位理解。", quoted_piece(piece));
  if (id == "T204") return fmt::format("{}的单位不像一个数量，可能漏了“元”。", quoted_piece(piece));
  if (id == "T205") return fmt::format("数值旁边的{}没有参与计算。", quoted_piece(piece));
  if (id == "T206") return "填的是不适用，不参与计算。";
  if (id == "T207") return fmt::format("{}表示的日期可以有不止一种理解。", quoted_piece(piece));
  if (id == "T208") return fmt::format("比较号{}重复或少见，已按通常意思理解。", quoted_piece(piece));
  if (id == "T209") return fmt::format("{}里有几个值，逐项读、逐项比。", quoted_piece(piece));
  if (id == "T210") return fmt::format("{}的措辞没有说死，按最直接的意思读，请核对。", quoted_piece(piece));
  if (id == "T211") return fmt::format("{}的标准在表外，算不出来，要由人评定。", quoted_piece(piece));
  return fmt::format("{}", quoted_piece(piece));
}

}  // namespace jiheng::target
