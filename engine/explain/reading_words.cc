// Takes a row as it was read, gives the findings about it. Remarks of the readers become findings; T101 (empty) and T201 (no
// comparison sign) are said in another way here. Decides nothing.
#include "engine/explain/reading_words.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/scoring/plan.h"
#include "engine/target/parse.h"

namespace jiheng::explain {
namespace {

using scoring::ComputedActual;
using scoring::Reading;
using scoring::TwoReadings;
using target::BareMeaning;

/// The place of a piece of a field.
base::Place place_of(const model::Field& field, const base::Span& span) {
  base::Place place = field.place;
  if (place.line == 0 || span.offset + std::size_t{span.length} > field.text.size()) return place;
  const std::string_view text = field.text;
  if (text.find('\n') != std::string_view::npos) return place;
  if (place.source && !place.source->sheet.empty()) return place;  // columns of a sheet are cells
  place.column += static_cast<int>(base::count_characters(text.substr(0, span.offset)));
  place.length = static_cast<int>(base::count_characters(text.substr(span.offset, span.length)));
  return place;
}

std::string_view in_words(BareMeaning bare) {
  switch (bare) {
    case BareMeaning::at_least:
      return "不低于";
    case BareMeaning::at_most:
      return "不超过";
    case BareMeaning::exactly:
      return "等于";
    case BareMeaning::undetermined:
      break;
  }
  return "（未定）";
}

class Findings {
 public:
  Findings(const Reading& reading, const model::Indicator& indicator, std::optional<int> year,
           const scoring::Context& context)
      : reading_(reading), indicator_(indicator), year_(year), context_(context) {}

  std::vector<diag::Diagnostic> take() {
    report_cell(reading_.target.problems, indicator_.target, false);
    if (reading_.computed.how != ComputedActual::How::printed) report_computed();
    if (reading_.computed.how != ComputedActual::How::computed)
      report_cell(reading_.actual.problems, indicator_.actual, true);
    report(reading_.verdict.remarks, indicator_.actual);
    if (reading_.verdict.bare_target) report_bare_target();
    return std::move(out_);
  }

 private:
  void report(const std::vector<target::Problem>& problems, const model::Field& field) {
    for (const target::Problem& p : problems) {
      if (p.id == "T101" || p.id == "T201") continue;
      out_.push_back({std::string(p.id), p.message, {}, {}, place_of(field, p.span)});
    }
  }

  /// 一 may have been read as a dash; the remarks are those of the text as it stands.
  void report_cell(const std::vector<target::Problem>& problems, const model::Field& field, bool actual) {
    if (base::without_white_space(field.text) != "一") {
      report(problems, field);
      return;
    }
    report(target::parse(field.text, {context_.units, context_.words, year_, actual, indicator_.level2.text})
               .problems,
           field);
  }

  /// What 计算数据 says of a name that is no number.
  std::string no_number(std::string_view name) const {
    for (const auto& [key, text] : indicator_.answers) {
      if (key.text == name) return fmt::format("（写的是“{}”，要一个不带单位的数）", text.text);
    }
    return {};
  }

  void report_computed() {
    const ComputedActual& computed = reading_.computed;
    const model::Computed& rule = *computed.rule;
    const std::string& name = indicator_.name.text;
    switch (computed.how) {
      case ComputedActual::How::printed:
        return;
      case ComputedActual::How::missing_data: {
        bool said = !indicator_.inputs.empty();
        std::string missing;
        for (const std::string_view m : computed.missing) {
          const std::string note = no_number(m);
          said = said || !note.empty();
          missing.append(missing.empty() ? "" : "、").append(m).append(note);
        }
        if (!indicator_.actual.empty() && !said) return;
        out_.push_back({"S112", fmt::format("“{}”要由数据计算，还缺：{}", name, missing),
                        fmt::format("方案规定 {} = {}。", rule.name, rule.formula.text()),
                        "在这一行的 计算数据 里补上。", indicator_.place});
        return;
      }
      case ComputedActual::How::no_value: {
        std::vector<std::string> figures;
        for (const base::Decimal& value : computed.data) figures.push_back(value.to_string());
        out_.push_back({"S112", fmt::format("“{}”算不出：{}", name, rule.formula.filled_in(figures)),
                        "算式除以 0，没有结果。", "检查 计算数据。", indicator_.place});
        return;
      }
      case ComputedActual::How::computed:
        if (!computed.disagrees) return;
        out_.push_back({"S113",
                        fmt::format("“{}”填的完成值是 {}，按数据算是 {}", name, indicator_.actual.text,
                                    scoring::value_text(computed)),
                        fmt::format("方案规定 {} = {}；得分按算出的值。", rule.name, rule.formula.text()),
                        "核对完成值和 计算数据。", indicator_.actual.place});
        return;
    }
  }

  void report_bare_target() {
    const BareMeaning bare = reading_.bare;
    const std::string& text = indicator_.target.text;
    const auto say = [&](std::string message, std::string why) {
      out_.push_back({"T201", std::move(message), std::move(why), "在目标值前面写上 ≥、≤ 或 =。",
                      indicator_.target.place});
    };
    if (reading_.if_met) {
      say(fmt::format("目标值“{}”没有比较号，方案当作“{}”，名称说的却相反", text, in_words(bare)),
          "两种读法结果不同，没有替您选。");
      return;
    }
    if (bare == BareMeaning::undetermined) {
      say(fmt::format("目标值“{}”没有比较号", text), "方案没有规定这样的目标是至少、至多还是正好。");
      return;
    }
    const auto& value = reading_.target.value;
    const bool zero = value && value->is_zero() && bare == BareMeaning::at_most;
    say(fmt::format("目标值“{}”没有比较号，{}当作“{}”", text, zero ? "" : "按方案", in_words(bare)),
        "没有比较号的数，是至少还是至多要由方案定。");
  }

  const Reading& reading_;
  const model::Indicator& indicator_;
  std::optional<int> year_;
  scoring::Context context_;
  std::vector<diag::Diagnostic> out_;
};

/// What the row itself says against the scheme's rule.
std::string second_reading(const TwoReadings& two, const Reading& reading,
                           const model::Indicator& indicator) {
  const std::string_view name = base::trimmed(indicator.name.text);
  const std::string_view second = in_words(two.second);
  switch (two.why) {
    case TwoReadings::Why::equal:
      return fmt::format("“{}”越少越好，按“{}”", name, second);
    case TwoReadings::Why::falls:
      return fmt::format("目标说的是“{}”，按“{}”", reading.target.head, second);
    case TwoReadings::Why::name:
      break;
  }
  return fmt::format("名称“{}”{}，按“{}”", name, two.second == BareMeaning::at_most ? "越少越好" : "越多越好",
                     second);
}

}  // namespace

std::string verdict_words(const Reading& reading, const model::Indicator& indicator) {
  if (reading.past_equal) return reading.verdict.why + "（“=”的目标，方案规定超过算达标）";
  if (!reading.two) return reading.verdict.why;
  const TwoReadings& two = *reading.two;
  const bool equal = two.why == TwoReadings::Why::equal;
  return fmt::format("{}“{}”，{}；{}，{}", equal ? "“=”的目标按" : "按方案的", in_words(two.first),
                     two.first_says, second_reading(two, reading, indicator), two.second_says);
}

std::vector<diag::Diagnostic> reading_findings(const Reading& reading, const model::Indicator& indicator,
                                               std::optional<int> year, const scoring::Context& context) {
  return Findings(reading, indicator, year, context).take();
}

}  // namespace jiheng::explain
