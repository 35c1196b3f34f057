// engine/target/read/single.h: a cell, or a segment of one, that is one amount or one date and nothing else.
// Inside the room only.
// Takes   a folded cell and a stretch of it.
// Gives   a predicate; false where it is not of this shape.
#pragma once

#include "engine/target/read/amount.h"
#include "engine/target/read/date_phrase.h"
#include "engine/target/read/reading.h"

namespace jiheng::target {

/// An amount or a date that fills [begin, limit), but for words accepted in silence behind it: 100%完成, 12月底前发放
/// 到位. False: neither, and the notes are as before.
bool read_single(Cell& cell, std::size_t begin, std::size_t limit, Predicate& out);

/// 90%≤x≤95%: two bounds round a name, a range; two parts where an end is open. False: not of this shape.
bool read_bounds_round_name(Cell& cell, std::size_t limit, Predicate& out);

/// 符合GB50300-2013标准, 按〔2020〕10号文件执行: the digits name a document. False: they measure something.
bool read_numbered_reference(Cell& cell, std::size_t limit, Predicate& out);

/// Is it worth trying read_date here?
bool may_be_date(const Cell& cell, std::size_t at);

void fill(const Amount& amount, Predicate& out);
void fill(const Cell& cell, const DateReading& date, Predicate& out);
void make_unreadable(Predicate& out);

}  // namespace jiheng::target
