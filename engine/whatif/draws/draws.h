// engine/whatif/draws/draws.h: seeded draws by counter: any draw of any stream is computed on its own, in any order.
// Takes   a seed, a stream (one uncertain value) and the number of a draw.
// Gives   64 even bits, or one of `count` equally likely steps. Integers only: the same on every machine and thread.
// Source  Philox4x32-10: J. K. Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3 (SC11), table 2 and section 3
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace jiheng::whatif {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// Ten rounds of Philox4x32.
PhiloxCounter philox(PhiloxCounter counter, PhiloxKey key);

/// The bits of draw `draw`. The counter is {draw/2, stream}, low words first, the key the seed; of its four words an even
/// draw takes the first two, an odd draw the last two.
std::uint64_t draw_bits(std::uint64_t seed, std::uint64_t stream, std::uint64_t draw);

/// Steps of the draws `first`, `first` + 1, …: the upper 64 bits of draw_bits × count, so 0 … count - 1, each as likely as the
/// others to 1 part in 2^32. Requires an even `first` and count > 0.
void draw_steps(std::uint64_t seed, std::uint64_t stream, std::uint64_t first, std::uint32_t count,
                std::span<std::uint32_t> steps);

}  // namespace jiheng::whatif
