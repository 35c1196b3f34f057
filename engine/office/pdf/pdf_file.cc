// Takes the bytes of a PDF, gives its pages. Leaves the file's objects, streams and encryption to qpdf, what a page draws to
// pdf_content.
#include "engine/office/pdf/pdf_file.h"

// clang 14 does not compile the JSON class of qpdf as C++20; the objects only name it.
#define JSON_HH
class JSON;

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/office/pdf/pdf_content.h"
#include "engine/office/pdf/pdf_font.h"

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

struct Overflow : std::exception {
  const char* what() const noexcept override { return "too large"; }
};

/// Keeps what is written, up to a limit; past it the writing is broken off.
class BoundedText : public Pipeline {
 public:
  explicit BoundedText(std::size_t limit) : Pipeline("bounded", nullptr), limit_(limit) {}
  void write(const unsigned char* data, std::size_t size) override {
    if (size > limit_ - text_.size()) {
      overflown_ = true;
      throw Overflow();
    }
    text_.append(reinterpret_cast<const char*>(data), size);  // NOLINT: bytes are bytes
  }
  void finish() override {}
  bool overflown() const { return overflown_; }
  std::string take() { return std::move(text_); }

 private:
  std::size_t limit_;
  std::string text_;
  bool overflown_ = false;
};

/// All streams of a file through one budget. One that cannot be decoded whole is damaged: half of a page looks like all of it.
class Streams {
 public:
  std::string operator()(QPDFObjectHandle stream) {
    if (overflown_ || damaged_) return {};
    BoundedText text(std::min(kMaxPdfStreamBytes, kMaxPdfInflatedBytes - used_));
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
  bool damaged() const { return damaged_; }

 private:
  std::size_t used_ = 0;
  bool overflown_ = false;
  bool damaged_ = false;
};

/// Whether streams of objects or of the list of objects inflate past the limits: qpdf inflates these whole by itself, before
/// anybody can count. Looked for by their names; O(size of the file and of what they inflate to).
bool object_streams_overflow(std::string_view bytes) {
  constexpr std::size_t kDictionary = 4096;  // bytes in which the entries of a stream stand
  std::size_t used = 0;
  for (const std::string_view kind : {std::string_view("/ObjStm"), std::string_view("/XRef")}) {
    for (std::size_t at = bytes.find(kind); at != std::string_view::npos; at = bytes.find(kind, at + 1)) {
      const std::size_t begin = bytes.substr(0, at + kDictionary).find("stream", at);
      if (begin == std::string_view::npos) continue;
      std::string_view data = bytes.substr(begin + std::string_view("stream").size());
      data.remove_prefix(std::min(data.size(), data.find_first_not_of("\r\n")));
      data = data.substr(0, data.find("endstream"));
      BoundedText text(std::min(kMaxPdfStreamBytes, kMaxPdfInflatedBytes - used));
      try {
        Pl_Flate flate("objects", &text, Pl_Flate::a_inflate);
        flate.write(reinterpret_cast<const unsigned char*>(data.data()),
                    data.size());  // NOLINT: bytes are bytes
        flate.finish();
      } catch (const std::bad_alloc&) {
        throw;
      } catch (const std::exception&) {  // NOLINT: encrypted or damaged; qpdf says what it is
      }
      if (text.overflown()) return true;
      used += text.take().size();
    }
  }
  return false;
}

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

}  // namespace

std::vector<diag::Diagnostic> read_pdf(const base::SourcePtr& file,
                                       const std::function<void(PdfPage&&)>& take) {
  if (file->text.size() > kMaxPdfBytes)
    return {pdf_too_large(file, fmt::format("PDF 文件最多 {} MiB。", kMaxPdfBytes >> 20U))};
  try {
    if (object_streams_overflow(file->text)) return {pdf_overflows(file)};
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile(file->name.c_str(), file->text.data(), file->text.size());
    const int stated = pages_stated(pdf);
    const std::vector<QPDFObjectHandle>& pages = pdf.getAllPages();
    if (pages.empty()) return {pdf_damaged(file, kNoPages)};
    const auto found =
        std::count_if(pages.begin(), pages.end(), [](QPDFObjectHandle page) { return page.isDictionary(); });
    if (std::max(stated, static_cast<int>(pages.size())) > found)
      return {pdf_damaged(file, fmt::format("写明有 {} 页，只找到 {} 页。", stated, found))};
    if (pages.size() > kMaxPdfPages)
      return {pdf_too_large(file,
                            fmt::format("PDF 文件最多 {} 页，这一份有 {} 页。", kMaxPdfPages, pages.size()))};
    Streams streams;
    PdfShared shared{[&streams](const QPDFObjectHandle& stream) { return streams(stream); },
                     PdfLayers(pdf.getRoot())};
    int number = 0;
    for (const QPDFObjectHandle& object : pages) {
      PdfPage page = page_from_content(object, shared);
      if (streams.overflown()) return {pdf_overflows(file)};
      page.number = ++number;
      if (streams.damaged() || lost_a_stream(pdf))
        return {pdf_damaged(file, fmt::format("第 {} 页的内容解不开。", number))};
      turn(page);
      take(std::move(page));
    }
  } catch (const QPDFExc& fault) {
    return {fault.getErrorCode() == qpdf_e_password ? pdf_sealed(file) : pdf_damaged(file, kNoPages)};
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return {pdf_damaged(file, kNoPages)};
  }
  return {};
}

}  // namespace jiheng::office
