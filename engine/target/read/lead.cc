// Takes a place of a cell, gives what the signs and words there say about the number behind them, all together.
// The words themselves are comparison_words.cc's.
#include "engine/target/read/lead.h"

#include "engine/target/read/amount.h"
#include "engine/target/read/signs.h"

namespace jiheng::target {
namespace {

using Role = Piece::Role;

constexpr int kMaxLeadWords = 8;

/// Bytes of 比2017年, 较2020年同期: the year a rise or fall is counted from; 0 if none.
std::size_t base_year_at(const Cell& cell, std::size_t at, std::size_t limit) {
  if (!cell.starts(at, "比") && !cell.starts(at, "较")) return 0;
  std::size_t i = at + 3;
  while (i < limit && cell.digit_at(i)) ++i;
  if (i - at != 7 || !cell.starts(i, "年")) return 0;
  i += 3;
  for (const std::string_view word : {"同期", "年底", "年末", "度", "底", "末"}) {
    if (cell.starts(i, word)) i += word.size();
  }
  return i < limit ? i - at : 0;
}

}  // namespace

Lead read_lead(Cell& cell, std::size_t at, std::size_t limit) {
  Lead lead;
  const auto take_op = [&lead](Op op) {
    const Agreement agreement = agree(lead.op, op);
    lead.op = agreement.op;
    lead.contradicts = lead.contradicts || agreement.contradicts;
    lead.debatable = lead.debatable || agreement.debatable;
  };
  for (int words = 0; at < limit && words < kMaxLeadWords && !cell.digit_at(at); ++words) {
    const SignRun run = sign_run_at(cell.text, at);
    if (run.length != 0) {
      cell.notes.piece(Role::sign, at, at + run.length);
      if (run.odd) cell.notes.problem("T208", at, at + run.length);
      lead.useless = lead.useless || run.useless;
      lead.contradicts = lead.contradicts || run.contradicts;
      lead.debatable = lead.debatable || run.debatable;
      if (!run.useless) {
        take_op(run.op);
        lead.sign = run.op;
      }
      at += run.length;
      continue;
    }
    if (cell.text[at] == '~') {
      if (lead.op == Op::absent) take_op(Op::about);
      cell.notes.piece(Role::sign, at, at + 1);
      ++at;
      continue;
    }
    if (cell.starts(at, "±") || cell.starts(at, "正负") || cell.starts(at, "+-") || cell.starts(at, "+/-")) {
      const std::size_t length = cell.starts(at, "±")      ? 2
                                 : cell.starts(at, "正负") ? 6
                                 : cell.starts(at, "+-")   ? 2
                                                           : 3;
      cell.notes.piece(Role::sign, at, at + length);
      lead.plus_minus = true;
      at += length;
      continue;
    }
    if (const std::size_t year = base_year_at(cell, at, limit); year != 0) {
      cell.notes.piece(Role::word, at, at + year);
      at += year;
      continue;
    }
    if (const PerUnits per = per_units_at(cell, at, limit); per.length != 0 && lead.per.empty()) {
      cell.notes.piece(Role::unit, at, at + per.length);
      lead.per = per.suffix;
      at += per.length;
      continue;
    }
    const LeadWord word = lead_word_at(cell.text, at);
    if (word.length == 0 || at + word.length > limit) break;
    if (word.text == "近") lead.near = true;
    switch (word.kind) {
      case LeadWord::Kind::compare:
        take_op(word.op);
        break;
      case LeadWord::Kind::within:
        lead.within = true;
        break;
      case LeadWord::Kind::plain:
        break;
      case LeadWord::Kind::soft:
        lead.debatable = true;
        break;
      case LeadWord::Kind::heading:
        lead.head = word.text.ends_with("了") ? word.text.substr(0, word.text.size() - 3) : word.text;
        break;
      case LeadWord::Kind::rank:
        take_op(word.op);
        lead.debatable = true;
        break;
      case LeadWord::Kind::money:
        lead.money = true;
        break;
    }
    const bool mute = word.kind == LeadWord::Kind::plain || word.kind == LeadWord::Kind::soft;
    cell.notes.piece(mute || word.kind == LeadWord::Kind::heading ? Role::word : Role::sign, at,
                     at + word.length);
    at += word.length;
  }
  lead.end = at;
  return lead;
}

}  // namespace jiheng::target
