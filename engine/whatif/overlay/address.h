// engine/whatif/overlay/address.h: "p26:产出指标/数量指标/受理案件数.完成" -> the figure of a card that it names.
// Takes   [card:]name.field. card: its 编号 or 项目名称; may be left out where only one card has the name. name: the
//         indicator's 三级指标, with as much of its path before it as is wanted (年度目标1/产出指标/数量指标/…), or #4 for
//         the fourth row of the form. field: 目标 (年初目标值), 完成 (实际完成值), 分值, 得分; 预算.执行数 (预算数,
//         年初预算数, 调整预算数, 批复数); 方案 and 总分 stand alone. Width and white space do not matter; a name is known as
//         a whole, so it may hold dots, slashes and colons; one that looks like an address stands in double quotes.
// Fails   W102 nobody has the name (with a near one), W103 several have it (with their full addresses).
// Source  docs/whatif.md, "怎样指明一个数"
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/model/scorecard.h"
#include "engine/whatif/overlay/setting.h"
#include "engine/whatif/overlay/spot.h"

namespace jiheng::whatif {

/// The cards an address may speak of; their order is the caller's.
using Cards = std::span<const model::Scorecard* const>;

struct Address {
  enum class What {
    figure,  ///< `spot` of the card
    points,  ///< 得分, or no field: the points of the row at spot.row
    total,   ///< 总分
    scheme   ///< 方案
  };
  What what = What::figure;
  std::vector<std::size_t> cards;  ///< one; of total and scheme without a card before them: all
  Spot spot;
};

/// All of `text` is an address; `place` is its.
diag::Result<Address> find_address(std::string_view text, Cards cards, const base::Place& place);

/// The shortest of "#4.完成", "产出指标/数量指标/受理案件数.完成" … that find_address reads back, with the card before it where
/// there are several.
std::string to_text(const Address& address, Cards cards);

}  // namespace jiheng::whatif
