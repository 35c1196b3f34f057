// What the page does not have, compiled for it alone: in the place of office/pdf and office/archive one that takes a PDF or an
// archive and gives I106 (qpdf and libarchive would double what is built for it; the program has them); in the place of
// base/run_program one that starts no program.
#ifdef __EMSCRIPTEN__
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/run_program.h"
#include "engine/office/archive/archive_members.h"
#include "engine/office/pdf/sheets_from_pdf.h"

namespace jiheng::base {

RunEnd run_program(const std::vector<std::string>&, const std::vector<std::string>&, int) {
  return RunEnd::not_started;
}
void kill_running_program() noexcept {}

}  // namespace jiheng::base

namespace jiheng::office {

bool is_pdf(std::string_view bytes) {
  constexpr std::size_t kHeadWithin = 1024;
  return bytes.substr(0, kHeadWithin).find("%PDF-") != std::string_view::npos;
}

diag::Result<WrittenDocument> sheets_from_pdf(const base::SourcePtr& file, const PageProgress& /*progress*/) {
  return diag::Diagnostic{"I106",
                          fmt::format("“{}”是 PDF 文件，这个网页里读不了", file->name),
                          "读 PDF 的部分没有放进这一个文件里。",
                          "用绩衡的程序读它；或者用办公软件把它另存为 .docx 或 .xlsx，再拖进来。",
                          {}};
}

bool is_archive(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> kHeads = {"PK\x03\x04", "PK\x05\x06", "7z\xBC\xAF\x27\x1C",
                                                      "Rar!\x1A\x07", "\x1F\x8B"};
  return std::any_of(kHeads.begin(), kHeads.end(),
                     [bytes](std::string_view h) { return bytes.starts_with(h); });
}

diag::Result<ArchiveMembers> members_of_archive(const base::SourcePtr& file,
                                                const std::function<bool(std::string_view)>&) {
  return diag::Diagnostic{"I106",
                          fmt::format("“{}”是压缩包，这个网页里读不了", file->name),
                          "读压缩包的部分没有放进这一个文件里。",
                          "先解压，再把里面的文件或整个文件夹拖进来；或者用绩衡的程序读它。",
                          {}};
}

}  // namespace jiheng::office
#endif
