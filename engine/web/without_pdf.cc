// Takes a PDF, gives I106: the page has no reader of PDF inside (qpdf would double what is built for it); the program has.
// Compiled for the page alone, in the place of office/pdf.
#ifdef __EMSCRIPTEN__
#include <fmt/format.h>

#include "engine/office/pdf/sheets_from_pdf.h"

namespace jiheng::office {

bool is_pdf(std::string_view bytes) {
  constexpr std::size_t kHeadWithin = 1024;
  return bytes.substr(0, kHeadWithin).find("%PDF-") != std::string_view::npos;
}

diag::Result<WrittenDocument> sheets_from_pdf(const base::SourcePtr& file) {
  return diag::Diagnostic{"I106",
                          fmt::format("“{}”是 PDF 文件，这个网页里读不了", file->name),
                          "读 PDF 的部分没有放进这一个文件里。",
                          "用绩衡的程序读它；或者用办公软件把它另存为 .docx 或 .xlsx，再拖进来。",
                          {}};
}

}  // namespace jiheng::office
#endif
