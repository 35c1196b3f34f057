// A session of the page over files of the tree, under the names they have on disk, so that what it says can be held to what
// the program says of the disk.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/files.h"
#include "engine/base/json.h"
#include "engine/web/session.h"

namespace jiheng::web {

inline const std::string kRoot = JIHENG_SOURCE_DIR;
inline const std::string kRules = kRoot + "/rules";
inline const std::string kTongcheng = kRoot + "/scorecards/2023-tongcheng";

class TestSession {
 public:
  TestSession() : session_(kRules, kRoot + "/docs/findings") {}

  /// Everything below the path, or the file.
  void put(const std::string& path) {
    for (const std::string& file :
         base::is_folder(path) ? base::list_files(path, {""}, 10000).paths : std::vector{path})
      session_.put(file, base::read_file(file, 64U << 20U).text);
  }

  void put_bytes(const std::string& name, const std::string& bytes) { session_.put(name, bytes); }

  base::Json call(const std::string& method, const base::Json& parameters = base::Json::object()) {
    const auto read = base::parse_json(session_.call(method, parameters.dump()));
    EXPECT_TRUE(std::holds_alternative<base::Json>(read)) << method;
    return std::holds_alternative<base::Json>(read) ? std::get<base::Json>(read) : base::Json();
  }
  /// The result of a call that must not be refused.
  base::Json result(const std::string& method, const base::Json& parameters = base::Json::object()) {
    const base::Json answer = call(method, parameters);
    const base::Json* found = answer.find("result");
    EXPECT_NE(found, nullptr) << method << " " << answer.dump();
    return found == nullptr ? base::Json() : *found;
  }
  base::Json open(const std::string& path) {
    put(path);
    base::Json parameters = {{"paths", std::vector<std::string>{path}}};
    return result("open", parameters);
  }
  /// "" where it is refused.
  std::string output(const base::Json& wanted) {
    return call("output", wanted).find("result") == nullptr ? std::string() : session_.bytes();
  }
  std::string raw(const std::string& method, const std::string& parameters) {
    return session_.call(method, parameters);
  }

 private:
  Session session_;
};

inline std::string text_at(const base::Json& json, const std::string& key) {
  const base::Json* value = json.find(key);
  return value == nullptr || value->text() == nullptr ? std::string() : *value->text();
}

/// The table of the desk with this id.
inline std::size_t number_of(const base::Json& desk, const std::string& id) {
  for (const base::Json& line : desk.find("tables")->items()) {
    if (text_at(line, "id") == id) return static_cast<std::size_t>(*line.find("number")->whole());
  }
  ADD_FAILURE() << id;
  return 0;
}

inline constexpr std::string_view kRow = "2023 年发放符合条件的返乡创业人员一次性创业补贴";

inline std::size_t row_named(const base::Json& table, std::string_view name) {
  const base::Json::Array& rows = table.find("rows")->items();
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [name](const base::Json& row) { return text_at(row, "name") == name; });
  EXPECT_NE(found, rows.end());
  return static_cast<std::size_t>(found - rows.begin());
}

}  // namespace jiheng::web
