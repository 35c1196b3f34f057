// Takes the operands of a command, gives files. Leaves reading them to document_from_path and load.
#include "engine/app/input_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "engine/diag/append.h"
#include "engine/diag/source_from_file.h"
#include "engine/intake/document_kind.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kShownFiles = 5;
std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_no_document(std::string_view path) {
  return name_of(path) == kWaiversFile || name_of(path) == kSettingsFile;
}

bool is_read(std::string_view ending, Take take) {
  return intake::is_document_ending(ending) ||
         (take == Take::scorecards_and_documents && intake::is_scorecard_ending(ending));
}

/// By the first ending of each kind.
std::string what_is_read(std::string_view what, Take take) {
  std::string out = fmt::format("{}里只读", what);
  for (const intake::KindRow& row : intake::kinds()) {
    const std::string_view first = row.endings.substr(0, row.endings.find(' '));
    if (is_read(first, take)) out += fmt::format(" {}", first);
  }
  return out + " 等文件，全部见 jiheng list kinds。";
}

std::string listed(const std::vector<std::string>& names) {
  const std::size_t shown = std::min(names.size(), kShownFiles);
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) out += fmt::format("{}{}", i == 0 ? "" : "、", name_of(names[i]));
  return shown < names.size() ? out + "……" : out;
}

class Files {
 public:
  Files(Take take, const base::FileStore& store) : take_(take), store_(store) {}

  void put(const std::string& path, bool in_folder) {
    if (seen_.insert(path).second) out.files.push_back({path, in_folder});
  }

  void put_folder(const std::string& folder) {
    const base::ListOutcome listed = store_.list(folder, {""}, diag::kMaxFiles);
    if (listed.status != base::IoStatus::ok) {
      out.problems.push_back(diag::cannot_read(folder, listed.status));
      return;
    }
    std::vector<std::string> others;
    std::size_t taken = 0;
    for (const std::string& path : listed.paths) {
      if (is_no_document(path)) continue;
      if (is_taken(path, take_)) {
        put(path, true);
        ++taken;
      } else {
        others.push_back(path);
      }
    }
    diag::append(out.problems, what_is_left("文件夹", folder, taken, others, take_));
  }

  InputFiles out;

 private:
  Take take_;
  const base::FileStore& store_;
  std::set<std::string> seen_;
};

}  // namespace

InputFiles input_files(const std::vector<std::string>& paths, Take take, const base::FileStore& store) {
  Files files(take, store);
  for (const std::string& path : paths) {
    if (path != "-" && store.is_folder(path)) {
      files.put_folder(path);
    } else {
      files.put(path, false);
    }
  }
  return std::move(files.out);
}

bool is_left_behind(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.starts_with('.') || name.starts_with("~$") || name == "Thumbs.db" || name == "desktop.ini" ||
         path.starts_with("__MACOSX/") || path.find("/__MACOSX/") != std::string_view::npos;
}

bool is_taken(std::string_view path, Take take) {
  return !is_left_behind(path) && !is_no_document(path) && is_read(intake::ending_of(path), take);
}

std::vector<diag::Diagnostic> what_is_left(std::string_view what, const std::string& name, std::size_t taken,
                                           const std::vector<std::string>& others, Take take) {
  std::vector<diag::Diagnostic> problems;
  if (taken == 0) {
    problems.push_back({"C104",
                        fmt::format("{}“{}”里没有自评表", what, name),
                        what_is_read(what, take),
                        "把自评表放进去，或写明文件。",
                        {}});
  }
  std::vector<std::string> left;
  std::vector<std::string> behind;
  for (const std::string& other : others) {
    if (!is_no_document(other)) (is_left_behind(other) ? behind : left).push_back(other);
  }
  if (taken > 0 && !left.empty()) {
    problems.push_back({"I141",
                        fmt::format("{}“{}”里有 {} 个文件没有读：{}", what, name, left.size(), listed(left)),
                        what_is_read(what, take),
                        "里面有绩效表的，另存为能读的格式；没有的不用管。",
                        {}});
  }
  if (!behind.empty()) {
    problems.push_back(
        {"I141",
         fmt::format("{}“{}”里有 {} 个系统和临时文件没有看：{}", what, name, behind.size(), listed(behind)),
         "这些是系统和办公软件自己留下的，里面没有表。",
         "不用管。",
         {}});
  }
  return problems;
}

diag::Diagnostic left_in_folder(const std::string& path) {
  return {"I141",
          fmt::format("“{}”里没有绩效表，没有取", path),
          "文件夹里的文件都看一遍，没有绩效表的跳过。",
          "应该有表的，单独导入这一份，看说的原因。",
          {}};
}

}  // namespace jiheng::app
