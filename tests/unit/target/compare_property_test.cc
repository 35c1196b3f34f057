// What must hold of every verdict on amounts, tried on many drawn pairs. Draws are fixed: the same on every
// run.
#include <gtest/gtest.h>

#include <random>

#include "engine/target/compare.h"

namespace jiheng::target {
namespace {

using base::Decimal;

constexpr int kDraws = 20000;

class CompareProperty : public ::testing::Test {
 protected:
  CompareProperty() {
    units_.add({.name = "元", .dimension = "金额"});
    units_.add({.name = "亩", .dimension = "面积", .factor = 2000, .divisor = 3});
    units_.add({.name = "平方米", .dimension = "面积"});
  }

  int draw(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

  Op one_sided() {
    constexpr Op kOps[] = {Op::ge, Op::gt, Op::le, Op::lt};
    return kOps[draw(0, 3)];
  }

  /// A small number, so that equal ends are common.
  Predicate amount(Op op) {
    Predicate p;
    p.kind = Kind::quantity;
    p.op = op;
    p.value = Decimal::of(draw(-300, 300), draw(0, 2));
    p.unit = "元";
    p.scale = draw(0, 1) == 0 ? 1 : 10000;
    return p;
  }

  Predicate any() {
    constexpr Op kOps[] = {Op::ge, Op::gt, Op::le, Op::lt, Op::eq, Op::none};
    Predicate p = amount(kOps[draw(0, 5)]);
    if (draw(0, 4) == 0) {
      p.kind = Kind::range;
      p.op = Op::in;
      p.value2 = base::add(*p.value, Decimal::of(draw(0, 200), 1));
    }
    return p;
  }

  static Predicate moved(Predicate p, int steps) {
    p.value = base::add(*p.value, Decimal::of(steps, p.value->places()));
    return p;
  }

  static Predicate mirrored(Predicate p) {
    p.value = p.value->negated();
    if (p.value2) p.value2 = p.value2->negated();
    p.op = p.op == Op::ge   ? Op::le
           : p.op == Op::le ? Op::ge
           : p.op == Op::gt ? Op::lt
           : p.op == Op::lt ? Op::gt
                            : p.op;
    return p;
  }

  Status status(const Predicate& target, const Predicate& actual,
                BareMeaning bare = BareMeaning::exactly) const {
    const Verdict v = compare(target, actual, bare, units_, words_);
    EXPECT_FALSE(v.why.empty());
    return v.status;
  }

  static std::string shown(const Predicate& target, const Predicate& actual) {
    return std::string(to_string(target.op)) + target.value->to_string() + "*" +
           std::to_string(target.scale) + " | " + std::string(to_string(actual.op)) +
           actual.value->to_string() + "*" + std::to_string(actual.scale);
  }

  std::mt19937 random_{20230101};  // NOLINT: drawn alike on every run
  quantity::UnitTable units_;
  WordTable words_;
};

TEST_F(CompareProperty, MoreActualNeverTurnsMetIntoMissedUnderAFloor) {
  for (int i = 0; i < kDraws; ++i) {
    const Predicate target = amount(draw(0, 1) == 0 ? Op::ge : Op::gt);
    const Predicate actual = amount(Op::none);
    const Predicate more = moved(actual, draw(1, 50));
    if (status(target, actual) == Status::met) {
      ASSERT_EQ(status(target, more), Status::met)
          << shown(target, actual) << " then " << more.value->to_string();
    }
  }
}

TEST_F(CompareProperty, LessActualNeverTurnsMetIntoMissedUnderACeiling) {
  for (int i = 0; i < kDraws; ++i) {
    const Predicate target = amount(draw(0, 1) == 0 ? Op::le : Op::lt);
    const Predicate actual = amount(Op::none);
    const Predicate less = moved(actual, -draw(1, 50));
    if (status(target, actual) == Status::met) {
      ASSERT_EQ(status(target, less), Status::met)
          << shown(target, actual) << " then " << less.value->to_string();
    }
  }
}

TEST_F(CompareProperty, EveryTargetIsMetByItself) {
  for (int i = 0; i < kDraws; ++i) {
    const Predicate target = any();
    ASSERT_EQ(status(target, target), Status::met) << shown(target, target);
  }
}

TEST_F(CompareProperty, MirroringBothSidesChangesNothing) {
  for (int i = 0; i < kDraws; ++i) {
    const Predicate target = any();
    const Predicate actual = any();
    ASSERT_EQ(status(target, actual), status(mirrored(target), mirrored(actual))) << shown(target, actual);
  }
}

TEST_F(CompareProperty, LyingOutsideIsMutual) {
  for (int i = 0; i < kDraws; ++i) {
    const Predicate target = any();
    const Predicate actual = any();
    ASSERT_EQ(status(target, actual) == Status::missed, status(actual, target) == Status::missed)
        << shown(target, actual);
  }
}

TEST_F(CompareProperty, ANumberIsNeverUndetermined) {
  for (int i = 0; i < kDraws; ++i) {
    const Predicate target = any();
    const Predicate actual = amount(Op::none);
    ASSERT_NE(status(target, actual), Status::undetermined) << shown(target, actual);
  }
}

// 1亩 has no finite number of 平方米; 3n亩 are 2000n平方米 all the same.
TEST_F(CompareProperty, ConversionIsExact) {
  for (int n = 1; n < 2000; ++n) {
    Predicate target;
    target.kind = Kind::quantity;
    target.op = draw(0, 1) == 0 ? Op::ge : Op::le;
    target.value = 3 * n;
    target.unit = "亩";
    Predicate actual = target;
    actual.op = Op::none;
    actual.value = 2000 * n;
    actual.unit = "平方米";
    ASSERT_EQ(status(target, actual), Status::met);
    const int step = target.op == Op::ge ? -1 : 1;
    actual.value = base::add(*actual.value, Decimal::of(step, 20));
    ASSERT_EQ(status(target, actual), Status::missed);
  }
}

}  // namespace
}  // namespace jiheng::target
