// Takes a line before and after, gives the list of what is shown of it.
#include "engine/report/fields/whatif_fields.h"

#include "engine/report/texts/score_texts.h"

namespace jiheng::report {

using base::Json;
using base::text_or_null;

namespace {

using Kind = WhatifLine::Kind;

const scoring::IndicatorResult& before_of(const WhatifRow& r) {
  return r.card.before->indicators[r.line.indicator];
}
const scoring::IndicatorResult& after_of(const WhatifRow& r) {
  return r.card.after->indicators[r.line.indicator];
}
const model::Indicator& indicator_after(const WhatifRow& r) {
  return indicator_of(after_of(r), *r.card.after);
}

const char* kind_of(const WhatifLine& line) {
  switch (line.kind) {
    case Kind::execution:
      return "预算执行";
    case Kind::block:
      return "小计";
    case Kind::row:
      return "指标";
    case Kind::total:
      break;
  }
  return "总分";
}

constexpr Field<WhatifRow> kWhatifFields[] = {
    {"name", [](const WhatifRow& r) { return Json(r.line.name); }, "三级指标",
     [](const WhatifRow& r) { return Cell{r.line.kind == Kind::row ? r.line.name : std::string()}; }, 8},
    {"before", [](const WhatifRow& r) { return exact_json(r.line.before); }, "原得分",
     [](const WhatifRow& r) { return Cell{points_text(r.line.before)}; }, 11},
    {"after", [](const WhatifRow& r) { return exact_json(r.line.after); }, "得分",
     [](const WhatifRow& r) { return Cell{points_text(r.line.after)}; }, 12},
    {"difference", [](const WhatifRow& r) { return difference_json(r.line.before, r.line.after); }, "相差",
     [](const WhatifRow& r) { return Cell{difference_text(r.line.before, r.line.after)}; }, 13},
    {"before_low", [](const WhatifRow& r) { return low_json(r.line.before); }, "", nullptr},
    {"before_high", [](const WhatifRow& r) { return high_json(r.line.before); }, "", nullptr},
    {"after_low", [](const WhatifRow& r) { return low_json(r.line.after); }, "", nullptr},
    {"after_high", [](const WhatifRow& r) { return high_json(r.line.after); }, "", nullptr},
    {"full_marks_before", [](const WhatifRow& r) { return text_or_null(plain(r.line.before.full_marks)); },
     "原分值", nullptr, 9},
    {"full_marks_after", [](const WhatifRow& r) { return text_or_null(plain(r.line.after.full_marks)); },
     "分值", nullptr, 10},
    // What follows is an indicator's in JSON; its cells are every line's.
    {"rule_before", [](const WhatifRow& r) { return text_or_null(r.line.before.rule); }, "原规则", nullptr,
     14},
    {"rule_after", [](const WhatifRow& r) { return text_or_null(r.line.after.rule); }, "规则", nullptr, 15},
    {"why_before", [](const WhatifRow& r) { return Json(r.line.before.why); }, "原说明", nullptr, 18},
    {"why_after", [](const WhatifRow& r) { return Json(r.line.after.why); }, "说明", nullptr, 19},
    {"status_before", [](const WhatifRow& r) { return Json(to_string(before_of(r).status)); }, "原结论",
     [](const WhatifRow& r) { return Cell{r.line.before.status}; }, 16},
    {"status_after", [](const WhatifRow& r) { return Json(to_string(after_of(r).status)); }, "结论",
     [](const WhatifRow& r) { return Cell{r.line.after.status}; }, 17},
    {"level1", [](const WhatifRow& r) { return text_or_null(r.line.level1); }, "一级指标", nullptr, 6},
    {"level2", [](const WhatifRow& r) { return text_or_null(r.line.level2); }, "二级指标", nullptr, 7},
    {"target", [](const WhatifRow& r) { return text_or_null(indicator_after(r).target.text); }, "", nullptr},
    {"actual", [](const WhatifRow& r) { return text_or_null(indicator_after(r).actual.text); }, "", nullptr},
    {"card", [](const WhatifRow& r) { return Json(r.card.after->card->id); }, "编号", nullptr, 2},
    {"", nullptr, "情景", [](const WhatifRow& r) { return Cell{r.variation.name}; }, 1},
    {"", nullptr, "名称", [](const WhatifRow& r) { return Cell{r.card.after->card->title.text}; }, 3},
    {"", nullptr, "行", [](const WhatifRow& r) { return Cell{kind_of(r.line)}; }, 4},
    {"", nullptr, "年度目标", [](const WhatifRow& r) { return Cell{r.line.section}; }, 5},
};

}  // namespace

Json exact_json(const LineSide& side) {
  return side.points && side.points->exact() ? Json(points_text(side)) : Json();
}

Json low_json(const LineSide& side) {
  return side.points ? Json(points_text(side.points->low, *side.scheme)) : Json();
}

Json high_json(const LineSide& side) {
  return side.points ? Json(points_text(side.points->high, *side.scheme)) : Json();
}

Json difference_json(const LineSide& before, const LineSide& after) {
  std::string text = difference_text(before, after);
  if (text.starts_with('+')) text.erase(0, 1);
  return text_or_null(text);
}

std::span<const Field<WhatifRow>> whatif_fields() { return kWhatifFields; }

std::span<const Field<WhatifRow>> whatif_side_fields() { return whatif_fields().subspan(1, 9); }

}  // namespace jiheng::report
