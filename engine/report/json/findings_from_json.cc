// Takes the JSON of an earlier check, gives its findings; stops at the first piece that is not as it should be. Leaves
// comparing to audit.
#include "engine/report/json/findings_from_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>

#include "engine/base/json.h"
#include "engine/base/text.h"
#include "engine/diag/catalogue.h"

namespace jiheng::report {
namespace {

using base::Json;
using SourcePtr = std::shared_ptr<const base::Source>;

constexpr const char* kFix = "用 jiheng check … --format json -o 文件 写出的结果；不要用改过的或别的文件。";

struct Wrong {
  std::string piece;  ///< "findings[3].where"
  std::string what;   ///< "应是列表"
};

/// Line and column of a byte; columns count characters.
base::Place place_of(const SourcePtr& source, std::size_t byte) {
  const std::string_view before = std::string_view(source->text).substr(0, byte);
  const auto line = std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n') + 1;  // 0 where there is none
  return {source, static_cast<int>(line) + 1,
          static_cast<int>(base::count_characters(before.substr(start))) + 1, 0};
}

class Reader {
 public:
  std::vector<audit::Earlier> read(const Json& root) {
    std::vector<audit::Earlier> list;
    if (!root.is_object()) throw Wrong{"最外层", "应是一个对象"};
    const Json* schema = root.find("schema");
    if (schema == nullptr || schema->whole() != 1) throw Wrong{"schema", "应是 1"};
    for (const bool waived : {false, true}) {
      const std::string name = waived ? "waived" : "findings";
      const Json::Array& findings = list_of(root, name, "");
      for (std::size_t i = 0; i < findings.size(); ++i) {
        list.push_back(finding(findings[i], fmt::format("{}[{}]", name, i), waived));
      }
    }
    return list;
  }

 private:
  static const Json& member(const Json& of, const char* key, const std::string& piece) {
    if (!of.is_object()) throw Wrong{piece, "应是一个对象"};
    const Json* found = of.find(key);
    if (found == nullptr) throw Wrong{piece + "." + key, "没有写"};
    return *found;
  }

  static const Json::Array& list_of(const Json& of, const std::string& key, const std::string& piece) {
    const Json* found = of.find(key);
    const std::string name = piece.empty() ? key : piece + "." + key;
    if (found == nullptr) throw Wrong{name, "没有写"};
    if (!found->is_array()) throw Wrong{name, "应是列表"};
    return found->items();
  }

  /// null is an empty text.
  static std::string text(const Json& of, const char* key, const std::string& piece) {
    const Json& value = member(of, key, piece);
    if (value.is_null()) return "";
    if (value.text() == nullptr) throw Wrong{piece + "." + key, "应是文字"};
    return *value.text();
  }

  /// null is 0.
  static int number(const Json& of, const char* key, const std::string& piece) {
    const Json& value = member(of, key, piece);
    if (value.is_null()) return 0;
    const auto whole = value.whole();
    if (!whole || *whole < 0 || *whole > std::numeric_limits<int>::max())
      throw Wrong{piece + "." + key, "应是不小于 0 的整数"};
    return static_cast<int>(*whole);
  }

  static audit::Earlier finding(const Json& json, const std::string& piece, bool waived) {
    audit::Earlier earlier;
    earlier.waived = waived;
    earlier.id = text(json, "id", piece);
    if (const auto* entry = diag::find_entry(earlier.id); entry == nullptr || entry->id != earlier.id) {
      throw Wrong{piece + ".id", fmt::format("“{}”不是发现的编号", base::clipped(earlier.id, 20))};
    }
    earlier.message = text(json, "message", piece);
    const Json::Array& where = list_of(json, "where", piece);
    if (where.empty()) throw Wrong{piece + ".where", "是空的"};
    for (std::size_t i = 0; i < where.size(); ++i) {
      earlier.where.push_back(place(where[i], fmt::format("{}.where[{}]", piece, i)));
    }
    return earlier;
  }

  static audit::EarlierPlace place(const Json& json, const std::string& piece) {
    audit::EarlierPlace place;
    place.file = text(json, "file", piece);
    place.line = number(json, "line", piece);
    place.column = number(json, "column", piece);
    place.card = text(json, "card", piece);
    if (json.find("sheet") != nullptr) place.sheet = text(json, "sheet", piece);
    if (member(json, "title", piece).is_null()) {  // running text
      place.spot.file = place.file.substr(place.file.rfind('/') + 1);
      return place;
    }
    place.spot.unit = text(json, "unit", piece);
    place.spot.year = number(json, "year", piece);
    place.spot.title = text(json, "title", piece);
    place.spot.row = text(json, "indicator", piece);
    return place;
  }
};

}  // namespace

diag::Result<std::vector<audit::Earlier>> findings_from_json(const SourcePtr& source) {
  const std::variant<Json, base::JsonFault> parsed = base::parse_json(source->text);
  if (const auto* fault = std::get_if<base::JsonFault>(&parsed)) {
    return diag::Diagnostic{"C111", fmt::format("“{}”不是上次的检查结果：看不成 JSON", source->name),
                            fault->why + "；文件可能没有写完，或改动过。", kFix,
                            place_of(source, std::min(fault->byte, source->text.size()))};
  }
  try {
    return Reader().read(std::get<Json>(parsed));
  } catch (const Wrong& wrong) {
    return diag::Diagnostic{
        "C111",
        fmt::format("“{}”不是上次的检查结果：“{}”{}", source->name, wrong.piece, wrong.what),
        "要有 docs/json.md 里 check 的各个键，位置里要有单位、年度和名称。",
        kFix,
        {source, 0, 0, 0}};
  }
}

}  // namespace jiheng::report
