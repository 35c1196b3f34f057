// The one table of faces and the tables of the jobs fit together; endings are read as a person reads them.
#include "engine/report/faces/job_faces.h"

#include <gtest/gtest.h>

#include <set>

namespace jiheng::report {
namespace {

/// The words of a job: each once, each a face of the one table with the same endings.
template <class Line>
void is_sound(const FaceTable<Line>& table, std::set<std::string_view>& shown) {
  ASSERT_FALSE(table.words.empty());
  ASSERT_EQ(table.words.size(), table.lines.size());
  std::set<std::string_view> words;
  for (const Line& line : table.lines) {
    const Face* face = find_face(line.face.name);
    ASSERT_NE(face, nullptr) << line.face.name;
    EXPECT_EQ(face->endings, line.face.endings);
    EXPECT_EQ(face->binary, line.face.binary);
    EXPECT_TRUE(words.insert(line.face.name).second) << line.face.name << " stands twice";
    EXPECT_EQ(&table.at(line.face.name), &line);
  }
  shown.insert(words.begin(), words.end());
}

TEST(JobFaces, StandInTheOneTableAndEveryFaceHasAJob) {
  std::set<std::string_view> shown;
  is_sound(score_faces(), shown);
  is_sound(report_faces(), shown);
  is_sound(check_faces(), shown);
  is_sound(whatif_faces(), shown);
  is_sound(sweep_faces(), shown);
  is_sound(solve_faces(), shown);
  is_sound(sensitivity_faces(), shown);
  is_sound(simulation_faces(), shown);
  is_sound(advice_faces(), shown);
  is_sound(catalogue_faces(), shown);
  is_sound(unit_faces(), shown);
  is_sound(kind_faces(), shown);
  is_sound(scheme_faces(), shown);
  is_sound(card_faces(), shown);
  is_sound(template_faces(), shown);
  is_sound(reading_faces(), shown);
  is_sound(import_faces(), shown);
  std::set<std::string_view> all;
  for (const Face& face : faces()) EXPECT_TRUE(all.insert(face.name).second) << face.name << " stands twice";
  EXPECT_EQ(shown, all);
}

TEST(JobFaces, TheUsualEndingOfAFaceIsItsOwn) {
  std::set<std::string_view> usual;
  for (const Face& face : faces()) {
    const std::string_view ending = face.endings.substr(0, face.endings.find(' '));
    EXPECT_EQ(ending.substr(0, 1), ".") << face.name;
    EXPECT_TRUE(usual.insert(ending).second) << ending;
  }
}

TEST(KnownEnding, IsReadFromTheLastName) {
  struct Case {
    const char* path;
    const char* ending;
  };
  for (const Case& c :
       {Case{"得分.csv", ".csv"}, Case{"a/b.XLSX", ".xlsx"}, Case{"a.json/结果", ""}, Case{"成套.docx/", ""},
        Case{"结果.2023", ""}, Case{"结果.2023.html", ".html"}, Case{"p.pdf", ".pdf"}, Case{"", ""},
        Case{"csv", ""}, Case{".", ""}, Case{"x.", ""}}) {
    EXPECT_EQ(known_ending(c.path), c.ending) << c.path;
  }
}

TEST(KnownEnding, BelongsToTheFacesThatNameIt) {
  EXPECT_TRUE(has_ending(*find_face("html"), ".htm"));
  EXPECT_TRUE(has_ending(*find_face("sarif"), ".json"));
  EXPECT_FALSE(has_ending(*find_face("json"), ".jsonl"));
  EXPECT_FALSE(has_ending(*find_face("text"), ""));
  EXPECT_EQ(find_face("pdf"), nullptr);
}

}  // namespace
}  // namespace jiheng::report
