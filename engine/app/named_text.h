// engine/app/named_text.h: one file to be written: its name inside a folder, its bytes.
// Gives   plain data; writing it is the caller's.
#pragma once

#include <string>

namespace jiheng::app {

struct NamedText {
  std::string name;
  std::string text;
};

}  // namespace jiheng::app
