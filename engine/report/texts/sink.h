// engine/report/texts/sink.h: where a face puts its text, piece by piece, so that it need not stand in memory whole.
// Takes   pieces in their order.
// Gives   nothing: what becomes of them is the caller's.
#pragma once

#include <functional>
#include <string_view>

namespace jiheng::report {

using Sink = std::function<void(std::string_view)>;

}  // namespace jiheng::report
