// engine/audit/printed_standards.h: rows that print a 评分标准 -> what it says, as the text has it beside the row's 分值.
// Takes   what scoring read, where the scheme scores by it; other texts are read here, each once for each 分值.
// Source  docs/standard-language.md
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/audit/batch.h"
#include "engine/standard/standard.h"

namespace jiheng::audit {

class PrintedStandards {
 public:
  /// The batch must outlive it.
  explicit PrintedStandards(const Batch& batch) : batch_(batch) {}

  /// Of a row that prints one. Stays where it is.
  const standard::Standard& of(const Row& row);

 private:
  const Batch& batch_;
  std::map<std::pair<std::string_view, std::optional<base::Decimal>>, standard::Standard> read_;
};

}  // namespace jiheng::audit
