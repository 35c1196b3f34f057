// Takes figures of a simulation, gives their texts.
#include "engine/report/texts/simulation_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/whatif/overlay/address.h"

namespace jiheng::report {

const base::Decimal& quantile_of(const whatif::Distribution& distribution, int percent) {
  return std::find_if(distribution.quantiles.begin(), distribution.quantiles.end(),
                      [&](const whatif::Quantile& q) { return q.percent == percent; })
      ->value;
}

std::string both_text(const base::Decimal& low, const base::Decimal& high) {
  return low == high ? low.to_string() : low.to_string() + "-" + high.to_string();
}

std::string quantile_text(const whatif::CardSimulation& card, int percent) {
  return both_text(quantile_of(card.low, percent), quantile_of(card.high, percent));
}

std::string path_of(const whatif::Driver& driver, const whatif::CardSimulation& card) {
  const model::Scorecard* const cards[] = {card.card};
  whatif::Address address;
  address.cards = {0};
  address.spot = driver.spot;
  return whatif::to_text(address, cards);
}

std::string name_of(const whatif::Driver& driver, const whatif::CardSimulation& card) {
  if (driver.spot.what != whatif::Spot::What::actual) return path_of(driver, card);
  return row_of(*card.card, driver.spot.row).name.text;
}

std::string chance_text(std::uint64_t low, std::uint64_t high, std::uint64_t draws) {
  const auto [least, most] = std::minmax(low, high);
  const std::string from = whatif::percent_of(least, draws).to_string() + "%";
  return least == most ? from : from + "-" + whatif::percent_of(most, draws).to_string() + "%";
}

std::string title_of(const whatif::CardSimulation& card) {
  const std::string year = card.card->year ? fmt::format("（{} 年度）", *card.card->year) : std::string();
  return fmt::format("{} {}{}", card.card->id, card.card->title.text, year);
}

}  // namespace jiheng::report
