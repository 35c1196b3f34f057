// engine/whatif/curves/kinks.h: the turns of a curve with names: where it turns, from which clause to which, what happens.
// Source  docs/whatif.md, "拐点"
#pragma once

#include <string>
#include <vector>

#include "engine/whatif/curves/curve.h"

namespace jiheng::whatif {

struct Kink {
  End end;             ///< of the piece that begins
  std::string row;     ///< name of the indicator that turns; 预算执行, 总分 for these
  std::string before;  ///< "Q2 正向按比例"
  std::string after;   ///< "Q1 达标得满分，满分"
  std::string what;  ///< 换条款, 达标线, 换档, 多扣一档, 到满分, 到 0 分, 总分上限, 跳变 …
  scoring::Points total_before;
  scoring::Points total_after;
};

/// Of a curve after find_turns; rising. A turn of several rows (of a budget amount) is several kinks.
std::vector<Kink> kinks_of(const Curve& curve, const Trials& trials);

}  // namespace jiheng::whatif
