// engine/report/pages/report_from_scheme.h: one scheme in words: what it is based on, its weights, every rule with
// its source.
// Takes   a scheme, or the id of a clause and the schemes to look in. Gives  a page; never fails.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/model/scheme.h"
#include "engine/report/texts/report.h"

namespace jiheng::report {

Report report_from_scheme(const model::Scheme& scheme);

/// Every clause with this id (N2), once for each scheme that writes it, with the schemes that inherit it; nullopt where no
/// scheme has one.
std::optional<Report> report_from_clause(std::span<const model::Scheme* const> schemes, std::string_view id);

}  // namespace jiheng::report
