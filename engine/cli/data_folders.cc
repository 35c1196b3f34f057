// Takes the arguments, the environment and the place of the program; gives folders. Does not look into them.
// Beside the program is <folder of the program>/../share/jiheng: installed files after an install, links to
// the source tree inside a build tree.
#include "engine/cli/data_folders.h"

#include <cstdlib>
#include <filesystem>

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

std::string findings_folder() { return beside_program("docs/findings"); }

}  // namespace jiheng::cli
