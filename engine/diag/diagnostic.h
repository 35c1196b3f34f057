// engine/diag/diagnostic.h: one message about one place, and results that carry messages.
// Source  docs/findings/, one page an id
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/place.h"

namespace jiheng::diag {

enum class Severity { error, warning, note };
enum class Certainty { certain, review };  ///< 确定 (text or arithmetic alone) · 待核 (a person must judge)

/// What was read, why it cannot be used, what to write instead: in the user's words, no blame, no C++ words.
struct Diagnostic {
  std::string id;       ///< in the catalogue: "T104"
  std::string message;  ///< 看不懂目标值“≥百分之玖陆点”
  std::string why;      ///< 说明; may be empty
  std::string fix;      ///< 怎么改; may be empty
  base::Place place;    ///< source may be null: the message then stands alone
};

Severity severity_of(const Diagnostic& d);

/// True if any has severity error.
bool has_errors(const std::vector<Diagnostic>& list);

/// A value, or none; either way with everything there was to say about it.
template <class T>
struct Result {
  std::optional<T> value;
  std::vector<Diagnostic> problems;

  Result() = default;
  Result(T v) : value(std::move(v)) {}                           // NOLINT: a value is a result
  Result(Diagnostic d) { problems.push_back(std::move(d)); }     // NOLINT
  Result(std::vector<Diagnostic> p) : problems(std::move(p)) {}  // NOLINT
  explicit operator bool() const { return value.has_value(); }
  T& operator*() { return *value; }
  const T& operator*() const { return *value; }
  T* operator->() { return &*value; }
  const T* operator->() const { return &*value; }
};

}  // namespace jiheng::diag
