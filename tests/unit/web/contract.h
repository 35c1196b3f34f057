// What the door of the page is described to give (engine/web/contract.json), and whether an answer is as described.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/web/sessions.h"

namespace jiheng::web {

/// The description the page's types are made of.
inline const base::Json& contract() {
  static const base::Json contract = std::get<base::Json>(
      base::parse_json(base::read_file(kRoot + "/engine/web/contract.json", 1U << 20U).text));
  return contract;
}

/// "" or where the value is not what the word of the contract says.
inline std::string fault_in(const base::Json& value, std::string_view word, const std::string& at) {
  if (word.ends_with("?")) return value.is_null() ? "" : fault_in(value, word.substr(0, word.size() - 1), at);
  if (word.starts_with("~")) return fault_in(value, word.substr(1), at);
  if (word == "text") return value.text() != nullptr ? "" : at + " is no text";
  if (word == "number") return value.whole() ? "" : at + " is no number";
  if (word == "truth") return value.truth() != nullptr ? "" : at + " is not true or false";
  if (word.starts_with("[")) {
    if (!value.is_array()) return at + " is no list";
    for (const base::Json& item : value.items()) {
      const std::string fault = fault_in(item, word.substr(1, word.size() - 2), at + "[]");
      if (!fault.empty()) return fault;
    }
    return "";
  }
  const base::Json* type = contract().find("types")->find(word);
  if (type == nullptr || !value.is_object()) return at + " is no " + std::string(word);
  std::size_t next = 0;
  for (const base::Json::Member& key : type->members()) {
    const bool there = next < value.members().size() && value.members()[next].key == key.key;
    if (!there && key.value.text()->starts_with("~")) continue;
    if (!there) return at + "." + key.key + " is not there";
    const std::string fault = fault_in(value.members()[next++].value, *key.value.text(), at + "." + key.key);
    if (!fault.empty()) return fault;
  }
  return next == value.members().size() ? "" : at + "." + value.members()[next].key + " is in no contract";
}

inline void expect_as_described(const base::Json& result, const std::string& call) {
  EXPECT_EQ(fault_in(result, *contract().find("calls")->find(call)->text(), call), "");
}

}  // namespace jiheng::web
