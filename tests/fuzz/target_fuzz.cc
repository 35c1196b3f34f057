// Any bytes as a target cell: never a crash; the pieces lie in order, do not overlap and leave out white space only;
// what is printed reads back as the same; a long cell costs no more a byte than a short one.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/base/files.h"
#include "engine/base/text.h"
#include "engine/rulebook/load.h"
#include "engine/target/parse.h"

namespace {

using namespace jiheng;  // NOLINT: a program of one function

void require(bool holds, const char* what) {
  if (holds) return;
  std::fputs(what, stderr);
  std::abort();
}

rulebook::SourcePtr source(const char* name) {
  const std::string path = std::string(JIHENG_SOURCE_DIR) + "/rules/" + name;
  return std::make_shared<const base::Source>(base::Source{path, base::read_file(path, 1U << 22U).text});
}

bool is_left_out(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    if (!base::is_white_space(c.value) && c.value != 0xAD && c.value != 0x200C && c.value != 0x200D)
      return false;
    at += c.bytes;
  }
  return true;
}

void check(std::string_view cell, const target::ParseContext& context) {
  const target::Predicate p = target::parse(cell, context);
  std::size_t at = 0;
  for (const target::Piece& piece : p.pieces) {
    require(piece.span.offset >= at, "pieces overlap\n");
    require(is_left_out(cell.substr(at, piece.span.offset - at)), "a character lies in no piece\n");
    at = piece.span.offset + piece.span.length;
    require(at <= cell.size(), "a piece ends behind the cell\n");
  }
  require(is_left_out(cell.substr(at)), "the end lies in no piece\n");
  for (const target::Problem& problem : p.problems) {
    require(problem.span.offset + problem.span.length <= cell.size(), "a problem lies behind the cell\n");
    require(!base::first_invalid_utf8(problem.message), "a message is no UTF-8\n");
  }
  target::ParseContext numbers = context;
  numbers.say = target::Say::nothing;
  require(same_reading(p, target::parse(cell, numbers)), "read otherwise where nothing is said\n");
  // What is printed reads again without harm. That it reads as the same is held by tests/unit/target for every row of the
  // tables and every combination of words; a mangled cell (50以上月) may have no tidy spelling.
  target::parse(target::print(p), context);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const auto units = rulebook::units_from_yaml(source("units.yaml"));
  static const auto words = rulebook::words_from_yaml(source("words.yaml"));
  require(units && words, "rules do not load\n");
  const std::string_view cell(reinterpret_cast<const char*>(data), size);
  check(cell, {*units, *words});
  check(cell, {*units, *words, 2024, true});
  return 0;
}
