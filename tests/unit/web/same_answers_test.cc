// What the page answers is what the program answers, byte for byte: scores, checks and imports of every sample of the tree,
// and the files that are handed out.
#include <algorithm>

#include "engine/app/check_paths.h"
#include "engine/app/import_documents.h"
#include "engine/office/zip_package.h"
#include "engine/report/faces/department_set.h"
#include "engine/report/faces/job_faces.h"
#include "engine/report/json/json.h"
#include "engine/report/json/json_from_documents.h"
#include "engine/report/pages/self_report/self_report.h"
#include "engine/rulebook/language.h"
#include "tests/property/rounds.h"
#include "tests/unit/web/sessions.h"

namespace jiheng::web {
namespace {

const rulebook::Language& language() {
  static const auto language = rulebook::load_language(kRules);
  return *language;
}

/// Folders and files that people open.
std::vector<std::string> samples() {
  std::vector<std::string> paths = {kTongcheng, kRoot + "/samples/manual/2023",
                                    kRoot + "/samples/manual/2024"};
  for (const char* folder : {"/samples/good", "/samples/documents"}) {
    for (std::string& path : base::list_files(kRoot + folder, {""}, 1000).paths)
      paths.push_back(std::move(path));
  }
  for (std::string& path : base::list_files(kRoot + "/samples/findings", {""}, 5000).paths) {
    const std::string name = path.substr(path.rfind('/') + 1);
    if (name.starts_with("bad.") && !name.ends_with(".sh")) paths.push_back(std::move(path));
  }
  return paths;
}

/// What is said to people, without the texts of their files.
void expect_nothing_to_type(const base::Json& messages) {
  for (const base::Json& message : messages.items()) {
    for (const char* key : {"message", "why", "fix"}) {
      const std::string text = text_at(message, key);
      for (const char* word : {"jiheng", " --", "标准输入"})
        EXPECT_EQ(text.find(word), std::string::npos) << text;
    }
  }
}

TEST(SameAnswers, ScoreCheckAndImportOfEverySample) {
  std::size_t scored = 0;
  TestSession session;
  rulebook::Schemes schemes = rulebook::load_schemes(kRules);
  const std::vector<std::string> paths = samples();
  constexpr std::size_t kStep = kSanitized ? 5 : 1;
  for (std::size_t i = 0; i < paths.size(); i += kStep) {
    const std::string& path = paths[i];
    SCOPED_TRACE(path);
    session.result("clear");
    const base::Json desk = session.open(path);
    expect_nothing_to_type(*desk.find("problems"));
    const base::Json found = session.result("check");
    expect_nothing_to_type(*found.find("findings"));
    expect_nothing_to_type(*found.find("problems"));
    app::ScoreRequest request;
    request.paths = {path};
    app::ScoreOutcome outcome = app::score_paths(request, language(), std::move(schemes));
    schemes = std::move(outcome.schemes);
    if (!outcome.scores.cards.empty()) {
      EXPECT_EQ(session.output({{"job", "score"}, {"face", "json"}}),
                report::json_from_scores(outcome.scores));
      ++scored;
    }
    app::CheckRequest check;
    check.score.paths = {path};
    app::CheckOutcome checked = app::check_paths(check, language(), std::move(schemes));
    schemes = std::move(checked.scored.schemes);
    EXPECT_EQ(session.output({{"job", "check"}, {"face", "json"}}),
              report::json_from_findings(
                  {checked.scored.scores.cards, checked.findings, checked.waived, nullptr, &checked.units}));
    app::ImportRequest documents;
    documents.paths = {path};
    app::ImportOutcome imported = app::import_documents(documents, language().forms, std::move(schemes));
    schemes = std::move(imported.schemes);
    EXPECT_EQ(session.output({{"job", "import"}, {"face", "json"}, {"paths", std::vector{path}}}),
              report::json_from_documents(imported.documents, imported.proposals));
  }
  EXPECT_GT(scored, 50 / kStep);
}

TEST(SameAnswers, TheFilesThatAreHandedOut) {
  TestSession session;
  session.open(kTongcheng);
  app::ScoreRequest request;
  request.paths = {kTongcheng};
  const app::ScoreOutcome outcome = app::score_paths(request, language(), rulebook::load_schemes(kRules));
  for (const char* face : {"xlsx", "docx", "html", "csv", "md"}) {
    const std::string bytes =
        *report::score_faces().at(face).made({outcome.scores, {"2024-03-01", false}}, report::TextOptions());
    EXPECT_EQ(session.output({{"job", "score"}, {"face", face}, {"today", "2024-03-01"}}), bytes) << face;
  }
  EXPECT_EQ(
      session.output({{"job", "report"}, {"face", "docx"}}),
      *report::report_faces().at("docx").made(report::self_report(outcome.scores), report::TextOptions()));

  const report::DepartmentSet set = report::department_set(outcome.scores, {});
  const auto zip = office::ZipPackage::open(
      std::make_shared<const base::Source>(base::Source{"整套.zip", session.output({{"job", "set"}})}));
  ASSERT_TRUE(zip);
  ASSERT_EQ(zip->names().size(), set.files.size());
  for (const results::NamedText& file : set.files) EXPECT_EQ(*zip->read(file.name), file.text) << file.name;
}

TEST(SameAnswers, ReadInTwoStepsAsInOne) {
  // The tables of a second document go on counting where those of the first end; a department's own table stands first.
  TestSession session;
  session.open(kRoot + "/samples/documents/2024-unit-targets.txt");
  const base::Json desk = session.open(kRoot + "/samples/documents/2023-selfeval.xlsx");
  std::vector<std::string> ids;
  for (const base::Json& line : desk.find("tables")->items()) ids.push_back(text_at(line, "id"));
  std::vector<std::string> sorted = ids;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
}

}  // namespace
}  // namespace jiheng::web
