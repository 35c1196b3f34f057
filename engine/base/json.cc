// Takes trees of values and JSON text, gives JSON text and trees. nlohmann::json reads, and writes what needs care: texts
// with signs to escape or with invalid bytes.
#include "engine/base/json.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"

namespace jiheng::base {
namespace {

void write_text(std::string& out, const std::string& text) {
  const bool plain =
      std::none_of(text.begin(), text.end(),
                   [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }) &&
      !first_invalid_utf8(text);
  if (plain) {
    out += '"';
    out += text;
    out += '"';
  } else {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

/// One tree written; every piece goes to the end of one text.
class Writer {
 public:
  explicit Writer(int indent) : indent_(indent) {}

  void write(const Json& json) {
    if (json.is_array()) {
      write_all(json.items(), '[', ']', [&](const Json& item) { write(item); });
    } else if (json.is_object()) {
      write_all(json.members(), '{', '}', [&](const Json::Member& member) {
        write_text(out_, member.key);
        out_ += indent_ < 0 ? ":" : ": ";
        write(member.value);
      });
    } else if (const std::string* text = json.text()) {
      write_text(out_, *text);
    } else if (const std::string* digits = json.digits()) {
      out_ += *digits;
    } else if (const bool* truth = json.truth()) {
      out_ += *truth ? "true" : "false";
    } else {
      out_ += "null";
    }
  }

  std::string take() { return std::move(out_); }

 private:
  template <typename List, typename One>
  void write_all(const List& list, char open, char close, const One& write_one) {
    out_ += open;
    ++depth_;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (i > 0) out_ += ',';
      new_line();
      write_one(list[i]);
    }
    --depth_;
    if (!list.empty()) new_line();
    out_ += close;
  }

  void new_line() {
    if (indent_ < 0) return;
    out_ += '\n';
    out_.append(depth_ * static_cast<std::size_t>(indent_), ' ');
  }

  int indent_;
  std::size_t depth_ = 0;
  std::string out_;
};

/// Builds the tree as the library reads on; `false` stops it.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(std::size_t most_values) : most_values_(most_values) {}

  Json root;
  JsonFault fault;

  bool null() override { return put(Json()); }
  bool boolean(bool truth) override { return put(truth); }
  bool number_integer(std::int64_t number) override { return put(number); }
  bool number_unsigned(std::uint64_t number) override { return put(number); }
  bool number_float(double, const std::string& digits) override { return put(Json::number(digits)); }
  bool string(std::string& text) override { return put(std::move(text)); }
  bool binary(nlohmann::json::binary_t&) override { return stop("不合 JSON 的写法"); }
  bool key(std::string& text) override {
    key_ = std::move(text);
    return true;
  }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool end_array() override {
    open_.pop_back();
    return true;
  }
  bool end_object() override {
    std::vector<std::string_view> keys;
    for (const Json::Member& member : open_.back()->members()) keys.push_back(member.key);
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.begin(), keys.end());
    if (twice != keys.end()) return stop("键“" + clipped(printable(*twice), 20) + "”写了两次");
    open_.pop_back();
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
    fault.byte = position == 0 ? 0 : position - 1;
    return stop("从这里起不合 JSON 的写法");
  }

 private:
  bool stop(std::string why) {
    fault.why = std::move(why);
    return false;
  }

  bool put(Json value) {
    if (++count_ > most_values_) return stop("值太多");
    if (open_.empty()) {
      root = std::move(value);
    } else if (open_.back()->is_array()) {
      open_.back()->push_back(std::move(value));
    } else {
      open_.back()->members().push_back({std::move(key_), std::move(value)});
    }
    return true;
  }

  bool open(Json list) {
    if (open_.size() == kJsonDepth) return stop("套得太深");
    if (!put(std::move(list))) return false;
    if (open_.empty()) {
      open_.push_back(&root);
    } else if (open_.back()->is_array()) {
      open_.push_back(&open_.back()->items().back());
    } else {
      open_.push_back(&open_.back()->members().back().value);
    }
    return true;
  }

  std::size_t most_values_;
  std::vector<Json*> open_;  ///< only the innermost grows, so those around it stay where they are
  std::string key_;
  std::size_t count_ = 0;
};

}  // namespace

Json::Json() = default;
Json::Json(std::nullptr_t) {}
Json::Json(const char* text) : value_(std::string(text)) {}
Json::Json(std::string_view text) : value_(std::string(text)) {}
Json::Json(std::string text) : value_(std::move(text)) {}
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

Json::Json(const std::vector<std::string>& texts) : value_(Array(texts.begin(), texts.end())) {}

Json::Json(std::initializer_list<Member> members) {
  Object object;
  object.reserve(members.size());
  for (const Member& member : members) object.push_back({member.key, std::move(member.value)});
  value_ = std::move(object);
}

Json Json::array() {
  Json json;
  json.value_ = Array();
  return json;
}

Json Json::object() {
  Json json;
  json.value_ = Object();
  return json;
}

Json Json::number(std::string digits) {
  Json json;
  json.value_ = Number{std::move(digits)};
  return json;
}

const std::string* Json::digits() const {
  const Number* number = std::get_if<Number>(&value_);
  return number == nullptr ? nullptr : &number->digits;
}

std::optional<std::int64_t> Json::whole() const {
  const std::string* number = digits();
  if (number == nullptr) return std::nullopt;
  std::int64_t value = 0;
  const char* end = number->data() + number->size();
  const auto [stopped, error] = std::from_chars(number->data(), end, value);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return value;
}

Json::Array& Json::items() {
  if (is_null()) value_ = Array();
  return std::get<Array>(value_);
}

void Json::push_back(Json item) { items().push_back(std::move(item)); }

Json::Object& Json::members() {
  if (is_null()) value_ = Object();
  return std::get<Object>(value_);
}

Json& Json::operator[](std::string_view key) {
  for (Member& member : members()) {
    if (member.key == key) return member.value;
  }
  members().push_back({std::string(key), Json()});
  return members().back().value;
}

const Json* Json::find(std::string_view key) const {
  if (!is_object()) return nullptr;
  for (const Member& member : members()) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

void Json::update(Json other) {
  for (Member& member : other.members()) (*this)[member.key] = std::move(member.value);
}

std::string Json::dump(int indent) const {
  Writer writer(indent);
  writer.write(*this);
  return writer.take();
}

Json text_or_null(std::string text) { return text.empty() ? Json() : Json(std::move(text)); }

bool begins_as_object(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

std::variant<Json, JsonFault> parse_json(std::string_view text, std::size_t most_values) {
  Builder builder(most_values);
  if (!nlohmann::json::sax_parse(text, &builder)) return std::move(builder.fault);
  return std::move(builder.root);
}

}  // namespace jiheng::base
