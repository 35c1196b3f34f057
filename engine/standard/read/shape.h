// engine/standard/read/shape.h: which of the printed shapes a standard has.
// Inside the room only.
// Source  docs/standard-language.md, 样子
#pragma once

#include "engine/standard/standard.h"

namespace jiheng::standard {

Shape shape_of(const Standard& standard);

}  // namespace jiheng::standard
