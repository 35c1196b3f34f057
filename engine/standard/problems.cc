// The Chinese sentence of each problem of a standard, in one place.
#include <fmt/format.h>

#include "engine/base/text.h"
#include "engine/standard/read/build.h"

namespace jiheng::standard {

std::string message_of(std::string_view id, std::string_view piece) {
  std::string quoted = fmt::format("“{}”", base::clipped(piece, 60));
  if (id == "T101") return "没有填写评分标准。";
  if (id == "T103") return "评分标准不是合法的 UTF-8 文字，没有读。请用 UTF-8 重新保存。";
  if (id == "T112") return fmt::format("{}的比较号像是识别错误，按字形还原。请对照原件。", quoted);
  if (id == "T401") return fmt::format("评分标准里看不懂{}，不计算。请写明得分、扣分的条件和分数。", quoted);
  if (id == "T402") return fmt::format("{}有几种读法，得分按各种读法给出范围。", quoted);
  if (id == "T403") return "评分标准里的分数合起来不等于分值，得分给出范围。请核对分值和评分标准。";
  if (id == "T404")
    return fmt::format("评分标准太长，没有读：最多 {} 个字、{} 条。请只写这一项的评分标准。", kMaxCharacters,
                       kMaxClauses);
  if (id == "T405") return fmt::format("{}要由人评定，或要与别的单位比较，程序不能算到底。", quoted);
  if (id == "T406")
    return fmt::format(
        "{}说的是总分或等级，不是这一行的得分，这一行不计算。等级写进方案的 等级，总分上的扣分由人扣。",
        quoted);
  return quoted;
}

}  // namespace jiheng::standard
