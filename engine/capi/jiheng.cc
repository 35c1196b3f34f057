// Takes what C hands in, gives what it takes back: the wall that no exception crosses. Leaves every job to rules_handle.cc.
#include "engine/capi/jiheng.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "engine/capi/rules_handle.h"
#include "engine/diag/print.h"

namespace capi = jiheng::capi;

struct jiheng_rules {
  std::unique_ptr<capi::RulesHandle> handle;
};

namespace {

std::string_view text_of(const char* text) { return text == nullptr ? std::string_view() : text; }

/// nullptr where there is no memory.
char* handed_out(std::string_view text) {
  char* const copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy == nullptr) return nullptr;
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return copy;
}

void put(std::string_view text, char** out) {
  if (out != nullptr) *out = handed_out(text);
}

void put_nothing(char** out) {
  if (out != nullptr) *out = nullptr;
}

/// Does the job; whatever it throws is said.
template <class Job>
int behind_the_wall(char** said, const Job& job) noexcept {
  put_nothing(said);
  try {
    return job();
  } catch (const std::bad_alloc&) {
    put("错误: 内存不够\n", said);
  } catch (...) {
    put("错误: 程序内部出错，这一步没有做成\n", said);
  }
  return JIHENG_NOT_DONE;
}

int tell(const capi::Told& told, char** json, char** said) {
  if (told.json && json != nullptr) {
    *json = handed_out(*told.json);
    if (*json == nullptr) throw std::bad_alloc();
  }
  if (!told.problems.empty()) put(jiheng::diag::to_text(told.problems, {}), said);
  return told.code;
}

/// The columns of an answer, in the order of jiheng_points behind its rows.
constexpr std::array kColumns = {&capi::Answer::low,        &capi::Answer::high,      &capi::Answer::status,
                                 &capi::Answer::attainment, &capi::Answer::deviation, &capi::Answer::rule,
                                 &capi::Answer::problem};

/// The answers, and the addresses of their texts, column behind column.
struct PointsWithTexts : jiheng_points {
  explicit PointsWithTexts(std::vector<std::shared_ptr<const capi::Answer>> of_rows)
      : jiheng_points{}, answers(std::move(of_rows)) {
    const std::size_t n = answers.size();
    texts.reserve(n * kColumns.size());
    for (const auto column : kColumns) {
      for (const auto& answer : answers) texts.push_back(((*answer).*column).c_str());
    }
    const char* const* const at = texts.data();
    static_cast<jiheng_points&>(*this) = {n,          at,         at + n,     at + 2 * n,
                                          at + 3 * n, at + 4 * n, at + 5 * n, at + 6 * n};
  }
  PointsWithTexts(const PointsWithTexts&) = delete;
  PointsWithTexts& operator=(const PointsWithTexts&) = delete;

  std::vector<std::shared_ptr<const capi::Answer>> answers;
  std::vector<const char*> texts;
};

std::string_view cell(const char* const* column, std::size_t row) {
  return column == nullptr ? std::string_view() : text_of(column[row]);
}

}  // namespace

extern "C" {

const char* jiheng_version(void) { return JIHENG_VERSION; }

const char* jiheng_rules_version(const jiheng_rules* rules) { return rules->handle->version().c_str(); }

int jiheng_open(const char* folder, jiheng_rules** rules, char** said) {
  *rules = nullptr;
  return behind_the_wall(said, [&] {
    auto opened = capi::RulesHandle::open(std::string(text_of(folder)));
    if (!opened) {
      put(jiheng::diag::to_text(opened.problems, {}), said);
      return static_cast<int>(JIHENG_NOT_DONE);
    }
    *rules = new jiheng_rules{std::move(*opened)};
    return static_cast<int>(JIHENG_DONE);
  });
}

void jiheng_close(jiheng_rules* rules) { delete rules; }

void jiheng_free(char* text) { std::free(text); }

int jiheng_parse(jiheng_rules* rules, const char* text, int year, int actual, const char* level2, char** json,
                 char** said) {
  put_nothing(json);
  return behind_the_wall(said, [&] {
    return tell(rules->handle->parse(text_of(text), year == 0 ? std::nullopt : std::optional(year),
                                     actual != 0, text_of(level2)),
                json, said);
  });
}

int jiheng_score(jiheng_rules* rules, const char* card, const char* scheme, char** json, char** said) {
  put_nothing(json);
  return behind_the_wall(
      said, [&] { return tell(rules->handle->score(text_of(card), text_of(scheme)), json, said); });
}

int jiheng_check(jiheng_rules* rules, const char* card, const char* scheme, char** json, char** said) {
  put_nothing(json);
  return behind_the_wall(
      said, [&] { return tell(rules->handle->check(text_of(card), text_of(scheme)), json, said); });
}

int jiheng_score_rows(jiheng_rules* rules, const jiheng_columns* columns, jiheng_points** points,
                      char** said) {
  *points = nullptr;
  return behind_the_wall(said, [&] {
    std::vector<capi::RowCells> rows(columns->rows);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      rows[r] = {cell(columns->scheme, r), cell(columns->year, r), cell(columns->level1, r),
                 cell(columns->level2, r), cell(columns->name, r), cell(columns->target, r),
                 cell(columns->actual, r), cell(columns->marks, r)};
    }
    auto* made = new PointsWithTexts(rules->handle->score_rows(rows));
    *points = made;
    for (const auto& answer : made->answers) {
      if (!answer->problem.empty()) return static_cast<int>(JIHENG_FINDINGS);
    }
    return static_cast<int>(JIHENG_DONE);
  });
}

void jiheng_free_points(jiheng_points* points) { delete static_cast<PointsWithTexts*>(points); }
}
