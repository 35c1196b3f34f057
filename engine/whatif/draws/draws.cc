// Takes counters, gives bits and steps. Which value a step stands for is uncertainty.cc's.
#include "engine/whatif/draws/draws.h"

#include <cassert>
#include <cstddef>

#include "engine/base/decimal.h"

namespace jiheng::whatif {
namespace {

constexpr std::uint64_t kMultiplier0 = 0xD2511F53;
constexpr std::uint64_t kMultiplier1 = 0xCD9E8D57;
constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
constexpr int kRounds = 10;

std::uint32_t low(std::uint64_t v) { return static_cast<std::uint32_t>(v); }
std::uint32_t high(std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32U); }

/// The counter of two draws.
PhiloxCounter counter_of(std::uint64_t stream, std::uint64_t pair) {
  return {low(pair), high(pair), low(stream), high(stream)};
}

std::uint64_t joined(std::uint32_t first, std::uint32_t second) {
  return first | std::uint64_t{second} << 32U;
}

std::uint32_t step_among(std::uint64_t bits, std::uint32_t count) {
  return static_cast<std::uint32_t>(static_cast<base::Int128>(bits) * count >> 64);
}

}  // namespace

PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key) {
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t product0 = kMultiplier0 * counter[0];
    const std::uint64_t product1 = kMultiplier1 * counter[2];
    counter = {high(product1) ^ counter[1] ^ key[0], low(product1), high(product0) ^ counter[3] ^ key[1],
               low(product0)};
    key = {key[0] + kWeyl0, key[1] + kWeyl1};
  }
  return counter;
}

std::uint64_t draw_bits(std::uint64_t seed, std::uint64_t stream, std::uint64_t draw) {
  const PhiloxCounter words = philox(counter_of(stream, draw / 2), {low(seed), high(seed)});
  return draw % 2 == 0 ? joined(words[0], words[1]) : joined(words[2], words[3]);
}

void draw_steps(std::uint64_t seed, std::uint64_t stream, std::uint64_t first, std::uint32_t count,
                std::span<std::uint32_t> steps) {
  assert(first % 2 == 0 && count > 0);
  const PhiloxKey key = {low(seed), high(seed)};
  for (std::size_t i = 0; i < steps.size(); i += 2) {
    const PhiloxCounter words = philox(counter_of(stream, (first + i) / 2), key);
    steps[i] = step_among(joined(words[0], words[1]), count);
    if (i + 1 < steps.size()) steps[i + 1] = step_among(joined(words[2], words[3]), count);
  }
}

}  // namespace jiheng::whatif
