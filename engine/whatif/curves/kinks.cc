// Takes the turns of a curve. Gives each a name in the scheme's own words. Leaves the page to report.
#include "engine/whatif/curves/kinks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

namespace jiheng::whatif {
namespace {

using base::Decimal;
using scoring::ClausePiece;

/// Which step of a clause: " [80%,90%)"; empty where its shape has none.
struct StepWords {
  std::size_t step;
  std::string operator()(const model::ByFormula&) const { return {}; }
  std::string operator()(const model::BySteps& by) const { return " " + by.steps[step].first.text; }
  std::string operator()(const model::ByDeduction&) const { return {}; }
  std::string operator()(const model::ByConditions&) const { return {}; }
  std::string operator()(const model::ByTiers&) const { return {}; }
  std::string operator()(const model::ByCutPoints& by) const { return " “" + by.shares[step].first + "”档"; }
  std::string operator()(const model::ByStandard&) const { return " 第 " + std::to_string(step + 1) + " 条"; }
};

/// "H3 重点支出安排率 [80%,90%)", "H1 …，扣 2 档".
std::string state_text(const RowState& row) {
  if (row.clause == nullptr) return "待核";
  std::string text = row.clause->id + (row.clause->name.empty() ? "" : " " + row.clause->name);
  if (row.piece.step >= 0)
    text += std::visit(StepWords{static_cast<std::size_t>(row.piece.step)}, row.clause->points);
  if (row.piece.units && row.piece.units->sign() > 0)
    text += fmt::format("，扣 {} 档", row.piece.units->trimmed().to_string());
  if (!row.score.exact()) return text + "，待核";
  if (row.piece.end == ClausePiece::End::full) text += "，满分";
  if (row.piece.end == ClausePiece::End::nothing) text += "，0 分";
  return text;
}

/// What happens from one side to the other; empty: nothing.
std::string what_happens(const RowState& a, const RowState& b) {
  const auto open = [](const RowState& row) { return row.clause == nullptr || !row.score.exact(); };
  if (open(a) != open(b)) return open(b) ? "变为待核" : "不再待核";
  if (a.clause != b.clause) return "换条款";
  if (a.piece.step != b.piece.step) return "换档";
  if (a.piece.units != b.piece.units) return "扣分换档";
  if (b.piece.end != a.piece.end) {
    if (b.piece.end == ClausePiece::End::full) return "到满分";
    if (b.piece.end == ClausePiece::End::nothing) return "到 0 分";
    return a.piece.end == ClausePiece::End::full ? "离开满分" : "离开 0 分";
  }
  if (a.status != b.status)
    return fmt::format("{}→{}", target::to_chinese(a.status), target::to_chinese(b.status));
  return {};
}

std::string_view execution_text(ClausePiece::End end) {
  return end == ClausePiece::End::full      ? "预算执行满分"
         : end == ClausePiece::End::nothing ? "预算执行 0 分"
                                            : "预算执行按执行率";
}

std::string cap_text(const std::optional<Decimal>& cap) {
  return cap ? fmt::format("总分不超过 {}", cap->trimmed().to_string()) : "总分不封顶";
}

/// Whether the total is nearer to b's than to a's.
bool nearer(const Point& p, const Point& b, const Point& a) {
  const auto distance = [&p](const Point& other) {
    return std::abs(p.total.low.to_double() - other.total.low.to_double()) +
           std::abs(p.total.high.to_double() - other.total.high.to_double());
  };
  return distance(b) < distance(a);
}

void put_kinks_between(const Trials& trials, const Point& a, const Point& b, Kink kink,
                       std::vector<Kink>& kinks) {
  const std::size_t had = kinks.size();
  const auto put = [&](std::string row, std::string before, std::string after, std::string what) {
    kink.row = std::move(row);
    kink.before = std::move(before);
    kink.after = std::move(after);
    kink.what = std::move(what);
    kinks.push_back(kink);
  };
  const scoring::CardResult& scored = trials.scored();
  const auto name_of = [&](std::size_t i) {
    return row_of(*scored.card, scored.indicators[trials.rows()[i]].id).name.text;
  };
  for (std::size_t i = 0; i < a.rows.size(); ++i) {
    std::string what = what_happens(a.rows[i], b.rows[i]);
    if (!what.empty()) put(name_of(i), state_text(a.rows[i]), state_text(b.rows[i]), std::move(what));
  }
  if (a.execution_end != b.execution_end)
    put("预算执行", std::string(execution_text(a.execution_end)),
        std::string(execution_text(b.execution_end)),
        b.execution_end == ClausePiece::End::full ? "到满分" : "离开满分");
  if (a.cap != b.cap) put("总分", cap_text(a.cap), cap_text(b.cap), "总分上限");
  if (a.readable != b.readable) put("", "", "", b.readable ? "写得出" : "写不出");
  if (kinks.size() > had) return;
  const std::string side = a.rows.empty() ? "" : state_text(a.rows[0]);
  put(a.rows.empty() ? "总分" : name_of(0), side, side, "跳变");
}

}  // namespace

std::vector<Kink> kinks_of(const Curve& curve, const Trials& trials) {
  std::vector<Kink> kinks;
  for (const Turn& turn : curve.turns()) {
    const Point& a = curve.looked().at(turn.before);
    const Point& b = curve.looked().at(turn.after);
    const bool by_piece = !same_piece(a, b);
    const End place = curve.place_behind(
        turn.before, [&](const Point& p) { return same_piece(p, b) && (by_piece || nearer(p, b, a)); });
    put_kinks_between(trials, a, b, {place, {}, {}, {}, {}, a.total, b.total}, kinks);
  }
  return kinks;
}

}  // namespace jiheng::whatif
