// Uses installed headers and libraries only.
#include <engine/base/decimal.h>
#include <engine/diag/catalogue.h>

#include <iostream>

int main() {
  const auto sum =
      jiheng::base::add(*jiheng::base::Decimal::parse("78.37"), *jiheng::base::Decimal::parse("20.00"));
  std::cout << sum->to_string() << " " << jiheng::diag::find_entry("T104")->name << "\n";
  return sum->to_string() == "98.37" ? 0 : 1;
}
