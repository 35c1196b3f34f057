// Takes UTF-8, gives what is left of it to compare.
#include "engine/base/squeezed.h"

#include "engine/base/text.h"

namespace jiheng::base {

std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (!is_white_space(c.value)) append_utf8(out, fold_full_width(c.value));
    at += c.bytes;
  }
  return out;
}

}  // namespace jiheng::base
