// Takes lines and texts, gives cells and what they say. Of what stands in them it knows numbers and years.
#include "engine/bulk/cells.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "engine/base/csv_cell.h"
#include "engine/model/sound_card.h"
#include "engine/quantity/bounds.h"

namespace jiheng::bulk {

std::size_t split_unquoted(std::string_view line, char separator, std::span<std::string_view> cells) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kLow = 0x7F * kOnes;
  const std::uint64_t wanted = static_cast<unsigned char>(separator) * kOnes;
  std::size_t count = 0;
  const char* begin = line.data();
  const auto end_at = [&](const char* end) {
    if (count < cells.size()) cells[count] = {begin, static_cast<std::size_t>(end - begin)};
    ++count;
    begin = end + 1;
  };
  const char* at = line.data();
  const char* const end = at + line.size();
#ifdef __SSE2__
  const __m128i separators = _mm_set1_epi8(separator);
  for (; end - at >= static_cast<std::ptrdiff_t>(sizeof separators); at += sizeof separators) {
    __m128i sixteen;
    std::memcpy(&sixteen, at, sizeof sixteen);
    auto hits = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(sixteen, separators)));
    for (; hits != 0; hits &= hits - 1) end_at(at + std::countr_zero(hits));
  }
#endif
  if constexpr (std::endian::native == std::endian::little) {
    for (; end - at >= static_cast<std::ptrdiff_t>(sizeof(std::uint64_t)); at += sizeof(std::uint64_t)) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, at, sizeof eight);
      eight ^= wanted;  // a separator is a byte 0 now; its high bit is set below, that of all others is not
      std::uint64_t hits = ~(((eight & kLow) + kLow) | eight | kLow);
      for (; hits != 0; hits &= hits - 1) end_at(at + std::countr_zero(hits) / 8);
    }
  }
  for (; at < end; ++at) {
    if (*at == separator) end_at(at);
  }
  end_at(end);
  return count;
}

bool split(std::string_view line, char separator, std::vector<std::string_view>& cells) {
  std::size_t at = 0;
  while (true) {
    std::size_t end;
    if (at < line.size() && line[at] == '"') {
      end = at + 1;
      while (true) {
        end = line.find('"', end);
        if (end == std::string_view::npos) return false;
        ++end;
        if (end == line.size() || line[end] != '"') break;
        ++end;
      }
      if (end < line.size() && line[end] != separator) return false;
    } else {
      end = std::min(line.find(separator, at), line.size());
    }
    cells.push_back(line.substr(at, end - at));
    if (end == line.size()) return true;
    at = end + 1;
  }
}

std::string_view text_of(std::string_view cell, std::string& scratch) {
  if (!cell.empty() && cell.front() == '"') {
    cell = cell.substr(1, cell.size() - 2);
    if (cell.find('"') != std::string_view::npos) {
      scratch.clear();
      for (std::size_t i = 0; i < cell.size(); ++i) {
        scratch += cell[i];
        if (cell[i] == '"') ++i;
      }
      cell = scratch;
    }
  }
  if (cell.size() > 1 && cell.front() == '\'' &&
      base::kRunsInSpreadsheets.find(cell[1]) != std::string_view::npos)
    cell.remove_prefix(1);
  return cell;
}

std::optional<base::Decimal> number_of(std::string_view text) {
  auto value = base::Decimal::parse(text);
  if (value && !quantity::in_bounds(*value)) value.reset();
  return value;
}

std::optional<int> year_of(std::string_view text) {
  constexpr std::string_view kYear = "年";
  if (text.ends_with(kYear)) text.remove_suffix(kYear.size());
  const auto value = base::Decimal::parse(text);
  if (!value || value->places() != 0 || *value < base::Decimal(model::kFirstYear) ||
      *value > base::Decimal(model::kLastYear))
    return std::nullopt;
  return static_cast<int>(value->coefficient());
}

}  // namespace jiheng::bulk
