// Takes a place of a folded text, gives the number of the part that begins there: 1. 1、 (1) ① 一、 (一) 一是.
#include <array>
#include <string>

#include "engine/standard/read/phrases/phrases.h"

namespace jiheng::standard {
namespace {

using namespace std::string_view_literals;

constexpr std::array kCircled = {"①"sv, "②"sv, "③"sv, "④"sv, "⑤"sv, "⑥"sv, "⑦"sv, "⑧"sv, "⑨"sv, "⑩"sv,
                                 "⑪"sv, "⑫"sv, "⑬"sv, "⑭"sv, "⑮"sv, "⑯"sv, "⑰"sv, "⑱"sv, "⑲"sv, "⑳"sv};
constexpr std::array kChinese = {"一"sv, "二"sv, "三"sv, "四"sv, "五"sv,
                                 "六"sv, "七"sv, "八"sv, "九"sv, "十"sv};

/// 1、是否配备保洁员2、工具是否齐全: the next number behind words, without a sign between.
bool runs_on(const Reader& in, std::size_t at, int next) {
  const std::string number = std::to_string(next) + "、";
  const std::size_t behind = at + number.size();
  return next > 1 && in.sees(at, number) && at >= 3 && !in.digit(at - 1) && behind < in.text.size() &&
         static_cast<unsigned char>(in.text[at - 1]) >= 0x80 &&
         static_cast<unsigned char>(in.text[behind]) >= 0xE0;
}

}  // namespace

bool read_marker(const Reader& in, std::size_t at, bool phrase_begins, int next, Token& out) {
  std::size_t bytes = 0;
  int number = 0;
  for (std::size_t i = 0; i < kCircled.size(); ++i) {
    if (!in.sees(at, kCircled[i])) continue;
    bytes = kCircled[i].size();
    number = static_cast<int>(i) + 1;
    if (in.sees(at + bytes, ".") || in.sees(at + bytes, ":")) ++bytes;
    if (in.sees(at + bytes, "、")) bytes += 3;
  }
  if (bytes == 0) {
    if (!phrase_begins && !runs_on(in, at, next)) return false;
    const bool bracket = in.sees(at, "(");
    std::size_t p = at + (bracket ? 1 : 0);
    bool chinese = false;
    if (in.digit(p)) {
      while (in.digit(p) && number < 100) number = number * 10 + (in.text[p++] - '0');
    } else {
      for (std::size_t i = 0; i < kChinese.size(); ++i) {
        if (in.sees(p, kChinese[i])) number = static_cast<int>(i) + 1;
      }
      if (number == 0) return false;
      chinese = true;
      p += 3;
    }
    if (bracket ? in.sees(p, ")") : (in.sees(p, ".") && !in.digit(p + 1) && !chinese)) {
      ++p;
    } else if (!bracket && (in.sees(p, "、") || (chinese && in.sees(p, "是") && number == next))) {
      p += 3;
    } else {
      return false;
    }
    bytes = p - at;
  }
  if (number != next && number != 1) return false;
  out.number = number;
  return finish_phrase(out, Kind::marker, at, at + bytes);
}

}  // namespace jiheng::standard
