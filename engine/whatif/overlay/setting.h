// engine/whatif/overlay/setting.h: "受理案件数.完成=150" -> the address of a figure and what it becomes.
// Takes   the text of one argument.
// Fails   W101 no setting.
// Source  docs/whatif.md, "改动"
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::whatif {

/// "受理案件数.完成=150", each part without white space at its ends.
struct Setting {
  std::string address;
  base::Place address_place;
  std::string value;  ///< may be empty: a blank cell
  base::Place value_place;
};

/// Longest text of one setting: an address and a cell.
inline constexpr std::size_t kMaxSettingCharacters = 4000;

/// At the first "=" behind a field (or behind 总分, 方案), else at the first "="; W101 where there is none, or nothing
/// before it, or too much. `source` holds the text of one argument, all of it; the places are in it.
diag::Result<Setting> split_setting(const std::shared_ptr<const base::Source>& source);

}  // namespace jiheng::whatif
