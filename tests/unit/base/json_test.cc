// JSON text out of trees and trees out of JSON text; the bytes are those of RFC 8259, written out by hand.
#include "engine/base/json.h"

#include <gtest/gtest.h>

namespace jiheng::base {
namespace {

Json parsed(std::string_view text) {
  auto result = parse_json(text);
  EXPECT_TRUE(std::holds_alternative<Json>(result)) << text;
  return std::holds_alternative<Json>(result) ? std::get<Json>(std::move(result)) : Json();
}

JsonFault fault(std::string_view text) {
  auto result = parse_json(text);
  EXPECT_TRUE(std::holds_alternative<JsonFault>(result)) << text.substr(0, 40);
  return std::holds_alternative<JsonFault>(result) ? std::get<JsonFault>(std::move(result)) : JsonFault();
}

TEST(Json, WritesEveryKind) {
  EXPECT_EQ(Json().dump(), "null");
  EXPECT_EQ(Json(nullptr).dump(), "null");
  EXPECT_EQ(Json(true).dump(), "true");
  EXPECT_EQ(Json(false).dump(), "false");
  EXPECT_EQ(Json(0).dump(), "0");
  EXPECT_EQ(Json(-7).dump(), "-7");
  EXPECT_EQ(Json(std::uint64_t{18446744073709551615U}).dump(), "18446744073709551615");
  EXPECT_EQ(Json::number("0.10").dump(), "0.10");
  EXPECT_EQ(Json("结案率≥96%").dump(), "\"结案率≥96%\"");
  EXPECT_EQ(Json(std::vector<std::string>{"a", ""}).dump(), R"(["a",""])");
  EXPECT_EQ(Json::array().dump(), "[]");
  EXPECT_EQ(Json::object().dump(2), "{}");
  EXPECT_EQ(text_or_null("").dump(), "null");
  EXPECT_EQ(text_or_null("a").dump(), "\"a\"");
}

TEST(Json, EscapesWhatMustBe) {
  EXPECT_EQ(Json("a\"b\\c/d").dump(), R"("a\"b\\c/d")");
  EXPECT_EQ(Json("\b\f\n\r\t\x01\x1f\x7f").dump(), "\"\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\"");
  EXPECT_EQ(Json(std::string_view("a\0b", 3)).dump(), R"("a\u0000b")");
  EXPECT_EQ(Json("好\xff坏").dump(), "\"好\xEF\xBF\xBD坏\"");  // no UTF-8: U+FFFD
  Json json;
  json["a\"b"] = 1;
  EXPECT_EQ(json.dump(), R"({"a\"b":1})");
}

TEST(Json, BracedListsAreObjectsInTheirOrder) {
  Json list = Json::array();
  list.push_back({{"name", "jiheng"}});
  list.push_back(2);
  const Json json = {{"z", 1}, {"a", {{"b", "c"}, {"d", "e"}}}, {"list", std::move(list)}, {"none", nullptr}};
  EXPECT_EQ(json.dump(), R"({"z":1,"a":{"b":"c","d":"e"},"list":[{"name":"jiheng"},2],"none":null})");
  EXPECT_EQ(json.dump(2), R"({
  "z": 1,
  "a": {
    "b": "c",
    "d": "e"
  },
  "list": [
    {
      "name": "jiheng"
    },
    2
  ],
  "none": null
})");
}

TEST(Json, KeysAreAddedAndReplacedInPlace) {
  Json json = {{"a", 1}, {"b", 2}};
  json["a"] = "x";
  json["c"]["d"] = true;
  json.update({{"b", 3}, {"e", 4}});
  EXPECT_EQ(json.dump(), R"({"a":"x","b":3,"c":{"d":true},"e":4})");
  ASSERT_NE(json.find("b"), nullptr);
  EXPECT_EQ(json.find("b")->whole(), 3);
  EXPECT_EQ(json.find("B"), nullptr);
  EXPECT_EQ(Json(1).find("b"), nullptr);
  Json copy = json;
  copy["a"] = nullptr;
  EXPECT_EQ(*json.find("a")->text(), "x");
}

TEST(Json, ReadsBackWhatStandsThere) {
  for (const char* text :
       {"null", "true", "[]", "{}", R"({"a":[1,-2,{"b":"好\n"}],"0":0.10})", "1E+2", "-0.0"}) {
    EXPECT_EQ(parsed(text).dump(), text);
  }
  EXPECT_EQ(parsed(" { \"a\" : 1 } ").dump(), R"({"a":1})");
  EXPECT_EQ(parsed("12").whole(), 12);
  EXPECT_EQ(parsed("-9223372036854775808").whole(), std::int64_t{-9223372036854775807} - 1);
  for (const char* text : {"1.0", "1e2", "9223372036854775808", "\"1\"", "null"}) {
    EXPECT_EQ(parsed(text).whole(), std::nullopt) << text;
  }
}

TEST(Json, WhatIsNoneIsAFaultWithItsByte) {
  EXPECT_EQ(fault("{\"a\":1, x}").byte, 8U);
  EXPECT_EQ(fault("").byte, 0U);
  for (const char* text : {"{", "[1,2", "nul", "01", "[1,]", "{\"a\"}", "\"\x01\"", "\xff\xfe", "1e999",
                           "{\"a\":\"\xc3\x28\"}", "1 2"}) {
    EXPECT_EQ(fault(text).why, "从这里起不合 JSON 的写法") << text;
  }
  EXPECT_EQ(fault(R"({"a":1,"b":{"c":1,"d":2,"c":3}})").why, "键“c”写了两次");
}

TEST(Json, DepthIsBounded) {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  EXPECT_EQ(parsed(nested(kJsonDepth)).dump(), nested(kJsonDepth));
  EXPECT_EQ(fault(nested(kJsonDepth + 1)).why, "套得太深");
  EXPECT_EQ(fault(std::string(1000000, '[')).why, "套得太深");
}

TEST(Json, ValuesAreBounded) {
  EXPECT_TRUE(std::holds_alternative<Json>(parse_json("[0,{\"a\":0}]", 4)));  // the list, 0, the object, 0
  const auto result = parse_json("[0,{\"a\":0}]", 3);
  ASSERT_TRUE(std::holds_alternative<JsonFault>(result));
  EXPECT_EQ(std::get<JsonFault>(result).why, "值太多");
}

}  // namespace
}  // namespace jiheng::base
