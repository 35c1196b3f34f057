// Takes cells and columns, gives the best assignment that keeps the order: a table of weights filled cell by cell.
#include "engine/intake/tables/row_from_cells.h"

#include <algorithm>
#include <cmath>

#include "engine/intake/words/role_fit.h"

namespace jiheng::intake {
namespace {

constexpr double kUnused = -7;  ///< a cell that finds no column

/// What it costs to leave a column empty.
double left_empty(Role role, bool level1_filled) {
  switch (role) {
    case Role::name:
      return -9;
    case Role::target:
      return -4;
    case Role::level2:
      return level1_filled ? -4 : 0;
    case Role::actual:
    case Role::score:
      return -2;
    case Role::earlier:
      return -1;
    default:
      return 0;
  }
}

double weight(const FormWords& forms, const Piece& cell, const std::string& text, const Column& column) {
  constexpr double kUnderUnknown = 2;
  if (column.unknown) return column.at == cell.column ? kUnderUnknown : kUnused;
  const double fit = role_fit(forms, column.role, text);
  if (!column.at) return fit;
  const double away = std::abs(static_cast<double>(cell.column) - static_cast<double>(*column.at));
  if (away > 0) return fit - 0.3 * std::min(away, 4.0);
  // Right under a heading that says so, a level needs no known word.
  const bool level = column.role == Role::level1 || column.role == Role::level2;
  return (level && fit > -5 ? std::max(fit, -0.5) : fit) + 2;
}

}  // namespace

std::vector<std::optional<std::size_t>> row_from_cells(const FormWords& forms,
                                                       const std::vector<Piece>& cells,
                                                       const std::vector<Column>& columns) {
  constexpr double kNever = -1e9;
  const std::size_t n = cells.size();
  const std::size_t m = columns.size();
  // best[i][j][f]: cells before i placed, columns before j filled or left; f: a level 1 stands in this row.
  struct Step {
    double sum = kNever;
    std::size_t from = 0;
    int from_level = 0;
    char move = 0;
  };
  const auto index = [m](std::size_t i, std::size_t j, int f) {
    return (i * (m + 1) + j) * 2 + static_cast<std::size_t>(f);
  };
  std::vector<Step> best((n + 1) * (m + 1) * 2);
  best[index(0, 0, 0)].sum = 0;
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  for (const Piece& cell : cells) texts.push_back(squeezed(cell.text));
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) {
      for (int f = 0; f < 2; ++f) {
        const std::size_t here = index(i, j, f);
        const double sum = best[here].sum;
        if (sum <= kNever) continue;
        const auto go = [&](std::size_t to, double gain, char move) {
          if (sum + gain > best[to].sum) best[to] = {sum + gain, here, f, move};
        };
        if (i < n) go(index(i + 1, j, f), kUnused, 'u');
        if (j < m) go(index(i, j + 1, f), left_empty(columns[j].role, f == 1), 'e');
        if (i < n && j < m) {
          const int level = columns[j].role == Role::level1 ? 1 : f;
          go(index(i + 1, j + 1, level), weight(forms, cells[i], texts[i], columns[j]), 'p');
        }
      }
    }
  }
  std::vector<std::optional<std::size_t>> out(n);
  const std::size_t plain = index(n, m, 0);
  const std::size_t with_level = index(n, m, 1);
  std::size_t at = best[with_level].sum > best[plain].sum ? with_level : plain;
  while (best[at].move != 0) {
    const std::size_t i = at / 2 / (m + 1);
    const std::size_t j = at / 2 % (m + 1);
    if (best[at].move == 'p') out[i - 1] = j - 1;
    at = best[at].from;
  }
  return out;
}

}  // namespace jiheng::intake
