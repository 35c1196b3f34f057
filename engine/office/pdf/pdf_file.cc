// Takes the bytes of a PDF, gives its pages. Leaves the file's objects, streams and encryption to qpdf, what a page draws to
// pdf_content.
#include "engine/office/pdf/pdf_file.h"

// clang 14 does not compile the JSON class of qpdf as C++20; the objects only name it.
#define JSON_HH
class JSON;

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/office/pdf/font/pdf_font.h"
#include "engine/office/pdf/objects/pdf_inflated.h"
#include "engine/office/pdf/objects/pdf_object_streams.h"
#include "engine/office/pdf/pdf_content.h"

namespace jiheng::office {
namespace {

constexpr const char* kNoPages = "找不到里面的页。";

diag::Diagnostic pdf_damaged(const base::SourcePtr& file, std::string why) {
  return {"I108",
          "PDF 文件损坏，没有读",
          std::move(why),
          "用 PDF 阅读器打开核对，重新导出或另存一份。",
          {file, 0, 0, 0}};
}

diag::Diagnostic pdf_sealed(const base::SourcePtr& file) {
  return {"I109",
          "PDF 文件设了打开密码，没有读",
          "",
          "用密码打开，打印成没有密码的 PDF 后再导入。",
          {file, 0, 0, 0}};
}

diag::Diagnostic pdf_too_large(const base::SourcePtr& file, std::string why) {
  return {
      "I110", "文件解开后太大，没有读", std::move(why), "把文件分成几份，每份单独导入。", {file, 0, 0, 0}};
}

/// All streams of a file through one budget. One that cannot be decoded whole is damaged: half of a page looks like all of it,
/// so that the page it belongs to is not read.
class Streams {
 public:
  std::string operator()(QPDFObjectHandle stream) {
    if (overflown_ || damaged_) return {};
    PdfInflated text(std::min(kMaxPdfStreamBytes, kMaxPdfInflatedBytes - used_));
    bool decoded = false;
    try {
      const bool whole = stream.pipeStreamData(&text, &decoded, 0, qpdf_dl_generalized, true, false);
      damaged_ = !whole || !decoded;
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception&) {
      damaged_ = true;
    }
    overflown_ = text.overflown();
    std::string bytes = text.take();
    used_ += bytes.size();
    return bytes;
  }
  bool overflown() const { return overflown_; }
  /// Of those since it was asked for last.
  bool take_damaged() { return std::exchange(damaged_, false); }

 private:
  std::size_t used_ = 0;
  bool overflown_ = false;
  bool damaged_ = false;
};

diag::Diagnostic pdf_overflows(const base::SourcePtr& file) {
  return pdf_too_large(file, fmt::format("一部分最多 {} MiB，全部最多 {} MiB。", kMaxPdfStreamBytes >> 20U,
                                         kMaxPdfInflatedBytes >> 20U));
}

/// How many pages the file says it has; a list that was cut off has fewer.
int pages_stated(QPDF& pdf) {
  QPDFObjectHandle pages = pdf.getRoot().getKey("/Pages");
  if (!pages.isDictionary()) return 0;
  QPDFObjectHandle count = pages.getKey("/Count");
  return count.isInteger() ? count.getIntValueAsInt() : 0;
}

/// Whether qpdf has read a stream as empty because its end was not found. Its other remarks are of what it has mended.
bool lost_a_stream(QPDF& pdf) {
  if (!pdf.anyWarnings()) return false;
  const std::vector<QPDFExc> remarks = pdf.getWarnings();  // and forgets them
  return std::any_of(remarks.begin(), remarks.end(), [](const QPDFExc& remark) {
    return remark.getMessageDetail().find("treating stream as empty") != std::string::npos;
  });
}

/// So that most of the text runs to the right.
void turn(PdfPage& page) {
  std::array<std::size_t, 5> counts{};
  for (const PdfGlyph& glyph : page.glyphs) ++counts[static_cast<std::size_t>(glyph.way)];
  const auto way = std::max_element(counts.begin(), counts.begin() + 4) - counts.begin();
  for (; page.turned < way; ++page.turned) {
    const double width = page.width;  // a quarter to the left: what ran down runs to the right
    for (PdfGlyph& glyph : page.glyphs) {
      const PdfBox box = glyph.box;
      glyph.box = {box.top, width - box.right, box.bottom, width - box.left};
      if (glyph.way != PdfWay::slanted)
        glyph.way = static_cast<PdfWay>((static_cast<int>(glyph.way) + 3) % 4);
    }
    for (PdfRule& rule : page.rules) {
      if (!rule.upright) {
        std::tie(rule.from, rule.to) = std::pair(width - rule.to, width - rule.from);
      } else {
        rule.at = width - rule.at;
      }
      rule.upright = !rule.upright;
    }
    std::swap(page.width, page.height);
  }
}

/// Reads the pages of one file that qpdf has opened.
class PagesOfFile {
 public:
  PagesOfFile(const base::SourcePtr& file, const PdfReading& reading)
      : file_(file), reading_(reading), work_left_(reading.work) {}

  /// How many pages there are, where that is not fewer than the file says; else so many with objects in its streams written
  /// out, if they are more.
  diag::Result<PdfPagesFound> read() {
    const auto open = [this](QPDF& pdf, const std::string& bytes) {
      pdf.setSuppressWarnings(true);
      pdf.processMemoryFile(file_->name.c_str(), bytes.data(), bytes.size());
      const int stated = pages_stated(pdf);
      PdfPagesFound found;
      const std::vector<QPDFObjectHandle>& pages = pdf.getAllPages();
      found.found = static_cast<std::size_t>(std::count_if(
          pages.begin(), pages.end(), [](QPDFObjectHandle page) { return page.isDictionary(); }));
      found.stated = std::max(static_cast<std::size_t>(std::max(stated, 0)), pages.size());
      return found;
    };
    PdfPagesFound found;
    QPDF pdf;
    QPDF mended;
    try {
      found = open(pdf, file_->text);
    } catch (const QPDFExc& fault) {
      if (fault.getErrorCode() == qpdf_e_password) return pdf_sealed(file_);
    }
    bool is_mended = false;
    if (found.found == 0 || found.found < found.stated) {
      mended_bytes_ = with_objects_written_out(file_->text);
      try {
        const PdfPagesFound more = mended_bytes_.empty() ? PdfPagesFound{} : open(mended, mended_bytes_);
        is_mended = more.found > found.found;
        if (is_mended) found = more;
      } catch (const QPDFExc&) {  // NOLINT: it is as damaged as it was
      }
    }
    if (found.found == 0) return pdf_damaged(file_, kNoPages);
    if (found.found > kMaxPdfPages) {
      return pdf_too_large(file_,
                           fmt::format("PDF 文件最多 {} 页，这一份有 {} 页。", kMaxPdfPages, found.found));
    }
    if (auto fault = read_pages(is_mended ? mended : pdf)) return std::move(*fault);
    if (lost_ == found.found) return pdf_damaged(file_, "每一页的内容都解不开。");
    return found;
  }

 private:
  std::optional<diag::Diagnostic> read_pages(QPDF& pdf) {
    Streams streams;
    PdfShared shared{[&streams](const QPDFObjectHandle& stream) { return streams(stream); },
                     PdfLayers(pdf.getRoot())};
    const std::vector<QPDFObjectHandle>& pages = pdf.getAllPages();
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (!QPDFObjectHandle(pages[i]).isDictionary()) continue;
      shared.work_left = work_left_;
      PdfPage page;
      if (work_left_ > 0) {
        page = page_from_content(pages[i], shared);
      } else {
        page.work_ended = true;
      }
      page.number = static_cast<int>(i) + 1;
      if (streams.overflown()) return pdf_overflows(file_);
      const bool damaged = streams.take_damaged();
      page.lost = lost_a_stream(pdf) || damaged;
      lost_ += page.lost ? 1 : 0;
      turn(page);
      const std::size_t work = page.work + kWorkAPage;
      work_left_ -= std::min(work_left_, work);
      work_left_ -= std::min(work_left_, reading_.take(std::move(page)));
      if (reading_.progress) reading_.progress(i + 1, pages.size());
    }
    return std::nullopt;
  }

  static constexpr std::size_t kWorkAPage = 100;

  const base::SourcePtr& file_;
  const PdfReading& reading_;
  std::string mended_bytes_;
  std::size_t work_left_;
  std::size_t lost_ = 0;
};

}  // namespace

diag::Result<PdfPagesFound> read_pdf(const base::SourcePtr& file, const PdfReading& reading) {
  if (file->text.size() > kMaxPdfBytes)
    return pdf_too_large(file, fmt::format("PDF 文件最多 {} MiB。", kMaxPdfBytes >> 20U));
  try {
    if (object_streams_overflow(file->text)) return pdf_overflows(file);
    return PagesOfFile(file, reading).read();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return pdf_damaged(file, kNoPages);
  }
}

}  // namespace jiheng::office
