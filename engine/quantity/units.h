// engine/quantity/units.h: units of the field's forms: dimensions, families of counting words, exact conversion.
// Takes   entries from rules/units.yaml (load/ reads the file; nothing here knows YAML).
// Units   factor/divisor: how many base units one of this unit is (千米 = 1000 米, 亩 = 2000/3 平方米), an exact ratio.
// Source  rules/units.yaml, docs/target-language.md
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"

namespace jiheng::quantity {

/// One line of rules/units.yaml. Counting words have no dimension in common but a family (人/名/位): those
/// are comparable 1:1 with a remark. Everything else converts inside its dimension by factor.
struct UnitEntry {
  std::string name = {};
  std::string dimension = {};  ///< "金额" "时间" "长度" … or "计数"
  std::string family = {};     ///< counting words only: "人" "件" "份" …; empty = only itself
  base::Decimal factor = 1;    ///< one of this unit = factor/divisor of its dimension's base unit
  base::Decimal divisor = 1;   ///< 1 except where no finite decimal says it: 亩 = 2000/3 平方米
  std::string note = {};       ///< said whenever it is compared with another unit: "同一人可能计多次"
};

/// A copy is the same table, not another one: add() comes before it is copied.
class UnitTable {
 public:
  UnitTable();

  /// False when the name is there already or empty.
  bool add(UnitEntry entry);
  /// The entry whose name this is, all of it; nullptr if none. Stable for the life of the table.
  const UnitEntry* find(std::string_view name) const;
  /// The longest unit name that begins at byte `at`; nullptr if none. O(longest name).
  const UnitEntry* longest_at(std::string_view text, std::size_t at) const;
  const std::vector<const UnitEntry*>& entries() const;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

/// How two units stand to each other. Compound per-units ("元/人/月", "元/人·月", "元每人每月", "张/万人")
/// are compared factor by factor; the order of the factors after the first "/" does not matter.
struct UnitRelation {
  /// same: equal or another spelling. converted: by factor/divisor. same_family: counting words of one
  /// family, 1:1.
  enum class Kind { same, converted, same_family, one_missing, different } kind = Kind::different;
  base::Decimal factor =
      1;  ///< 1 of the first = factor/divisor of the second (exact where kind is not different)
  base::Decimal divisor = 1;
  std::string remark;  ///< in Chinese, empty for same: "1公里=1000米", "“例”“件”同属案件类计数"
};

/// A unit that is not in the table equals itself only. O(length), at most kMaxUnitFactors factors a side.
UnitRelation relate(std::string_view first, std::string_view second, const UnitTable& units);

inline constexpr std::size_t kMaxUnitFactors = 8;

}  // namespace jiheng::quantity
