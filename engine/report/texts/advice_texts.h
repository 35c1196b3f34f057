// engine/report/texts/advice_texts.h: what is said of one advice, the same in a terminal, on a page and in a workbook.
// Takes   whatif/advise/advise.h. Source  docs/advise.md
#pragma once

#include <optional>
#include <string>

#include "engine/report/texts/report.h"
#include "engine/whatif/advise/advise.h"

namespace jiheng::report {

/// "p26 项目名称"; the id alone where the title says no more.
std::string table_text(const whatif::Advice& a);

Mark mark_of(const whatif::Advice& a);

/// "2023 年 500 份→4824 份；2022 年 103例".
std::string history_text(const whatif::Advice& a);

/// Which row of which table it was held against, and what speaks for it.
std::string matches_text(const whatif::Advice& a);

/// The target to write, or why there is none.
std::string proposal_text(const whatif::Advice& a);

/// "上年完成值 ≥4824 份（2023 年完成值 4824）；几年平均 …".
std::string proposals_text(const whatif::Advice& a);

/// "达标，10/10 分"; empty where it is not known.
std::string repeated_text(const whatif::Advice& a);

/// "97.75%"; empty where there is none.
std::string percent_text(const std::optional<base::Decimal>& value);

}  // namespace jiheng::report
