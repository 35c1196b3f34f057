// The referee tables: each cell reads as written by hand, prints back to itself, and its pieces cover the
// cell.
#include "tests/unit/target/cases.h"

#include <algorithm>

#include "engine/base/text.h"

namespace jiheng::target {
namespace {

void expect_covered(const std::string& cell, const Predicate& p) {
  unsigned at = 0;
  const auto only_blank = [&cell](std::size_t from, std::size_t to) {
    while (from < to) {
      const base::CodePoint c = base::decode_at(cell, from);
      if (!base::is_white_space(c.value) && c.value != 0xAD && c.value != 0x200C && c.value != 0x200D)
        return false;
      from += c.bytes;
    }
    return true;
  };
  for (const Piece& piece : p.pieces) {
    ASSERT_GE(piece.span.offset, at) << cell;
    EXPECT_TRUE(only_blank(at, piece.span.offset)) << cell;
    at = piece.span.offset + piece.span.length;
  }
  ASSERT_LE(at, cell.size());
  EXPECT_TRUE(only_blank(at, cell.size())) << cell;
}

TEST(TargetCases, EveryRowReadsAsTheRefereeWroteIt) {
  const auto rows = read_rows("target.tsv");
  EXPECT_GE(rows.size(), 750U);
  for (const Row& row : rows) {
    ASSERT_GE(row.columns.size(), 2U) << "line " << row.line;
    const std::string note = row.columns.size() > 2 ? row.columns[2] : "";
    const ParseContext context = context_of(shipped_rules(), note);
    const Predicate p = parse(row.columns[0], context);
    EXPECT_EQ(dump(p), row.columns[1])
        << "line " << row.line << ": " << row.columns[0] << "  (" << note << ")";
    expect_covered(row.columns[0], p);
    const std::string printed = print(p);
    EXPECT_TRUE(same_reading(parse(printed, context), p))
        << "line " << row.line << ": " << row.columns[0] << " printed as " << printed << " reads "
        << dump(parse(printed, context));
    // an id the note names is reported
    for (std::size_t i = 0; (i = note.find('T', i)) != std::string::npos; ++i) {
      const std::string id = note.substr(i, 4);
      if (id.size() != 4 || id.find_first_not_of("0123456789", 1) != std::string::npos) continue;
      EXPECT_TRUE(
          std::any_of(p.problems.begin(), p.problems.end(), [&](const Problem& q) { return q.id == id; }))
          << "line " << row.line << ": " << row.columns[0] << " should report " << id;
    }
  }
}

TEST(TargetCases, PublishedReadingsHoldInEveryColumn) {
  const auto rows = read_rows("published_readings.tsv");
  EXPECT_EQ(rows.size(), 189U);
  const ParseContext context{shipped_rules().units, shipped_rules().words};
  for (const Row& row : rows) {
    const Fields f = fields(parse(row.columns[0], context));
    const std::vector<std::string> read = {
        row.columns[0], f.kind, f.op, f.value, f.value2, f.unit, f.scale ? std::to_string(*f.scale) : "",
        f.certainty};
    std::vector<std::string> expected = row.columns;
    expected.resize(8);
    EXPECT_EQ(read, expected) << "line " << row.line;
  }
}

}  // namespace
}  // namespace jiheng::target
