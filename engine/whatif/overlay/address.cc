// Takes the text of an address and the cards, gives the one figure it names or says why there is none. Leaves changing
// it to overlay.cc.
#include "engine/whatif/overlay/address.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "engine/base/near_word.h"
#include "engine/base/squeezed.h"
#include "engine/base/text.h"
#include "engine/whatif/overlay/fields.h"

namespace jiheng::whatif {
namespace {

using AddressOf = Address::What;

constexpr std::size_t kShownCandidates = 8;
/// "a" or a"b as """a"""; anything else as it is.
std::optional<std::string> unquoted(std::string_view text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
  std::string out;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '"' && (++i + 1 >= text.size() || text[i] != '"')) return std::nullopt;
    out += text[i];
  }
  return out;
}

struct RowSite {
  std::size_t card;
  model::RowId row;
  bool operator==(const RowSite&) const = default;
};

const model::Indicator& row_at(const RowSite& site, Cards cards) {
  return row_of(*cards[site.card], site.row);
}

/// 年度目标1, 产出指标, 数量指标: what stands above the name, as far as the form has it.
std::vector<std::string> levels_above(const RowSite& site, Cards cards) {
  const model::Indicator& row = row_at(site, cards);
  std::vector<std::string> levels;
  for (const model::Field* field :
       {&section_of(*cards[site.card], site.row).title, &row.level1, &row.level2}) {
    std::string level = base::squeezed(field->text);
    if (!level.empty()) levels.push_back(std::move(level));
  }
  return levels;
}

std::string path_of(const RowSite& site, Cards cards) {
  std::string path;
  for (const std::string& level : levels_above(site, cards)) path += level + "/";
  return path + base::squeezed(row_at(site, cards).name.text);
}

/// The path as printed, on one line.
std::string shown_path_of(const RowSite& site, Cards cards) {
  const model::Indicator& row = row_at(site, cards);
  std::string path;
  for (const model::Field* field :
       {&section_of(*cards[site.card], site.row).title, &row.level1, &row.level2, &row.name}) {
    const std::string part = base::printable(base::trimmed(field->text));
    if (!part.empty()) path += (path.empty() ? "" : "/") + part;
  }
  return path;
}

/// Whether `wanted` is the row's name with none, some or all of the levels above it, in their order.
bool is_path_of(std::string_view wanted, const RowSite& site, Cards cards) {
  const std::string name = base::squeezed(row_at(site, cards).name.text);
  if (!wanted.ends_with(name)) return false;
  wanted.remove_suffix(name.size());
  if (wanted.empty()) return true;
  for (const std::string& level : levels_above(site, cards)) {
    if (wanted.size() > level.size() && wanted.starts_with(level) && wanted[level.size()] == '/') {
      wanted.remove_prefix(level.size() + 1);
    }
  }
  return wanted.empty();
}

template <class Take>
void each_row(Cards cards, std::size_t card, const Take& take) {
  for (std::size_t s = 0; s < cards[card]->sections.size(); ++s) {
    for (std::size_t r = 0; r < cards[card]->sections[s].indicators.size(); ++r) take(RowSite{card, {s, r}});
  }
}

/// 1 for the first row of the form.
std::size_t number_of(const RowSite& site, Cards cards) {
  std::size_t before = 0;
  for (std::size_t s = 0; s < site.row.section; ++s)
    before += cards[site.card]->sections[s].indicators.size();
  return before + site.row.index + 1;
}

std::optional<std::size_t> row_number(std::string_view name) {
  std::size_t number = 0;
  if (!name.starts_with('#')) return std::nullopt;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

/// A text cut at its card and its field; all squeezed.
struct Parts {
  std::vector<std::size_t> cards;  ///< named; all where none is
  bool card_named = false;
  std::string name;
  bool quoted = false;
  const Field* field = nullptr;  ///< nullptr: none
};

Parts parts_of(std::string name, Cards cards) {
  Parts parts;
  if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) {
    const std::string_view word = std::string_view(name).substr(dot + 1);
    const std::string_view before = std::string_view(name).substr(0, dot);
    const bool budget = before == kBudget || before.ends_with(fmt::format(":{}", kBudget));
    parts.field = budget ? find_field(budget_fields(), word) : find_field(row_fields(), word);
    if (parts.field != nullptr) name.resize(dot);
  }
  std::size_t named = 0;  // bytes of the card's name with its colon
  for (std::size_t c = 0; c < cards.size(); ++c) {
    for (const std::string_view of_card :
         {std::string_view(cards[c]->id), std::string_view(cards[c]->title.text)}) {
      const std::string word = base::squeezed(of_card) + ":";
      if (word.size() == 1 || word.size() < named || !name.starts_with(word)) continue;
      if (word.size() > named) parts.cards.clear();
      named = word.size();
      if (parts.cards.empty() || parts.cards.back() != c) parts.cards.push_back(c);
    }
  }
  parts.card_named = named > 0;
  name.erase(0, named);
  if (!parts.card_named) {
    for (std::size_t c = 0; c < cards.size(); ++c) parts.cards.push_back(c);
  }
  std::optional<std::string> inside = unquoted(name);
  parts.quoted = inside.has_value();
  parts.name = std::move(inside).value_or(name);
  return parts;
}

std::vector<RowSite> rows_named(const Parts& parts, Cards cards) {
  std::vector<RowSite> rows;
  const auto number = parts.quoted ? std::nullopt : row_number(parts.name);
  for (const std::size_t card : parts.cards) {
    each_row(cards, card, [&](const RowSite& site) {
      const bool meant = number ? number_of(site, cards) == *number : is_path_of(parts.name, site, cards);
      if (meant) rows.push_back(site);
    });
  }
  return rows;
}

/// What the card is called before a colon: its id, or its title where another card has the same id.
std::string card_word(std::size_t card, Cards cards) {
  const auto same = std::count_if(cards.begin(), cards.end(), [&](const model::Scorecard* other) {
    return other->id == cards[card]->id;
  });
  const std::string title = base::printable(cards[card]->title.text);
  return (same == 1 || title.empty() ? cards[card]->id : title) + ":";
}

std::string field_word(const Address& address) {
  if (address.what == AddressOf::points) return "";
  for (const std::span<const Field> fields : {row_fields(), budget_fields()}) {
    for (const Field& field : fields) {
      if (field.figure == address.spot.what) return fmt::format(".{}", field.word);
    }
  }
  return "";
}

Address address_of(const RowSite& site, const Field* field) {
  const bool figure = field != nullptr && field->figure;
  return {figure ? AddressOf::figure : AddressOf::points,
          {site.card},
          {figure ? *field->figure : Spot::What::actual, site.row}};
}

/// "受理案件数.完成、培训人数.完成 等 9 处".
std::string listed_addresses(const std::vector<Address>& addresses, Cards cards) {
  std::string out;
  for (std::size_t i = 0; i < std::min(addresses.size(), kShownCandidates); ++i) {
    out += fmt::format("“{}”", to_text(addresses[i], cards));
  }
  if (addresses.size() > kShownCandidates) out += fmt::format("等 {} 处", addresses.size());
  return out;
}

diag::Diagnostic ambiguous(std::string_view text, const std::vector<Address>& found, Cards cards,
                           const base::Place& place) {
  return {"W103", fmt::format("“{}”有 {} 处", text, found.size()), "不知道改的是哪一处，就不改。",
          fmt::format("写全：{}。", listed_addresses(found, cards)), place};
}

/// Rows whose names hold the wanted one, or the one that is nearly it.
std::vector<Address> like(const Parts& parts, Cards cards) {
  std::vector<Address> found;
  std::vector<std::string> names;
  std::vector<RowSite> sites;
  for (const std::size_t card : parts.cards) {
    each_row(cards, card, [&](const RowSite& site) {
      names.push_back(base::squeezed(row_at(site, cards).name.text));
      sites.push_back(site);
      if (!parts.name.empty() && names.back().find(parts.name) != std::string::npos) {
        found.push_back(address_of(site, parts.field));
      }
    });
  }
  if (!found.empty()) return found;
  const std::string last = parts.name.substr(parts.name.rfind('/') + 1);
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view near = base::near_word(last, views);
  if (near.empty()) return found;
  const auto at = std::find(views.begin(), views.end(), near) - views.begin();
  return {address_of(sites[static_cast<std::size_t>(at)], parts.field)};
}

diag::Diagnostic unknown(std::string_view text, const Parts& parts, Cards cards, const base::Place& place) {
  const std::vector<Address> candidates = like(parts, cards);
  if (!candidates.empty()) {
    return {"W102", fmt::format("表上没有“{}”", text), "名称要与表上的三级指标一样，空格和全角半角不论。",
            fmt::format("是不是想写{}？", listed_addresses(candidates, cards)), place};
  }
  const std::size_t colon = parts.name.find(':');
  std::vector<std::string_view> ids;
  for (const model::Scorecard* card : cards) ids.push_back(card->id);
  if (!parts.card_named && colon != std::string::npos && colon > 0) {
    const std::string card = parts.name.substr(0, colon);
    const std::string_view near = base::near_word(card, ids);
    return {"W102", fmt::format("没有编号或项目名称是“{}”的表", card), "冒号前面是表的编号或项目名称。",
            near.empty() ? "用 jiheng score 看各表的编号。" : fmt::format("是不是想写“{}”？", near), place};
  }
  return {"W102", fmt::format("表上没有“{}”", text), "名称要与表上的三级指标一样，空格和全角半角不论。",
          "用 jiheng score 看表上有哪些指标；预算写“预算.执行数”，方案写“方案”。", place};
}

diag::Result<Address> whole_cards(AddressOf what, const Parts& parts) {
  Address address;
  address.what = what;
  address.cards = parts.cards;
  return address;
}

diag::Result<Address> budget_amount(std::string_view text, const Parts& parts, Cards cards,
                                    const base::Place& place) {
  Address address;
  address.spot.what = *parts.field->figure;
  if (parts.cards.size() > 1) {
    std::vector<Address> all;
    for (const std::size_t card : parts.cards) {
      address.cards = {card};
      all.push_back(address);
    }
    return ambiguous(text, all, cards, place);
  }
  address.cards = parts.cards;
  return address;
}

}  // namespace

diag::Result<Address> find_address(std::string_view text, Cards cards, const base::Place& place) {
  const std::string shown = base::clipped(base::printable(base::trimmed(text)), 80);
  const Parts parts = parts_of(base::squeezed(text), cards);
  if (!parts.quoted && parts.field == nullptr) {
    if (parts.name == kScheme) return whole_cards(AddressOf::scheme, parts);
    if (parts.name == kTotal) return whole_cards(AddressOf::total, parts);
    if (parts.name == kBudget) {
      return diag::Diagnostic{
          "W102", "“预算”没有写明是哪个数", "",
          "写成“预算.执行数”“预算.预算数”“预算.年初预算数”“预算.调整预算数”或“预算.批复数”。", place};
    }
  }
  if (!parts.quoted && parts.name == kBudget) return budget_amount(shown, parts, cards, place);
  const std::vector<RowSite> rows = rows_named(parts, cards);
  if (rows.size() == 1) return address_of(rows.front(), parts.field);
  if (rows.empty()) return unknown(shown, parts, cards, place);
  std::vector<Address> found;
  found.reserve(rows.size());
  for (const RowSite& site : rows) found.push_back(address_of(site, parts.field));
  return ambiguous(shown, found, cards, place);
}

std::string to_text(const Address& address, Cards cards) {
  const bool all = address.cards.size() == cards.size();
  const std::string card = all || address.cards.empty() ? "" : card_word(address.cards.front(), cards);
  if (address.what == AddressOf::total) return fmt::format("{}{}", card, kTotal);
  if (address.what == AddressOf::scheme) return fmt::format("{}{}", card, kScheme);
  if (address.what == AddressOf::figure &&
      find_field(budget_fields(), field_word(address).substr(1)) != nullptr) {
    return fmt::format("{}{}{}", card, kBudget, field_word(address));
  }
  const RowSite site{address.cards.front(), address.spot.row};
  const std::string path = path_of(site, cards);
  std::size_t same = 0;
  each_row(cards, site.card, [&](const RowSite& other) { same += is_path_of(path, other, cards) ? 1 : 0; });
  std::string text = fmt::format("{}{}{}", card, shown_path_of(site, cards), field_word(address));
  const bool plain = path.find_first_of("\"=#") == std::string::npos;
  const Parts back = parts_of(base::squeezed(text), cards);
  if (same == 1 && plain && back.name == path) return text;
  return fmt::format("{}#{}{}", card, number_of(site, cards), field_word(address));
}

}  // namespace jiheng::whatif
