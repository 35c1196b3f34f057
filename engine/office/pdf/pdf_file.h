// engine/office/pdf/pdf_file.h: the bytes of a PDF -> its pages, one after the other.
// Takes   plain, linearised and hybrid files; damaged ones where qpdf finds all objects again; encrypted ones that open without a password.
// Fails   I108 damaged, I109 password, I110 past a limit.
// Limits  kMaxPdfBytes of the file, kMaxPdfPages, kMaxPdfStreamBytes of one stream and kMaxPdfInflatedBytes of all.
#pragma once

#include <cstddef>
#include <functional>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"
#include "engine/office/pdf/pdf_page.h"

namespace jiheng::office {

inline constexpr std::size_t kMaxPdfBytes = 256U << 20U;
inline constexpr std::size_t kMaxPdfPages = 5000;
inline constexpr std::size_t kMaxPdfStreamBytes = 64U << 20U;
inline constexpr std::size_t kMaxPdfInflatedBytes = std::size_t{2} << 30U;

/// Gives each page to `take`, turned so that most of its text reads from left to right. Empty where all were read; a page
/// past a limit ends the reading.
std::vector<diag::Diagnostic> read_pdf(const base::SourcePtr& file,
                                       const std::function<void(PdfPage&&)>& take);

}  // namespace jiheng::office
