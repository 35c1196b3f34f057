#include "engine/app/wall.h"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

namespace jiheng::app {
namespace {

TEST(Wall, WhatIsThrownStaysWithTheFile) {
  int done = 0;
  EXPECT_FALSE(behind_wall("a.txt", [&] { ++done; }));
  EXPECT_EQ(done, 1);
  const auto fault = behind_wall("b.txt", [] { throw std::out_of_range("stoi"); });
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->id, "I138");
  EXPECT_EQ(fault->message, "读“b.txt”时程序出错，这份没有读");
  EXPECT_TRUE(behind_wall("c.txt", [] { throw std::bad_alloc(); }));
  EXPECT_TRUE(behind_wall("d.txt", [] { throw 1; }));
}

}  // namespace
}  // namespace jiheng::app
