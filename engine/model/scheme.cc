// Takes a number and an interval of a scheme, says whether it lies inside.
#include "engine/model/scheme.h"

namespace jiheng::model {

bool Interval::contains(const base::Decimal& v) const {
  if (low && (v < *low || (v == *low && !low_closed))) return false;
  return !(high && (v > *high || (v == *high && !high_closed)));
}

}  // namespace jiheng::model
