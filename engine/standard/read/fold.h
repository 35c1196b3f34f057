// engine/standard/read/fold.h: text of a standard -> folded text, every folded byte with its place.
// Inside the room only.
// Takes   UTF-8. Gives  no white space, no quotation marks, full-width forms and look-alike signs as one form, simplified
//         characters; where white space stood is kept, for it may part a value from its marks (100% 5).
// Source  docs/standard-language.md, 容错
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/place.h"

namespace jiheng::standard {

enum class FoldStatus : std::uint8_t { ok, too_long, invalid_utf8 };

class Folded {
 public:
  FoldStatus read(std::string_view text);

  std::string_view text() const { return bytes_; }
  std::size_t size() const { return bytes_.size(); }
  /// Bytes of the text that folded bytes [begin, end) came from.
  base::Span span(std::size_t begin, std::size_t end) const;
  /// White space stood before folded byte `at`.
  bool gap_before(std::size_t at) const { return at < gap_.size() && gap_[at]; }
  std::size_t error_at() const { return error_at_; }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> origin_;
  std::vector<std::uint32_t> after_;
  std::vector<bool> gap_;
  std::size_t error_at_ = 0;
};

}  // namespace jiheng::standard
