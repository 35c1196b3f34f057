// Takes the operands of a command, gives files. Leaves reading them to document_from_path and load.
#include "engine/app/input_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "engine/diag/source_from_file.h"
#include "engine/intake/document_kind.h"

namespace jiheng::app {
namespace {

constexpr std::size_t kShownFiles = 5;
constexpr std::string_view kReadOutOfFolders = "文件夹里只读 .xlsx .ods .docx .pdf .html .csv .tsv .txt 文件";

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool is_no_document(const std::string& path) {
  const std::string name = name_of(path);
  return name.starts_with("~$") || name == kWaiversFile || name == kSettingsFile;
}

bool is_taken(const std::string& path, Take take) {
  const std::string ending = intake::ending_of(path);
  const auto among = [&ending](const auto& list) {
    return std::find(list.begin(), list.end(), ending) != list.end();
  };
  return among(intake::kDocumentEndings) ||
         (take == Take::scorecards_and_documents && among(intake::kScorecardEndings));
}

std::string what_is_read(Take take) {
  return take == Take::documents ? fmt::format("{}。", kReadOutOfFolders)
                                 : fmt::format("{}和 .yaml、.yml 自评表。", kReadOutOfFolders);
}

diag::Diagnostic left(const std::string& folder, const std::vector<std::string>& names, Take take) {
  const std::size_t shown = std::min(names.size(), kShownFiles);
  return {"I141",
          fmt::format("文件夹“{}”里有 {} 个文件没有读：{}{}", folder, names.size(),
                      fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), "、"),
                      shown < names.size() ? "……" : ""),
          what_is_read(take),
          "里面有绩效表的，另存为能读的格式；没有的不用管。",
          {}};
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
    bool any = false;
    for (const std::string& path : listed.paths) {
      if (is_no_document(path)) continue;
      if (is_taken(path, take_)) {
        put(path, true);
        any = true;
      } else {
        others.push_back(name_of(path));
      }
    }
    if (!any) {
      out.problems.push_back({"C104",
                              fmt::format("文件夹“{}”里没有自评表", folder),
                              what_is_read(take_),
                              "把自评表放进去，或写明文件。",
                              {}});
    } else if (!others.empty()) {
      out.problems.push_back(left(folder, others, take_));
    }
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

diag::Diagnostic left_in_folder(const std::string& path) {
  return {"I141",
          fmt::format("“{}”里没有绩效表，没有取", path),
          "文件夹里的文件都看一遍，没有绩效表的跳过。",
          "应该有表的，单独导入这一份，看说的原因。",
          {}};
}

}  // namespace jiheng::app
