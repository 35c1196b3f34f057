// Takes a place of a folded text, gives whether a number there says which things are meant, not how many are asked for.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {
namespace {

/// Where words that go on from `at` end: at points, or at the end of the phrase; no number stands in them.
std::size_t words_end(const Reader& in, std::size_t at, Token& points) {
  const std::size_t end = in.phrase_end_within(at, at + kLongestPhrase);
  std::size_t p = at;
  while (p < end && !in.digit(p)) {
    if (read_marks(in, p, points)) return p;
    p += std::max<std::size_t>(base::decode_at(in.text, p).bytes, 1);
  }
  points = {};
  return p;
}

}  // namespace

bool is_in_a_name(const Reader& in, std::size_t end) {
  const std::string_view rest = in.text.substr(end, in.phrase_end_within(end, end + 60) - end);
  if (rest.starts_with("且") || rest.starts_with("并") || rest.starts_with("得") || rest.starts_with("的得"))
    return false;
  std::size_t rate = rest.npos;
  for (const std::string_view word : {"率", "占比", "比例", "比重"}) rate = std::min(rate, rest.find(word));
  return rate != rest.npos && rate >= 6 && rest.find_first_of("0123456789%") > rate;
}

bool names_what_follows(const Reader& in, const Token& value) {
  if (value.points || (value.unit != "%" && !(value.low && value.high))) return false;
  constexpr std::size_t kTwo = 6;
  Token points;
  const std::string_view behind = in.text.substr(value.end, words_end(in, value.end, points) - value.end);
  if (behind.size() < kTwo || static_cast<unsigned char>(behind[0]) < 0xE0) return false;
  for (const std::string_view other :
       {"、",   "的",   "时",   "者",   "且",   "并",   "或",   "和",   "及",   "与",   "以",   "则",
        "即",   "为",   "而",   "但",   "之",   "每",   "不",   "未",   "按",   "完成", "符合", "达",
        "合格", "视",   "部分", "满",   "区间", "范围", "线性", "采用", "左右", "任务", "小于", "大于",
        "低于", "高于", "少于", "超过", "开始", "起",   "查",   "见",   "检查", "抽查", "实地"}) {
    if (behind.starts_with(other)) return false;
  }
  return true;
}

void whole_of_what_follows(const Reader& in, Token& value) {
  constexpr std::size_t kEight = 24;
  if (value.unit != "%" || value.points || value.low->value != base::Decimal(100)) return;
  Token points;
  const std::size_t end = words_end(in, value.end, points);
  const std::string_view behind = in.text.substr(value.end, end - value.end);
  if (behind.size() < 6 || behind.size() > kEight || points.kind != Kind::give ||
      points.marks.high.is_zero() || static_cast<unsigned char>(behind[0]) < 0xE0)
    return;
  for (const std::string_view other : {"的", "时", "为", "且", "并", "以", "和", "及", "或", "达标"}) {
    if (behind.starts_with(other)) return;
  }
  value.inner = behind;
  value.end = end;
}

}  // namespace jiheng::standard
