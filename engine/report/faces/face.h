// engine/report/faces/face.h: the one table of faces: the word of --format, the endings of its files, what it takes, how it
// is made of that, and whether a terminal can show it. job_faces.h says which of them a job has.
// Takes   a tree, rows (a tree of tables), sheets, forms, or a text that is finished (JSON, YAML).
// Gives   the bytes; nullopt where a workbook cannot be made (XlsxBook::bytes()).
// Source  docs/architecture.md, "How to add"
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/faces/csv_from_report.h"
#include "engine/report/faces/docx_from_report.h"
#include "engine/report/faces/html_from_report.h"
#include "engine/report/faces/markdown_from_report.h"
#include "engine/report/faces/text_from_report.h"
#include "engine/report/faces/xlsx_from_tables.h"
#include "engine/report/forms/docx_from_form.h"

namespace jiheng::report {

/// What everybody may ask of a face without knowing what it is made of.
struct Face {
  std::string_view name;     ///< the word of --format
  std::string_view endings;  ///< of its files, ".html .htm": the usual one first
  bool binary = false;       ///< no text for a terminal: it wants a file
};

using Bytes = std::optional<std::string>;

/// A face with what it is made of.
template <class Taken>
struct FaceOf : Face {
  Bytes (*made)(const Taken& taken, const TextOptions& options);
};

namespace face {

inline constexpr FaceOf<Report> kText = {
    {"text", ".txt"},
    [](const Report& tree, const TextOptions& o) -> Bytes { return text_from_report(tree, o); }};
inline constexpr FaceOf<std::string> kJson = {
    {"json", ".json"}, [](const std::string& text, const TextOptions&) -> Bytes { return text; }};
inline constexpr FaceOf<std::string> kJsonLines = {
    {"jsonl", ".jsonl"}, [](const std::string& text, const TextOptions&) -> Bytes { return text; }};
inline constexpr FaceOf<std::string> kSarif = {
    {"sarif", ".sarif .json"}, [](const std::string& text, const TextOptions&) -> Bytes { return text; }};
inline constexpr FaceOf<std::string> kYaml = {
    {"yaml", ".yaml .yml"}, [](const std::string& text, const TextOptions&) -> Bytes { return text; }};
inline constexpr FaceOf<Report> kCsv = {
    {"csv", ".csv"}, [](const Report& rows, const TextOptions&) -> Bytes { return csv_from_report(rows); }};
inline constexpr FaceOf<Report> kMarkdown = {
    {"md", ".md .markdown"},
    [](const Report& tree, const TextOptions&) -> Bytes { return markdown_from_report(tree); }};
inline constexpr FaceOf<Report> kHtml = {
    {"html", ".html .htm"},
    [](const Report& tree, const TextOptions&) -> Bytes { return html_from_report(tree); }};
inline constexpr FaceOf<Report> kWord = {
    {"docx", ".docx", true},
    [](const Report& tree, const TextOptions&) -> Bytes { return docx_from_report(tree); }};
inline constexpr FaceOf<std::vector<Form>> kWordForms = {
    kWord,
    [](const std::vector<Form>& forms, const TextOptions&) -> Bytes { return docx_from_forms(forms); }};
inline constexpr FaceOf<std::vector<TableSheet>> kWorkbook = {
    {"xlsx", ".xlsx", true}, [](const std::vector<TableSheet>& sheets, const TextOptions&) -> Bytes {
      return xlsx_from_tables(sheets);
    }};
/// Of a workbook with formulas of its own.
inline constexpr FaceOf<Bytes> kFinishedWorkbook = {
    kWorkbook, [](const Bytes& bytes, const TextOptions&) -> Bytes { return bytes; }};

}  // namespace face

/// Every face, each word once.
std::span<const Face> faces();

/// nullptr where no face has this word.
const Face* find_face(std::string_view name);

/// The ending of a file's name as it stands, in small letters with its dot: ".xlsx"; empty where it is none that a face or
/// another program's document has ("结果", "结果.2023", "成套/").
std::string known_ending(std::string_view path);

/// Whether files of the face have this ending.
bool has_ending(const Face& face, std::string_view ending);

}  // namespace jiheng::report
