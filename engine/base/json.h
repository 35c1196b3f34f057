// engine/base/json.h: JSON as a tree of values; the only door to JSON, writing and reading.
// Takes   values in the order they are to stand; UTF-8 text (an invalid byte is written as U+FFFD).
// Gives   the same bytes for the same tree; numbers are the digits as given or read, never a double.
// Fails   parse_json(): a JsonFault with its byte; nothing throws.
// Source  RFC 8259
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace jiheng::base {

/// null, true or false, a whole number, a text, a list, or an object with its keys in the order they came. A braced list of
/// {key, value} is an object; lists are made with array() and push_back().
class Json {
 public:
  struct Member;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;

  Json();  ///< null
  Json(std::nullptr_t);
  template <std::integral T>
  Json(T number);  ///< of a bool: true or false
  Json(const char* text);
  Json(std::string_view text);
  Json(std::string text);
  Json(const std::vector<std::string>& texts);
  Json(std::initializer_list<Member> members);
  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();

  static Json array();
  static Json object();
  /// A number by its digits, as written in JSON.
  static Json number(std::string digits);

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  bool is_array() const { return std::holds_alternative<Array>(value_); }
  bool is_object() const { return std::holds_alternative<Object>(value_); }

  /// nullptr where it is another kind of value.
  const bool* truth() const { return std::get_if<bool>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  /// The digits of a number as they stand; nullptr where it is none.
  const std::string* digits() const;
  /// The number where it is written as a whole one that fits; 1.0 and 1e3 are not.
  std::optional<std::int64_t> whole() const;

  /// Of an array; an array is made of null.
  Array& items();
  const Array& items() const { return std::get<Array>(value_); }
  void push_back(Json item);

  /// Of an object; an object is made of null.
  Object& members();
  const Object& members() const { return std::get<Object>(value_); }
  /// The value of the key, null where it is new. O(members).
  Json& operator[](std::string_view key);
  /// nullptr where there is no such key, or no object. O(members).
  const Json* find(std::string_view key) const;
  /// Puts every member of the other object in, over what has its key.
  void update(Json other);

  /// On one line without a space (indent -1), or a value a line, each level `indent` spaces further in; no line end.
  std::string dump(int indent = -1) const;

 private:
  struct Number {
    std::string digits;
  };
  std::variant<std::monostate, bool, Number, std::string, Array, Object> value_;
};

struct Json::Member {
  std::string key;
  mutable Json value;  ///< so that a braced list is moved from, not copied
};

template <std::integral T>
Json::Json(T number) {
  if constexpr (std::same_as<T, bool>) {
    value_ = number;
  } else {
    value_ = Number{std::to_string(number)};
  }
}

/// null where the text is empty.
Json text_or_null(std::string text);

/// Why a text is no JSON one takes, in Chinese, and where: the byte it shows at (0 where only the whole can be named).
struct JsonFault {
  std::size_t byte = 0;
  std::string why;
};

constexpr std::size_t kJsonDepth = 64;          ///< levels of lists and objects
constexpr std::size_t kJsonValues = 5'000'000;  ///< values in one text where the caller does not say less

/// Whether the text, behind blanks, begins as an object does.
bool begins_as_object(std::string_view text);

/// The whole text as one value. Refused: what is no JSON, a key that stands twice in an object, more than kJsonDepth levels or
/// `most_values` values. O(length × log of the largest object).
std::variant<Json, JsonFault> parse_json(std::string_view text, std::size_t most_values = kJsonValues);

}  // namespace jiheng::base
