// engine/intake/tables/unknown_headings.h: the headings of one table of indicators that nobody knows, said together.
// Takes   headings whose columns hold something and are not taken.
// Gives   I145 with the place of each; none for headings that scoring is known to have no use for (序号, 责任单位).
#pragma once

#include <string>
#include <string_view>

#include "engine/intake/tables/reading.h"

namespace jiheng::intake {

/// Why the column of an unknown heading is in the list of what was passed over.
inline constexpr std::string_view kUnknownColumn = "这一栏没有取：表头不在认得的栏目里";

class UnknownHeadings {
 public:
  /// The heading as printed.
  void add(const FormWords& forms, const std::string& title, const base::Place& place);
  /// Nothing where there are none.
  void say(Reading& reading) const;

 private:
  std::string names_;
  std::size_t count_ = 0;
  base::Place first_;
};

}  // namespace jiheng::intake
