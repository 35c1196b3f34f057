// Takes a cell, reads one sign, one number in digits and one known unit that fill it. Leaves everything that takes a second
// look (dates, words, lists, signs gone wrong) to parse.cc.
#include "engine/target/read/plain.h"

#include <utility>

#include "engine/quantity/number.h"
#include "engine/target/read/amount.h"
#include "engine/target/read/signs.h"
#include "engine/target/read/single.h"

namespace jiheng::target {

bool read_plain_amount(const Cell& cell, Predicate& out) {
  const Scan& scan = cell.scan;
  if (!scan.has_digit() || scan.has_letter() || scan.has_separator() || scan.has_gap_in_digits() ||
      may_be_date(cell, 0))
    return false;
  const SignRun sign = scan.has_sign() ? sign_run_at(cell.text, 0) : SignRun{};
  if (sign.odd || sign.debatable || sign.useless || !cell.digit_at(sign.length)) return false;
  const quantity::NumberText number = quantity::read_number(cell.text, sign.length);
  const bool sound = number.flaw == quantity::NumberFlaw::none && number.unit.empty();
  if (!sound || number.two_readings || number.approximate) return false;
  const std::size_t unit_at_byte = sign.length + number.length;
  UnitText unit = unit_at(cell, unit_at_byte, cell.text.size(), false);
  if (unit_at_byte + unit.length != cell.text.size() || unit.cut || unit.odd) return false;
  out.kind = Kind::quantity;
  out.op = sign.length == 0 ? Op::none : sign.op;
  out.sureness = Sureness::sure;
  out.scale = number.scale;
  out.value = number.value;
  out.unit = std::move(unit.name);
  return true;
}

}  // namespace jiheng::target
