// engine/base/parallel.h: pieces of work shared out among threads; the answer must not depend on who does which.
// Takes   a number of pieces, or a stream of them; most threads, and the work on one piece; the work must not throw.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace jiheng::base {

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

/// Pieces of a stream that are at hand at once, for each thread: one that is worked on, one that waits for its turn to be given.
inline constexpr std::size_t kPiecesAThread = 2;

/// A stream worked on by several threads, see work_in_order(). Pieces lie in a ring, each in the place of its number.
template <class Piece>
class OrderedWork {
 public:
  explicit OrderedWork(unsigned threads) : threads_(threads), ring_(threads * kPiecesAThread) {}

  template <class Next, class Work, class Done>
  void run(const Next& next, const Work& work, const Done& done) {
    std::vector<std::thread> running;
    for (unsigned t = 0; t < threads_; ++t) {
      running.emplace_back([&, t] {
        while (Place* place = take(next)) {
          work(*place->piece, t);
          finish(*place);
        }
      });
    }
    while (Place* place = first_in_order()) {
      const bool more = done(*place->piece);
      give_back(*place, more);
    }
    for (std::thread& t : running) t.join();
  }

 private:
  struct Place {
    std::optional<Piece> piece;
    bool finished = false;
  };
  Place& place_of(std::size_t number) { return ring_[number % ring_.size()]; }

  /// The next piece of the stream in its place; nullptr where there is none, or none is wanted.
  template <class Next>
  Place* take(const Next& next) {
    const std::scoped_lock reading(reading_);
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return ended_ || taken_ - given_ < ring_.size(); });
    if (ended_) return nullptr;
    Place& place = place_of(taken_);
    lock.unlock();
    place.piece = next();
    lock.lock();
    ended_ = ended_ || !place.piece;
    if (place.piece) ++taken_;
    ready_.notify_one();
    return place.piece ? &place : nullptr;
  }
  void finish(Place& place) {
    const std::scoped_lock lock(mutex_);
    place.finished = true;
    ready_.notify_one();
  }
  /// Waits for the piece whose turn it is; nullptr behind the last.
  Place* first_in_order() {
    std::unique_lock lock(mutex_);
    Place& place = place_of(given_);
    ready_.wait(lock, [&] { return place.finished || stopped_ || (ended_ && given_ == taken_); });
    return place.finished && !stopped_ ? &place : nullptr;
  }
  void give_back(Place& place, bool more) {
    const std::scoped_lock lock(mutex_);
    place = {};
    ++given_;
    stopped_ = !more;
    ended_ = ended_ || !more;
    room_.notify_one();
  }

  unsigned threads_;
  std::vector<Place> ring_;
  std::mutex reading_;  ///< next() is one thread's at a time; taken before mutex_
  std::mutex mutex_;    ///< for all below
  std::condition_variable room_;
  std::condition_variable ready_;
  std::size_t taken_ = 0;
  std::size_t given_ = 0;
  bool ended_ = false;    ///< nothing more is taken
  bool stopped_ = false;  ///< nothing more is given
};

/// next() gives the pieces of a stream, std::optional<Piece>, none at its end; work(piece, t) is done by thread t below
/// `threads`; done(piece) takes them in their order, on the thread that calls this, and says whether more are wanted. next() is
/// never called by two threads at once, but while others work. At most kPiecesAThread x threads pieces are at hand.
template <class Piece, class Next, class Work, class Done>
void work_in_order(unsigned threads, const Next& next, const Work& work, const Done& done) {
  if (threads > 1) return OrderedWork<Piece>(threads).run(next, work, done);
  for (std::optional<Piece> piece = next(); piece; piece = next()) {
    work(*piece, 0U);
    if (!done(*piece)) return;
  }
}

}  // namespace jiheng::base
