// Takes a text and a place, gives the comparison word or sign there. Two fixed tables of words: the language
// of the forms, not a rule of any province, so they stand here and not under rules/.
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

constexpr bool is_up(Op op) { return op == Op::ge || op == Op::gt; }
constexpr bool is_down(Op op) { return op == Op::le || op == Op::lt; }

}  // namespace

SignRun sign_run_at(std::string_view text, std::size_t at) {
  SignRun run;
  int signs = 0;
  bool up = false;
  bool down = false;
  bool equal = false;
  bool about = false;
  bool book = false;
  bool unequal = false;
  while (at + run.length < text.size()) {
    const std::size_t here = at + run.length;
    const char c = text[here];
    std::size_t length = 1;
    if (c == '>') {
      up = true;
    } else if (c == '<') {
      down = true;
    } else if (c == '=') {
      equal = true;
    } else if (static_cast<unsigned char>(c) >= 0xE2) {
      const std::string_view three = text.substr(here, 3);
      length = 3;
      if (three == "≥") {
        up = equal = true;
      } else if (three == "≤") {
        down = equal = true;
      } else if (three == "≈") {
        about = true;
      } else if (three == "≠") {
        unequal = true;
      } else if (three == "》") {
        up = book = true;
      } else if (three == "《") {
        down = book = true;
      } else {
        break;
      }
    } else {
      break;
    }
    run.length += length;
    ++signs;
  }
  if (signs == 0) return run;
  run.contradicts = up && down;
  run.useless = unequal || run.contradicts;
  if (up) run.op = equal ? Op::ge : Op::gt;
  if (down) run.op = equal ? Op::le : Op::lt;
  if (!up && !down) run.op = about ? Op::about : Op::eq;
  run.debatable = (book && !equal) || (about && (up || down));
  const bool plain_pair = signs == 2 && run.length == 2 && text[at + 1] == '=' && text[at] != '=';  // >=
  run.odd = book || (signs > 1 && !plain_pair);
  return run;
}

Agreement agree(Op first, Op second) {
  if (first == Op::absent || first == second) return {second, false, false};
  if (second == Op::absent) return {first, false, false};
  if (first == Op::about || second == Op::about) {
    return {first == Op::about ? second : first, false, true};
  }
  if ((is_up(first) && is_up(second)) || (is_down(first) && is_down(second))) {
    return {first, false, true};  // 超过95%以上
  }
  if (first == Op::eq) return {second, false, false};  // 为95%以上
  if (second == Op::eq) return {first, false, false};
  return {first, true, false};
}

}  // namespace jiheng::target
