// Takes the arguments, the environment and the place of the program; gives folders, the usual scheme and other
// programs. Looks into none but for the
// version of the rules.
// Beside the program is <folder of the program>/../share/jiheng: installed files after an install, links to
// the source tree inside a build tree.
#include "engine/cli/data_folders.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "engine/base/files.h"
#include "engine/base/text.h"

namespace jiheng::cli {
namespace {

std::string beside_program(const char* name) {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path().parent_path() / "share" / "jiheng" / name).string();
}

}  // namespace

std::string rules_folder(const Arguments& arguments) {
  if (arguments.has("--rules")) return std::string(arguments.value("--rules"));
  const char* from_environment = std::getenv("JIHENG_RULES");
  if (from_environment != nullptr && *from_environment != '\0') return from_environment;
  return beside_program("rules");
}

std::string usual_scheme() {
  const char* from_environment = std::getenv("JIHENG_SCHEME");
  return from_environment == nullptr ? std::string() : std::string(base::trimmed(from_environment));
}

std::optional<std::string> rules_version(const std::string& folder) {
  constexpr std::size_t kYearAndMonth = 7;
  const base::ReadOutcome read = base::read_file(folder + "/version", 100);
  const std::string_view version = base::trimmed(read.text);
  const bool well_formed =
      version.size() == kYearAndMonth &&
      std::all_of(version.begin(), version.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
  return well_formed ? std::optional<std::string>(version) : std::nullopt;
}

std::string findings_folder() { return beside_program("docs/findings"); }

app::OfficeProgram office_program() {
  app::OfficeProgram program;
  if (const char* scratch = std::getenv("TMPDIR"); scratch != nullptr && *scratch == '/')
    program.scratch_folder = scratch;
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "" : path;
  while (!folders.empty() && program.path.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    for (const std::string_view name : {"soffice", "libreoffice"}) {
      const std::string candidate = fmt::format("{}/{}", folders.substr(0, end), name);
      if (program.path.empty() && candidate.front() == '/' && ::access(candidate.c_str(), X_OK) == 0)
        program.path = candidate;
    }
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return program;
}

}  // namespace jiheng::cli
