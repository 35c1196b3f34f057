// Takes how far a run has come, gives it as a text and back. Leaves the files to whoever writes them.
#include "engine/bulk/checkpoint.h"

#include <charconv>
#include <functional>

#include "engine/base/json.h"

namespace jiheng::bulk {
namespace {

using base::Json;

Json list_of(const std::set<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

/// False where the key is missing or no whole number from 0 on.
template <class Number>
bool get_number(const Json& json, std::string_view key, Number& out) {
  const Json* value = json.find(key);
  const std::string* digits = value == nullptr ? nullptr : value->digits();
  if (digits == nullptr) return false;
  const auto read = std::from_chars(digits->data(), digits->data() + digits->size(), out);
  return read.ec == std::errc() && read.ptr == digits->data() + digits->size();
}

const Json::Array* list_at(const Json& json, std::string_view key) {
  const Json* value = json.find(key);
  return value != nullptr && value->is_array() ? &value->items() : nullptr;
}

Json json_of_summary(const Summary& summary) {
  Json list = Json::array();
  for (const auto& [key, sums] : summary.groups()) {
    Json grades = Json::object();
    for (const auto& [grade, count] : sums.grades) grades.members().push_back({grade, count});
    Json ranges = Json::array();
    for (const std::size_t count : sums.ranges) ranges.push_back(count);
    list.push_back({{"unit", std::get<0>(key)},
                    {"scheme", std::get<1>(key)},
                    {"year", std::get<2>(key)},
                    {"cards", sums.cards},
                    {"not_scored", sums.not_scored},
                    {"open_rows", sums.open_rows},
                    {"marks_off", sums.marks_off},
                    {"low", sums.low.to_string()},
                    {"high", sums.high.to_string()},
                    {"grades", std::move(grades)},
                    {"ranges", std::move(ranges)}});
  }
  return list;
}

bool get_sums(const Json& json, GroupSums& sums) {
  const auto decimal = [&json](std::string_view key, base::Decimal& out) {
    const Json* value = json.find(key);
    const std::string* text = value == nullptr ? nullptr : value->text();
    const auto read = text == nullptr ? std::nullopt : base::Decimal::parse(*text);
    if (read) out = *read;
    return read.has_value();
  };
  const Json* grades = json.find("grades");
  const Json::Array* ranges = list_at(json, "ranges");
  if (!get_number(json, "cards", sums.cards) || !get_number(json, "not_scored", sums.not_scored) ||
      !get_number(json, "open_rows", sums.open_rows) || !get_number(json, "marks_off", sums.marks_off) ||
      !decimal("low", sums.low) || !decimal("high", sums.high) || grades == nullptr || !grades->is_object() ||
      ranges == nullptr || ranges->size() != sums.ranges.size())
    return false;
  for (const Json::Member& grade : grades->members()) {
    if (!get_number(*grades, grade.key, sums.grades[grade.key])) return false;
  }
  for (std::size_t i = 0; i < ranges->size(); ++i) {
    const auto whole = (*ranges)[i].whole();
    if (!whole || *whole < 0) return false;
    sums.ranges[i] = static_cast<std::size_t>(*whole);
  }
  return true;
}

bool get_summary(const Json& json, Summary& summary) {
  const Json::Array* list = list_at(json, "summary");
  if (list == nullptr) return false;
  for (const Json& group : *list) {
    const auto text = [&group](std::string_view key) {
      const Json* value = group.find(key);
      return value == nullptr ? nullptr : value->text();
    };
    const std::string* unit = text("unit");
    const std::string* scheme = text("scheme");
    const std::string* year = text("year");
    if (unit == nullptr || scheme == nullptr || year == nullptr ||
        !get_sums(group, summary.group(*unit, *scheme, *year)))
      return false;
  }
  return true;
}

}  // namespace

std::uint64_t hash_of(const Block& block) {
  const std::hash<std::string_view> hash;
  std::uint64_t all = chained(hash(block.source->name), static_cast<std::uint64_t>(block.first_line));
  for (const std::string& title : block.head->titles) all = chained(all, hash(title));
  return chained(all, hash(block.text));
}

std::uint64_t chained(std::uint64_t before, std::uint64_t more) {
  return (before ^ (more + 0x9E3779B97F4A7C15U + (before << 6U) + (before >> 2U))) * 0xBF58476D1CE4E5B9U;
}

std::string text_of_checkpoint(const Checkpoint& checkpoint, std::string_view job) {
  Json sizes = Json::array();
  for (const std::uint64_t size : checkpoint.sizes) sizes.push_back(size);
  const Json json = {{"job", job},
                     {"blocks", checkpoint.blocks},
                     {"hash", checkpoint.hash},
                     {"cards", checkpoint.cards},
                     {"not_scored", checkpoint.not_scored},
                     {"rows", checkpoint.rows},
                     {"any_errors", checkpoint.any_errors},
                     {"finding_ids", list_of(checkpoint.finding_ids)},
                     {"findings", checkpoint.findings},
                     {"sizes", std::move(sizes)},
                     {"summary", json_of_summary(checkpoint.summary)}};
  return json.dump(1) + "\n";
}

std::optional<Checkpoint> checkpoint_of(std::string_view text, std::string_view job) {
  const auto read = base::parse_json(text);
  const Json* json = std::get_if<Json>(&read);
  const Json* job_of = json == nullptr ? nullptr : json->find("job");
  if (job_of == nullptr || job_of->text() == nullptr || *job_of->text() != job) return std::nullopt;
  Checkpoint out;
  const Json* errors = json->find("any_errors");
  const Json::Array* ids = list_at(*json, "finding_ids");
  const Json::Array* sizes = list_at(*json, "sizes");
  if (!get_number(*json, "blocks", out.blocks) || !get_number(*json, "hash", out.hash) ||
      !get_number(*json, "cards", out.cards) || !get_number(*json, "not_scored", out.not_scored) ||
      !get_number(*json, "rows", out.rows) || !get_number(*json, "findings", out.findings) ||
      errors == nullptr || errors->truth() == nullptr || ids == nullptr || sizes == nullptr ||
      !get_summary(*json, out.summary))
    return std::nullopt;
  out.any_errors = *errors->truth();
  for (const Json& id : *ids) {
    if (id.text() == nullptr) return std::nullopt;
    out.finding_ids.insert(*id.text());
  }
  for (const Json& size : *sizes) {
    const auto whole = size.whole();
    if (!whole || *whole < 0) return std::nullopt;
    out.sizes.push_back(static_cast<std::uint64_t>(*whole));
  }
  return out;
}

}  // namespace jiheng::bulk
