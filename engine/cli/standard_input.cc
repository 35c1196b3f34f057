// Takes the standard input, gives its text.
#include "engine/cli/standard_input.h"

#include <unistd.h>

#include <cerrno>

#include "engine/diag/source_from_file.h"

namespace jiheng::cli {

diag::Result<std::string> read_standard_input(std::size_t limit) {
  std::string text;
  char block[1U << 16U];
  for (;;) {
    const ssize_t n = ::read(STDIN_FILENO, block, sizeof block);
    if (n == 0) return text;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return diag::cannot_read("-", base::IoStatus::failed);
    text.append(block, static_cast<std::size_t>(n));
    if (text.size() > limit) return diag::cannot_read("-", base::IoStatus::too_large);
  }
}

}  // namespace jiheng::cli
