// engine/results/named_text.h: one file to be written: its name inside a folder, its bytes.
// Takes   nothing; cli writes it whole or not at all.
#pragma once

#include <string>

namespace jiheng::results {

struct NamedText {
  std::string name;
  std::string text;
};

}  // namespace jiheng::results
