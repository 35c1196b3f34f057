#include "engine/base/parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <vector>

namespace jiheng::base {
namespace {

/// The numbers below `count`, one after another; the squares of the first `wanted` of them, in the order they were given.
struct Stream {
  explicit Stream(int pieces) : count(pieces) {}

  std::vector<int> squares(unsigned threads, std::size_t wanted) {
    std::vector<int> given;
    work_in_order<int>(
        threads, [this] { return next(); },
        [](int& number, unsigned) {
          // Pieces take longer and shorter, so that later ones are done first.
          std::this_thread::sleep_for(std::chrono::microseconds(number % 7 == 0 ? 300 : 10));
          number *= number;
        },
        [&](int square) {
          given.push_back(square);
          --at_hand;
          return given.size() < wanted;
        });
    return given;
  }

  std::optional<int> next() {
    EXPECT_FALSE(reading.exchange(true)) << "two threads read at once";
    most_at_hand = std::max(most_at_hand, at_hand.load() + 1);
    const std::optional<int> number = taken < count ? std::optional<int>(taken++) : std::nullopt;
    if (number) ++at_hand;
    reading = false;
    return number;
  }

  int count;
  int taken = 0;
  int most_at_hand = 0;
  std::atomic<int> at_hand = 0;
  std::atomic<bool> reading = false;
};

TEST(WorkInOrder, GivesEachPieceOnceInItsOrder) {
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    Stream stream(500);
    const std::vector<int> squares = stream.squares(threads, 1000);
    ASSERT_EQ(squares.size(), 500U) << threads;
    for (int i = 0; i < 500; ++i) ASSERT_EQ(squares[static_cast<std::size_t>(i)], i * i) << threads;
    EXPECT_LE(stream.most_at_hand, static_cast<int>(threads * kPiecesAThread)) << threads;
  }
}

TEST(WorkInOrder, StopsWhereNoMoreAreWanted) {
  for (const unsigned threads : {1U, 4U}) {
    Stream stream(100'000);
    EXPECT_EQ(stream.squares(threads, 10).size(), 10U) << threads;
    EXPECT_LE(stream.taken, 10 + static_cast<int>(threads * kPiecesAThread)) << threads;
  }
}

TEST(WorkInOrder, OfNothingIsNothing) {
  for (const unsigned threads : {1U, 4U}) EXPECT_TRUE(Stream(0).squares(threads, 10).empty());
}

}  // namespace
}  // namespace jiheng::base
