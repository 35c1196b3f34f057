// Takes old office files, has LibreOffice write them anew. Leaves running a program to base, reading the results to intake.
#include "engine/app/inputs/old_office.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/app/document_source.h"
#include "engine/base/files.h"
#include "engine/base/run_program.h"
#include "engine/base/scratch_folder.h"
#include "engine/intake/document_kind.h"
#include "engine/office/old/old_office_file.h"
#include "engine/office/zip_package.h"

namespace jiheng::app {
namespace {

using Kind = office::OldOfficeFile::Kind;

constexpr std::size_t kFilesACall = 100;
constexpr std::size_t kMostFaults = 10;  ///< files that end their call, before the rest is left

/// Macros never run, links are never followed, nothing is asked of the network.
constexpr std::string_view kProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
)";

struct Target {
  Kind kind;
  std::string_view ending;  ///< of the file handed over, where it is no rich text
  std::string_view result;
};
constexpr Target kTargets[] = {{Kind::workbook, ".xls", "xlsx"}, {Kind::word, ".doc", "docx"}};

diag::Diagnostic not_renewed(const base::SourcePtr& file, std::string why) {
  return {"I170",
          fmt::format("“{}”没有转成新的格式，读不了", file->name),
          std::move(why),
          "用 Excel、Word 或 WPS 打开看一看，另存为 .xlsx / .docx。",
          {file}};
}

/// One run of the program over some files of one kind.
class Call {
 public:
  Call(const OfficeProgram& program, const Target& target)
      : program_(program), target_(target), folder_(program.scratch_folder) {}

  /// Results by the numbers of the files, nullopt where there is none.
  std::vector<std::optional<std::string>> run(const std::vector<base::SourcePtr>& files) {
    std::vector<std::optional<std::string>> out(files.size());
    const std::string& root = folder_.path();
    const std::string profile = root + "/profile/user";
    if (root.empty() || base::make_folder(profile) != base::IoStatus::ok ||
        base::make_folder(root + "/in") != base::IoStatus::ok ||
        base::write_file(profile + "/registrymodifications.xcu", kProfile, base::Overwrite::no) !=
            base::IoStatus::ok) {
      return out;
    }
    std::vector<std::string> words = {program_.path,
                                      fmt::format("-env:UserInstallation=file://{}/profile", root),
                                      "--headless",
                                      "--norestore",
                                      "--nolockcheck",
                                      "--convert-to",
                                      std::string(target_.result),
                                      "--outdir",
                                      root + "/out"};
    for (std::size_t i = 0; i < files.size(); ++i) {
      const std::string_view ending = files[i]->text.starts_with("{\\rtf") ? ".rtf" : target_.ending;
      words.push_back(fmt::format("{}/in/{}{}", root, i, ending));
      if (base::write_file(words.back(), files[i]->text, base::Overwrite::no) != base::IoStatus::ok)
        return out;
    }
    const std::vector<std::string> environment = {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + root,
                                                  "TMPDIR=" + root, "LC_ALL=C.UTF-8"};
    end = base::run_program(words, environment, program_.seconds_a_file * 1000);
    for (std::size_t i = 0; i < files.size(); ++i) {
      auto made = base::read_file(fmt::format("{}/out/{}.{}", root, i, target_.result), kMaxDocumentBytes);
      if (made.status == base::IoStatus::ok && office::is_office_package(made.text).value_or(false))
        out[i] = std::move(made.text);
    }
    return out;
  }

  base::RunEnd end = base::RunEnd::not_started;

 private:
  const OfficeProgram& program_;
  const Target& target_;
  base::ScratchFolder folder_;
};

class Renewal {
 public:
  Renewal(const OfficeProgram& program, const std::vector<base::SourcePtr>& files)
      : program_(program), files_(files), out_(files.size()) {
    inside_.reserve(files.size());
    for (const base::SourcePtr& file : files) inside_.push_back(office::old_office_file_in(file->text));
  }

  std::vector<diag::Result<base::SourcePtr>> run() {
    for (const Target& target : kTargets) {
      std::vector<std::size_t> open;
      for (std::size_t i = 0; i < files_.size(); ++i) {
        const office::OldOfficeFile& inside = inside_[i];
        if (inside.kind != target.kind) continue;
        if (inside.encrypted && (program_.path.empty() || inside.kind == Kind::word)) {
          out_[i] = office::password_protected(files_[i]);
        } else if (program_.path.empty()) {
          out_[i] = intake::old_office_file(files_[i]->name);
        } else {
          open.push_back(i);
        }
      }
      renew(target, std::move(open));
    }
    return std::move(out_);
  }

 private:
  void renew(const Target& target, std::vector<std::size_t> open) {
    for (std::size_t faults = 0; !open.empty();) {
      std::vector<std::size_t> now(
          open.begin(), open.begin() + static_cast<std::ptrdiff_t>(std::min(open.size(), kFilesACall)));
      std::vector<base::SourcePtr> given;
      given.reserve(now.size());
      for (const std::size_t i : now) given.push_back(files_[i]);
      Call call(program_, target);
      auto made = call.run(given);
      std::vector<std::size_t> missing;
      for (std::size_t k = 0; k < now.size(); ++k) {
        if (made[k]) {
          out_[now[k]] =
              std::make_shared<const base::Source>(base::Source{files_[now[k]]->name, std::move(*made[k])});
        } else {
          missing.push_back(now[k]);
        }
      }
      open.erase(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(now.size()));
      if (missing.empty()) continue;
      if (call.end == base::RunEnd::finished) {
        for (const std::size_t i : missing) fail(i, "LibreOffice 打不开它，多半坏了。");
        continue;
      }
      if (call.end == base::RunEnd::not_started || ++faults > kMostFaults) {
        missing.insert(missing.end(), open.begin(), open.end());
        for (const std::size_t i : missing)
          fail(i, call.end == base::RunEnd::not_started
                      ? "LibreOffice 没有运行起来。"
                      : "LibreOffice 在前面的文件上出错太多次，没有轮到它。");
        return;
      }
      // It takes the files one behind the other: it ended at the first that has no result.
      fail(missing.front(), call.end == base::RunEnd::silent
                                ? fmt::format("LibreOffice 用了 {} 秒还没有转完。", program_.seconds_a_file)
                                : "LibreOffice 转到它时出错了。");
      open.insert(open.begin(), missing.begin() + 1, missing.end());
    }
  }

  void fail(std::size_t i, std::string why) {
    out_[i] =
        inside_[i].encrypted ? office::password_protected(files_[i]) : not_renewed(files_[i], std::move(why));
  }

  const OfficeProgram& program_;
  const std::vector<base::SourcePtr>& files_;
  std::vector<office::OldOfficeFile> inside_;  ///< of each file
  std::vector<diag::Result<base::SourcePtr>> out_;
};

}  // namespace

std::vector<diag::Result<base::SourcePtr>> renew_old_files(const OfficeProgram& program,
                                                           const std::vector<base::SourcePtr>& files) {
  return Renewal(program, files).run();
}

}  // namespace jiheng::app
