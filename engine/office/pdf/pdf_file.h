// engine/office/pdf/pdf_file.h: the bytes of a PDF -> its pages, one after the other.
// Takes   plain, linearised and hybrid files; encrypted ones that open without a password; damaged ones as far as their objects
//         are found again, those of object streams too. A page of which a stream is damaged comes as lost.
// Fails   I108 damaged: no page is there; I109 password, I110 past a limit.
// Limits  kMaxPdfBytes of the file, kMaxPdfPages, kMaxPdfStreamBytes of one stream and kMaxPdfInflatedBytes of all.
#pragma once

#include <cstddef>
#include <functional>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/pdf/pdf_page.h"
#include "engine/office/written_document.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxPdfBytes = 256U << 20U;
inline constexpr std::size_t kMaxPdfPages = 5000;
inline constexpr std::size_t kMaxPdfStreamBytes = 64U << 20U;
inline constexpr std::size_t kMaxPdfInflatedBytes = std::size_t{2} << 30U;

/// Steps that the reading of one file may take: tokens of content, comparisons, lines and cells of tables. Not a clock, so that
/// it ends at the same page everywhere; some fifteen seconds of a processor. 10'000 a page are usual.
inline constexpr std::size_t kMaxPdfWork = 100'000'000;

struct PdfReading {
  /// Takes each page, turned so that most of its text reads from left to right; gives the steps its own work took. Pages
  /// behind the last step come empty, with work_ended.
  std::function<std::size_t(PdfPage&&)> take;
  PageProgress progress = {};
  std::size_t work = kMaxPdfWork;
};

struct PdfPagesFound {
  std::size_t stated = 0;  ///< that the file says it has; of a damaged one fewer may be found
  std::size_t found = 0;
};

diag::Result<PdfPagesFound> read_pdf(const base::SourcePtr& file, const PdfReading& reading);

}  // namespace jiheng::office
