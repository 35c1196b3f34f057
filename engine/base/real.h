// engine/base/real.h: the digits of a number <-> a double, the same bits on every machine and in every standard library.
// Takes   "-12.5e3" as office files write numbers: no blank, no "+" before it, always a point.
// Gives   the nearest double; digits in the form d.ddde±xx.
// Fails   nothing read where it begins with no number, or is too large for a double.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jiheng::base {

struct RealRead {
  double value = 0;
  std::size_t length = 0;  ///< bytes it was read from, from the first on; 0: no number
};

/// The longest number the text begins with. `exponent`: an e and what follows is part of it.
RealRead read_real(std::string_view text, bool exponent = true);

/// "1.234e+05": `behind` digits behind the point, rounded to nearest.
std::string scientific(double value, int behind);

/// digits x 10^-places.
struct RealDigits {
  std::int64_t digits = 0;
  int places = 0;
};
/// The first kRealDigits digits of a finite value, as scientific() gives them; zeros behind the point are left out.
inline constexpr int kRealDigits = 14;
RealDigits first_digits(double value);

}  // namespace jiheng::base
