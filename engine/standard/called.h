// engine/standard/called.h: a name before an answer (合格率=95%) -> the need that is meant.
// Inside the room only; called() of points.h is for others.
// Takes   a name as people write it, folded. Gives  the need that it names alone, and whether it denies it.
// Source  docs/standard-language.md, 完成值怎么写
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/standard/standard.h"

namespace jiheng::standard {

struct CalledNeed {
  std::size_t need = 0;
  bool denied = false;  ///< 未完成=是 of 完成
};

/// The need that is called so, in full or by a part of its words; nullopt: none, or more than one.
std::optional<CalledNeed> need_called(std::string_view name, const Standard& standard);

}  // namespace jiheng::standard
