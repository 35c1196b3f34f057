// How many generated cases a property is tried on.
#pragma once

#include <algorithm>

namespace jiheng {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

/// `all`, or a tenth of them, at least one, under a sanitizer: there every property runs to find faults of memory, which show
/// in the first cases of a kind as in the last; counterexamples are looked for in the release build, with all cases.
template <class Number>
constexpr Number rounds(Number all) {
  return kSanitized ? std::max<Number>(1, all / 10) : all;
}

}  // namespace jiheng
