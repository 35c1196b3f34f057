// tests/errors/<id>_<words>/scheme.yaml: the smallest file for a message, and expect.txt, exactly what is
// printed. JIHENG_UPDATE_GOLDEN=1 writes expect.txt anew; read the difference before it is kept.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/diag/print.h"
#include "engine/rulebook/load.h"
#include "tests/unit/rulebook/yaml_texts.h"

namespace jiheng::rulebook {
namespace {

namespace fs = std::filesystem;

const fs::path kErrors = fs::path(JIHENG_SOURCE_DIR) / "tests/errors";

SourcePtr error_source(const fs::path& path) {
  return std::make_shared<const base::Source>(base::Source{path.filename().string(), file_text(path)});
}

std::vector<fs::path> cases() {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(kErrors)) {
    if (fs::exists(entry.path() / "scheme.yaml")) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

diag::Result<model::Scheme> load_case(const fs::path& folder) {
  std::vector<SourcePtr> others;
  if (fs::exists(folder / "parent.yaml")) others.push_back(error_source(folder / "parent.yaml"));
  return scheme_from_yaml(error_source(folder / "scheme.yaml"), others);
}

TEST(SchemeErrors, EachSaysExactlyThis) {
  ASSERT_GE(cases().size(), 20U);
  for (const fs::path& folder : cases()) {
    const auto result = load_case(folder);
    const std::string printed = diag::to_text(result.problems, {});
    if (std::getenv("JIHENG_UPDATE_GOLDEN") != nullptr) std::ofstream(folder / "expect.txt") << printed;
    EXPECT_EQ(printed, file_text(folder / "expect.txt")) << folder;
  }
}

TEST(SchemeErrors, EachGivesTheIdOfItsFolderAndNoOther) {
  for (const fs::path& folder : cases()) {
    const auto result = load_case(folder);
    EXPECT_FALSE(result) << folder;
    for (const diag::Diagnostic& problem : result.problems) {
      EXPECT_EQ(problem.id, folder.filename().string().substr(0, 4)) << folder;
    }
  }
}

}  // namespace
}  // namespace jiheng::rulebook
