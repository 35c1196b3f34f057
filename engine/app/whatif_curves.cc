// Takes arguments of a what-if and scored cards. Finds the figures they name and asks whatif for curves. Leaves faces to
// report.
#include "engine/app/whatif_curves.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/app/whatif_paths.h"
#include "engine/base/text.h"
#include "engine/whatif/overlay/address.h"

namespace jiheng::app {
namespace {

using scoring::CardResult;
using whatif::Address;

/// A figure that can be turned, and its card.
struct Found {
  std::size_t card = 0;
  whatif::Dial dial;
};

class Figures {
 public:
  Figures(const std::vector<CardResult>& results, const scoring::Context& context)
      : results_(results), context_(context), cards_(cards_of(results)) {}

  diag::Result<Address> address(std::string_view text, const base::Place& place) const {
    return whatif::find_address(text, cards_, place);
  }

  diag::Result<Found> figure(std::string_view text, const base::Place& place) const {
    auto found = address(text, place);
    if (!found) return std::move(found.problems);
    if (found->what != Address::What::figure) {
      return diag::Diagnostic{
          "W121", fmt::format("“{}”不能变动：它是算出来的，或不是一个数", base::clipped(text, 80)),
          "能变动的是一个数或一天：目标值、完成值、预算的金额。",
          "写成“指标.完成”“指标.目标”或“预算.执行数”。", place};
    }
    const std::size_t card = found->cards.front();
    if (!results_[card].scored) return not_scored(card, place);
    auto dial = whatif::Dial::at(results_[card], found->spot, context_);
    if (!dial) {
      for (diag::Diagnostic& d : dial.problems) d.place = place;
      return std::move(dial.problems);
    }
    return Found{card, *std::move(dial)};
  }

 private:
  diag::Diagnostic not_scored(std::size_t card, const base::Place& place) const {
    return {"W125", fmt::format("{} 没有一个完成值，算不出分", cards_[card]->id),
            "只有目标的表没有得分，也就没有曲线。", "先用 --set 填上完成值。", place};
  }

  const std::vector<CardResult>& results_;
  scoring::Context context_;
  std::vector<const model::Scorecard*> cards_;
};

diag::Diagnostic several_cards(const base::Place& place) {
  return {"W126", "几个数不在同一张表上", "一次只能变动一张表上的数。", "选同一张表的指标，或分几次做。",
          place};
}

base::Place whole(const ArgumentText& source) {
  return {source, 1, 1, static_cast<int>(base::count_characters(source->text))};
}

/// What stands before and behind the “=”; `written` shows how it is done.
diag::Result<whatif::Setting> setting_of(const ArgumentText& text, const char* why, const char* written) {
  auto setting = whatif::split_setting(text);
  for (diag::Diagnostic& d : setting.problems) {
    d.why = why;
    d.fix = written;
  }
  return setting;
}

struct SweepAxis {
  Found figure;
  std::vector<base::Decimal> values;
  base::Place place;
};

diag::Result<SweepAxis> axis_of(const Figures& figures, const ArgumentText& text,
                                const scoring::Context& context) {
  auto setting = setting_of(text, "等号前面写变动哪里，后面写从多少到多少。",
                            "写成“指标.完成=100..300:10”，或列出各个值，如“指标.完成=100,150,180”。");
  if (!setting) return std::move(setting.problems);
  auto figure = figures.figure(setting->address, setting->address_place);
  if (!figure) return std::move(figure.problems);
  auto values = whatif::sweep_values(setting->value, figure->dial, context, setting->value_place);
  if (!values) return std::move(values.problems);
  return SweepAxis{*std::move(figure), *std::move(values), setting->value_place};
}

std::optional<std::size_t> row_of(const CardResult& scored, const whatif::Spot& spot) {
  for (std::size_t i = 0; i < scored.indicators.size(); ++i) {
    if (scored.indicators[i].id == spot.row) return i;
  }
  return std::nullopt;
}

}  // namespace

diag::Result<results::CardSweep> sweep_card(const std::vector<CardResult>& cards,
                                            std::span<const ArgumentText> sweeps,
                                            const scoring::Context& context) {
  const Figures figures(cards, context);
  std::vector<SweepAxis> axes;
  for (const ArgumentText& text : sweeps) {
    auto axis = axis_of(figures, text, context);
    if (!axis) return std::move(axis.problems);
    axes.push_back(*std::move(axis));
  }
  results::CardSweep swept;
  swept.card = &cards[axes[0].figure.card];
  if (axes.size() == 1) {
    swept.one = whatif::sweep(*swept.card, axes[0].figure.dial, axes[0].values, context);
    return swept;
  }
  if (axes[0].figure.card != axes[1].figure.card) return several_cards(axes[1].place);
  auto grid = whatif::sweep_grid(*swept.card, axes[0].figure.dial, axes[1].figure.dial, axes[0].values,
                                 axes[1].values, context, axes[1].place);
  if (!grid) return std::move(grid.problems);
  swept.two = *std::move(grid);
  return swept;
}

diag::Result<results::CardSolve> solve_card(const std::vector<CardResult>& cards, const ArgumentText& wanted,
                                            std::span<const ArgumentText> vary,
                                            const scoring::Context& context) {
  const Figures figures(cards, context);
  auto setting =
      setting_of(wanted, "等号前面写总分或指标.得分，后面写想要多少分。", "写成“总分=95”或“指标.得分=9.5”。");
  if (!setting) return std::move(setting.problems);
  std::vector<whatif::Dial> dials;
  std::size_t card = 0;
  for (const ArgumentText& text : vary) {
    auto figure = figures.figure(text->text, whole(text));
    if (!figure) return std::move(figure.problems);
    if (!dials.empty() && figure->card != card) return several_cards(whole(text));
    card = figure->card;
    dials.push_back(std::move(figure->dial));
  }
  const auto address = figures.address(setting->address, setting->address_place);
  if (!address) return address.problems;
  const bool total = address->what == Address::What::total;
  if (!total && address->what != Address::What::points) {
    return diag::Diagnostic{"W123", fmt::format("“{}”不是想要的分数", base::clipped(setting->address, 80)),
                            "能反推的是总分，或一项的得分。", "写成“总分=95”或“指标.得分=10”。",
                            setting->address_place};
  }
  if (std::find(address->cards.begin(), address->cards.end(), card) == address->cards.end())
    return several_cards(setting->address_place);
  results::CardSolve solved;
  solved.card = &cards[card];
  const auto row = total ? std::nullopt : row_of(*solved.card, address->spot);
  auto points = whatif::wanted_points(setting->value, *solved.card, row, setting->value_place);
  if (!points) return std::move(points.problems);
  const bool varied = !row || std::any_of(dials.begin(), dials.end(), [&](const whatif::Dial& d) {
    return !d.of_row() || row_of(*solved.card, d.spot()) == row;
  });
  if (!varied) {
    return diag::Diagnostic{"W123", fmt::format("变动的数影响不到“{}”", base::clipped(setting->address, 80)),
                            "一项的得分只随它自己的目标值和完成值变。",
                            "变动这一项的目标或完成，或反推总分。", setting->address_place};
  }
  if (dials.size() == 1) {
    solved.solve = whatif::solve(*solved.card, dials[0], {row, *points}, context);
    return solved;
  }
  auto together =
      whatif::solve_together(*solved.card, dials, {row, *points}, context, setting->address_place);
  if (!together) return std::move(together.problems);
  solved.solve = *std::move(together);
  return solved;
}

std::vector<results::CardSensitivity> sensitivity_of_cards(const std::vector<CardResult>& cards,
                                                           const scoring::Context& context) {
  std::vector<results::CardSensitivity> all;
  for (const CardResult& card : cards) {
    if (card.scored) all.push_back({&card, whatif::sensitivity(card, context)});
  }
  return all;
}

}  // namespace jiheng::app
