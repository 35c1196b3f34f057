// Numbers and intervals of schemes: what each text means, and what is refused.
#include "engine/rulebook/scheme_intervals.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jiheng::rulebook {
namespace {

/// "0.8 .. 0.9)": low, high, with a bracket at a closed end.
std::string dump(std::string_view text) {
  const auto i = interval_from_text(text);
  if (!i) return "refused";
  std::string out = i->low_closed ? "[" : "(";
  out += i->low ? i->low->trimmed().to_string() : "-";
  out += ",";
  out += i->high ? i->high->trimmed().to_string() : "-";
  return out + (i->high_closed ? "]" : ")");
}

TEST(Amounts, UnitsBehindTheNumber) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"2分", "2"},    {"0.5", "0.5"},    {"130%", "1.3"},  {"1个百分点", "0.01"}, {"5百分点", "0.05"},
      {"3‰", "0.003"}, {"８０％", "0.8"}, {" 40 分", "40"}, {"-4.40", "-4.4"}};
  for (const auto& [text, value] : cases) {
    const auto amount = amount_from_text(text);
    ASSERT_TRUE(amount) << text;
    EXPECT_EQ(amount->trimmed().to_string(), value) << text;
  }
  for (const char* text : {"", "分", "%", "两分", "1,000", "5%%", "1.2.3", "1e3"}) {
    EXPECT_FALSE(amount_from_text(text)) << text;
  }
}

/// The id of what is said about a value of a scheme; empty: it is taken.
std::string refused_value(const std::string& text, bool interval) {
  Problems problems;
  YamlNode node;
  node.text = text;
  const bool taken = interval ? interval_of(text, {}, problems).has_value()
                              : amount_of(&node, "扣", "1分", problems).has_value();
  EXPECT_EQ(taken, problems.empty()) << text;
  return problems.empty() ? std::string() : problems.front().id;
}

TEST(Amounts, NoMoreThanEighteenDigitsOnEitherSideOfThePoint) {
  const std::string digits = "123456789012345678";
  EXPECT_EQ(refused_value(digits + "分", false), "");
  EXPECT_EQ(refused_value(digits + "9分", false), "L202");
  EXPECT_EQ(refused_value("0." + digits, false), "");
  EXPECT_EQ(refused_value("0." + digits + "9", false), "L202");
  EXPECT_EQ(refused_value(std::string(40, '9') + "分", false), "L202");
  EXPECT_EQ(refused_value("两分", false), "L201");
  EXPECT_EQ(refused_value("[0," + digits + "]", true), "");
  EXPECT_EQ(refused_value("[0," + digits + "9]", true), "L202");
  EXPECT_EQ(refused_value("≥-" + digits + "9", true), "L202");
}

TEST(Intervals, EndsAsWritten) {
  EXPECT_EQ(dump("[80%,90%)"), "[0.8,0.9)");
  EXPECT_EQ(dump("（0，10%］"), "(0,0.1]");
  EXPECT_EQ(dump("(10,20]"), "(10,20]");
  EXPECT_EQ(dump("[-5%, 5%]"), "[-0.05,0.05]");
  EXPECT_EQ(dump("≥90%"), "[0.9,-)");
  EXPECT_EQ(dump(">=90%"), "[0.9,-)");
  EXPECT_EQ(dump("> 30%"), "(0.3,-)");
  EXPECT_EQ(dump("＜60％"), "(-,0.6)");
  EXPECT_EQ(dump("≤100%"), "(-,1]");
  EXPECT_EQ(dump("=0"), "[0,0]");
}

TEST(Intervals, RefusedWhereAnEndIsNotSaid) {
  for (const char* text :
       {"", "80%-90%", "80%", "[80%]", "[80%,90%", "80%,90%)", "[80%,90%,95%)", "[90%,80%)", "[80,90%)",
        "(5,5)", "[5,5)", "[,5]", "≥", "≥高", "><5", "{80%,90%}"}) {
    EXPECT_EQ(dump(text), "refused") << text;
  }
}

/// The problems of intervals in this order, e.g. "L125@2": the second one's place.
std::string partition(const std::vector<std::string>& texts, std::string* order = nullptr) {
  std::vector<PlacedInterval> intervals;
  for (const std::string& text : texts) {
    base::Place place;
    place.line = static_cast<int>(intervals.size()) + 1;
    intervals.push_back({interval_from_text(text).value(), place});
  }
  Problems problems;
  for (const std::size_t i : check_partition(intervals, "阶梯", problems)) {
    if (order != nullptr) *order += std::to_string(i);
  }
  std::string out;
  for (const auto& p : problems) out += p.id + "@" + std::to_string(p.place.line) + " ";
  return out;
}

TEST(Partition, NeighboursTouchAndExactlyOneHoldsTheEnd) {
  std::string order;
  EXPECT_EQ(partition({"≥90%", "[80%,90%)", "[70%,80%)", "<70%"}, &order), "");
  EXPECT_EQ(order, "3210");
  EXPECT_EQ(partition({"=0", "(0,10%]", "(10%,20%]", ">20%"}), "");
  EXPECT_EQ(partition({"[80%,90%)"}), "");
}

TEST(Partition, GapsAndOverlapsAreSaidAtTheLaterOfTheTwo) {
  EXPECT_EQ(partition({">90%", "[80%,90%)"}), "L125@2 ");
  EXPECT_EQ(partition({"≥90%", "[80%,90%]"}), "L125@2 ");
  EXPECT_EQ(partition({"≥90%", "[70%,80%)", "<70%"}), "L125@2 ");
  EXPECT_EQ(partition({"<60%", "<70%", "≥70%"}), "L125@2 ");
  EXPECT_EQ(partition({"≥90%", "≥90%"}), "L125@2 ");
  EXPECT_EQ(partition({">50%", "[80%,90%)", ">95%"}), "L125@2 L125@3 ");
}

}  // namespace
}  // namespace jiheng::rulebook
