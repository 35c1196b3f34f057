// Holds together: ids of engine/diag/catalogue.cc = pages docs/findings/<id>.md = ids some test asserts = ids
// the sources use; and every page says what a page must say.
#include "engine/diag/catalogue.h"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace jiheng::diag {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = JIHENG_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// How an id stands in a text: S101 as a word of its own, or "S101" as a literal.
enum class Standing { word, literal };

/// A letter and three digits, the first not 0, that stand so in the text.
std::set<std::string> ids_in(const std::string& text, Standing standing) {
  constexpr std::size_t kIdSize = 4;
  std::set<std::string> ids;
  const auto borders = [&](std::size_t at, bool inside) {
    return standing == Standing::literal ? inside && text[at] == '"' : !inside || !is_word(text[at]);
  };
  for (std::size_t i = 0; i + kIdSize <= text.size(); ++i) {
    if (text[i] < 'A' || text[i] > 'Z' || text[i + 1] == '0') continue;
    if (!is_digit(text[i + 1]) || !is_digit(text[i + 2]) || !is_digit(text[i + 3])) continue;
    if (borders(i - 1, i > 0) && borders(i + kIdSize, i + kIdSize < text.size()))
      ids.insert(text.substr(i, kIdSize));
  }
  return ids;
}

/// Every id of the files below a folder, with the files it stands in.
std::map<std::string, std::set<std::string>> ids_below(const fs::path& folder, Standing standing,
                                                       const std::set<std::string>& left_out) {
  std::map<std::string, std::set<std::string>> ids;
  for (auto walk = fs::recursive_directory_iterator(folder); walk != fs::recursive_directory_iterator();
       ++walk) {
    if (left_out.contains(walk->path().filename().string())) {
      if (walk->is_directory()) walk.disable_recursion_pending();
      continue;
    }
    if (!walk->is_regular_file()) continue;
    const std::string text = text_of(walk->path());
    for (const std::string& id : ids_in(text, standing))
      ids[id].insert(fs::relative(walk->path(), kRoot).string());
  }
  return ids;
}

TEST(Catalogue, IdsStandAloneOrInQuotes) {
  const std::string text = R"(S101, xS102 S103x "S104" S015 S1055 A206)";
  EXPECT_EQ(ids_in(text, Standing::word), (std::set<std::string>{"S101", "S104", "A206"}));
  EXPECT_EQ(ids_in(text, Standing::literal), std::set<std::string>{"S104"});
}

TEST(Catalogue, EveryIdHasAPageThatSaysWhatAPageMustSay) {
  for (const CatalogueEntry& entry : catalogue()) {
    const fs::path page = kRoot / "docs/findings" / (std::string(entry.id) + ".md");
    const std::string text = text_of(page);
    EXPECT_FALSE(text.empty()) << page << " is missing";
    if (text.empty()) continue;
    EXPECT_TRUE(text.starts_with("# " + std::string(entry.id) + " " + std::string(entry.title) + "\n"))
        << page << ": first line is not: # " << entry.id << " " << entry.title;
    for (const char* heading :
         {"查什么", "为什么要紧", "依据", "反例", "正例", "怎么改", "可能误报", "相关"}) {
      EXPECT_NE(text.find("\n## " + std::string(heading) + "\n"), std::string::npos)
          << page << ": no " << heading;
    }
  }
}

TEST(Catalogue, EveryPageHasAnId) {
  for (const fs::directory_entry& page : fs::directory_iterator(kRoot / "docs/findings")) {
    EXPECT_NE(find_entry(page.path().stem().string()), nullptr) << page.path() << " is not in the catalogue";
  }
}

TEST(Catalogue, PagesNameOnlyIdsThatExist) {
  for (const auto& [id, files] : ids_below(kRoot / "docs/findings", Standing::word, {})) {
    EXPECT_NE(find_entry(id), nullptr) << *files.begin() << " names " << id;
  }
}

TEST(Catalogue, SourcesUseExactlyTheIdsOfTheCatalogue) {
  const auto used = ids_below(kRoot / "engine", Standing::literal, {"catalogue.cc"});
  for (const auto& [id, files] : used) {
    EXPECT_NE(find_entry(id), nullptr)
        << *files.begin() << " uses " << id << ", which is not in the catalogue";
  }
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.status == "停用") continue;
    EXPECT_TRUE(used.contains(std::string(entry.id))) << entry.id << " is never used";
  }
}

/// The command line (C) has no file that provokes it; its cases are in tests/approval. S115, S118 and W145 take a scheme and
/// a card together: tests/unit has them. I137 takes merged cells, which no text has: tests/unit/intake.
/// I138 takes a fault of the program: tests/unit/app. B107 takes 16 megabytes: tests/unit/bulk.
TEST(Catalogue, EveryIdOfAFileHasASample) {
  std::set<std::string> samples;
  for (const fs::directory_entry& folder : fs::directory_iterator(kRoot / "samples/findings")) {
    if (!folder.is_directory()) continue;
    const std::string id = folder.path().filename().string();
    samples.insert(id);
    EXPECT_NE(find_entry(id), nullptr) << folder.path() << " is not in the catalogue";
    std::set<std::string> parts;
    for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
      const std::string name = file.path().filename().string();
      parts.insert(name.substr(0, name.find('.')));
    }
    EXPECT_EQ(parts, (std::set<std::string>{"bad", "expect", "good"})) << folder.path();
  }
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.status == "停用" || entry.id.starts_with("C") || entry.id == "S115" || entry.id == "S118" ||
        entry.id == "W145" || entry.id == "I101" || entry.id == "I137" || entry.id == "I138" ||
        entry.id == "B107")
      continue;
    EXPECT_TRUE(samples.contains(std::string(entry.id))) << "no samples/findings/" << entry.id;
  }
}

TEST(Catalogue, EveryIdIsAssertedBySomeTest) {
  const auto asserted = ids_below(kRoot / "tests", Standing::word, {"catalogue", "corpus", "diag"});
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.status == "停用") continue;
    EXPECT_TRUE(asserted.contains(std::string(entry.id))) << "no test asserts " << entry.id;
  }
}

/// The word of letters, digits and _ that begins at `at`.
std::string word_at(const std::string& text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(at, end - at);
}

/// "Suite.Name" of every TEST, TEST_F and TEST_P of a file.
void add_tests(const std::string& text, std::set<std::string>& tests) {
  for (std::size_t at = text.find("TEST"); at != std::string::npos; at = text.find("TEST", at + 1)) {
    const std::size_t open = at + word_at(text, at).size();
    if (open >= text.size() || text[open] != '(') continue;
    const std::string suite = word_at(text, open + 1);
    const std::size_t comma = open + 1 + suite.size();
    if (text.compare(comma, 2, ", ") == 0) tests.insert(suite + "." + word_at(text, comma + 2));
  }
}

TEST(Kinds, EveryTestOfThePageIsThere) {
  std::set<std::string> tests;
  for (const fs::directory_entry& file : fs::recursive_directory_iterator(kRoot / "tests")) {
    if (file.path().extension() == ".cc") add_tests(text_of(file.path()), tests);
  }
  const std::string page = text_of(kRoot / "docs/kinds.md");
  int named = 0;
  for (std::size_t at = page.find('`'); at != std::string::npos; at = page.find('`', at + 1)) {
    const std::string suite = word_at(page, at + 1);
    const std::size_t dot = at + 1 + suite.size();
    if (suite.empty() || suite[0] < 'A' || suite[0] > 'Z' || page[dot] != '.') continue;
    const std::string name = word_at(page, dot + 1);
    if (name.empty() || page[dot + 1 + name.size()] != '`') continue;
    ++named;
    EXPECT_TRUE(tests.contains(suite + "." + name)) << "docs/kinds.md names " << suite << "." << name;
  }
  EXPECT_GE(named, 100);
}

}  // namespace
}  // namespace jiheng::diag
