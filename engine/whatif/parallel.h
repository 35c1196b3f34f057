// engine/whatif/parallel.h: pieces of work shared out among threads; the answer must not depend on who does which.
// Takes   a number of pieces, most threads, and the work on one piece; the work must not throw.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace jiheng::whatif {

/// work(i) for every i below `count`, each once, on at most `threads` threads; returns when all are done.
template <class Work>
void in_parallel(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t helpers = std::min<std::size_t>(threads, count);
  std::vector<std::thread> running;
  for (std::size_t t = 1; t < helpers; ++t) running.emplace_back(take);
  take();
  for (std::thread& t : running) t.join();
}

}  // namespace jiheng::whatif
