// What the page cannot do, compiled for it alone, in the place of base/run_program: it starts no program, so that old office
// files, which need one, are refused with a word how to save them.
#ifdef __EMSCRIPTEN__
#include "engine/base/run_program.h"

namespace jiheng::base {

RunEnd run_program(const std::vector<std::string>&, const std::vector<std::string>&, int) {
  return RunEnd::not_started;
}
void kill_running_program() noexcept {}

}  // namespace jiheng::base
#endif
