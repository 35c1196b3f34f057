// The generator against the known answers its authors publish, and the draws against the same definition written in
// Python (big integers).
#include "engine/whatif/draws/draws.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace jiheng::whatif {
namespace {

TEST(Draws, PhiloxGivesItsKnownAnswers) {  // Random123, kat_vectors, philox4x32 10
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Draws, BitsAreTheWordsOfTheirCounter) {
  const std::uint64_t stream = (std::uint64_t{3} << 32U) | 5;
  EXPECT_EQ(draw_bits(2024, stream, 0), 0x4dc27a806910d6f6U);
  EXPECT_EQ(draw_bits(2024, stream, 1), 0x2eae37f103f79eecU);
  EXPECT_EQ(draw_bits(2024, stream, 2), 0xfe6b813903336a58U);
  EXPECT_EQ(draw_bits(2024, stream, 7), 0x596aa116ff81b917U);
  EXPECT_EQ(draw_bits(2024, stream, (std::uint64_t{1} << 40U) + 1), 0x8b41ccc7e3f25b90U);
}

TEST(Draws, StepsAreTheUpperBits) {
  const std::uint64_t stream = (std::uint64_t{3} << 32U) | 5;
  std::vector<std::uint32_t> steps(12);
  draw_steps(2024, stream, 0, 21, steps);
  EXPECT_EQ(steps, (std::vector<std::uint32_t>{6, 3, 20, 12, 4, 17, 20, 7, 2, 0, 2, 11}));
  std::vector<std::uint32_t> rest(7);  // from anywhere, of any length
  draw_steps(2024, stream, 4, 21, rest);
  EXPECT_TRUE(std::equal(rest.begin(), rest.end(), steps.begin() + 4));
}

TEST(Draws, EveryStepIsAsLikely) {
  std::vector<std::uint32_t> steps(210000);
  draw_steps(1, 1, 0, 21, steps);
  std::vector<int> counts(21);
  for (const std::uint32_t s : steps) ++counts.at(s);
  double chi_squared = 0;
  for (const int c : counts) chi_squared += (c - 10000.0) * (c - 10000.0) / 10000.0;
  EXPECT_LT(chi_squared, 45.3);  // 20 degrees of freedom: 1 in 1000
  std::vector<std::uint32_t> one(100);
  draw_steps(1, 1, 0, 1, one);
  EXPECT_EQ(std::count(one.begin(), one.end(), 0U), 100);
}

}  // namespace
}  // namespace jiheng::whatif
