// Every word of rules/words.yaml does what its part of the file says it does: a new word is held to it as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "engine/base/files.h"
#include "engine/rulebook/load.h"
#include "engine/target/parse.h"

namespace jiheng::target {
namespace {

base::SourcePtr shipped(const std::string& name) {
  auto text = base::read_file(JIHENG_SOURCE_DIR "/rules/" + name, 1U << 20U).text;
  return std::make_shared<const base::Source>(base::Source{name, std::move(text)});
}

class WordTableOfRules : public testing::Test {
 protected:
  WordTableOfRules()
      : units_(std::move(*rulebook::units_from_yaml(shipped("units.yaml")))),
        words_(std::move(*rulebook::words_from_yaml(shipped("words.yaml")))) {}

  Predicate read(const std::string& text) const { return parse(text, ParseContext{units_, words_}); }

  template <class Check>
  void each(WordPart part, const Check& check) const {
    std::size_t count = 0;
    for (const WordEntry* entry : words_.entries()) {
      if (entry->part != part || does_more(*entry)) continue;
      SCOPED_TRACE(entry->text);
      check(*entry);
      ++count;
    }
    EXPECT_GT(count, 0U);
  }

  /// A text that may do several things is read by what stands around it: tests/cases/target.tsv.
  bool does_more(const WordEntry& entry) const {
    const auto& parts = words_.longest_at(entry.text, 0).word->entries;
    return std::count(parts.begin(), parts.end(), nullptr) != static_cast<std::ptrdiff_t>(parts.size()) - 1;
  }

  quantity::UnitTable units_;
  WordTable words_;
};

TEST_F(WordTableOfRules, AVerbOfChangeOrAStateSaysAloneWhatIsToCome) {
  for (const WordPart part : {WordPart::change_verb, WordPart::adjective}) {
    each(part, [&](const WordEntry& entry) {
      const Predicate p = read(entry.text);
      EXPECT_EQ(p.kind, Kind::qualitative);
      ASSERT_TRUE(p.standing);
      EXPECT_EQ(p.standing->scale, entry.scale);
      EXPECT_EQ(p.standing->strength, entry.strength);
      EXPECT_EQ(p.standing->negated, entry.negated);
    });
  }
}

TEST_F(WordTableOfRules, AnAdverbAddsItsStrengthToAVerb) {
  each(WordPart::adverb, [&](const WordEntry& entry) {
    const Predicate p = read(entry.text + "提高");
    EXPECT_EQ(p.kind, Kind::qualitative);
    ASSERT_TRUE(p.standing);
    EXPECT_EQ(p.standing->scale, "提高");
    EXPECT_EQ(p.standing->manner, entry.manner);
    EXPECT_EQ(p.standing->strength, entry.manner ? p.standing->strength : std::max(1, 1 + entry.strength));
  });
}

TEST_F(WordTableOfRules, AnAnswerIsOne) {
  each(WordPart::answer, [&](const WordEntry& entry) {
    const Predicate p = parse(entry.text, ParseContext{.units = units_, .words = words_, .actual = true});
    EXPECT_EQ(p.kind, Kind::qualitative);
    ASSERT_TRUE(p.standing);
    EXPECT_EQ(p.standing->scale, entry.scale);
    EXPECT_EQ(p.standing->strength, entry.strength);
  });
  for (const WordPart part : {WordPart::yes, WordPart::no}) {
    each(part, [&](const WordEntry& entry) {
      const Predicate p = parse(entry.text, ParseContext{.units = units_, .words = words_, .actual = true});
      EXPECT_EQ(p.kind, Kind::boolean);
      EXPECT_EQ(p.answer, part == WordPart::yes);
    });
  }
}

TEST_F(WordTableOfRules, ADeedBehindANumberChangesNothing) {
  each(WordPart::deed, [&](const WordEntry& entry) {
    const Predicate p = read("100%" + entry.text);
    EXPECT_EQ(p.kind, Kind::quantity);
    EXPECT_EQ(p.value, base::Decimal(100));
    EXPECT_EQ(p.unit, "%");
  });
}

TEST_F(WordTableOfRules, AReferenceStandsForItself) {
  each(WordPart::reference,
       [&](const WordEntry& entry) { EXPECT_EQ(read(entry.text).kind, Kind::reference); });
}

TEST_F(WordTableOfRules, TheNumeralOfANameIsNoNumber) {
  each(WordPart::name, [&](const WordEntry& entry) {
    const Predicate p = read(entry.text + "≥5人");
    EXPECT_EQ(p.value, base::Decimal(5));
    EXPECT_EQ(p.op, Op::ge);
  });
}

}  // namespace
}  // namespace jiheng::target
