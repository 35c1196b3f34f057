// engine/intake/scheme_evidence.h: which scheme a form is made for, as far as the form itself says: a proposal with its
// evidence. It is shown to people and never applied.
// Takes   a card, what is printed on its form (Printed; may be empty), the schemes. What is compared are the schemes' own
//         data: points of 预算执行, 无分值时, 权重, 计算 and 规则 by name, 评分标准: 本行, 适用年度, 识别. No place's number stands here.
// Source  docs/import.md, "建议方案"
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/intake/document.h"
#include "engine/model/scheme.h"
#include "engine/model/scorecard.h"

namespace jiheng::intake {

struct Evidence {
  std::string text;   ///< 预算执行 20 分
  base::Place place;  ///< where it is printed; may be empty
};

struct SchemeProposal {
  const model::Scheme* scheme = nullptr;     ///< null: the form does not say
  std::vector<Evidence> evidence;            ///< for it
  std::vector<Evidence> doubts;              ///< against it, but not deciding: another year
  std::vector<const model::Scheme*> others;  ///< as well supported: the form does not tell them apart
};

/// Schemes that are switched off, or say 识别: 无, are never proposed. Of a scheme and those that inherit from it with the
/// same evidence the first is proposed; of others with the same evidence none. O(rows × names of the schemes).
SchemeProposal propose_scheme(const model::Scorecard& card, const Printed& printed,
                              std::span<const model::Scheme* const> schemes);

enum class Places { shown, left_out };

/// One line: "建议方案 hubei-2023：预算执行 20 分（第 12 行），没有分值栏…", or why there is none.
std::string to_text(const SchemeProposal& proposal, Places places = Places::shown);

/// A piece of evidence with its place behind it: "预算执行 20 分（E6）".
std::string to_text(const Evidence& evidence);

}  // namespace jiheng::intake
