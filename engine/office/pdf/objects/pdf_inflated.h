// engine/office/pdf/objects/pdf_inflated.h: where a stream of a PDF is unpacked to.
// Takes   what qpdf writes into it. Seen by the reader of PDF files alone: it shows qpdf.
#pragma once

#include <cstddef>
#include <exception>
#include <qpdf/Pipeline.hh>
#include <string>
#include <utility>

namespace jiheng::office {

/// Keeps what is written, up to a limit; past it the writing is broken off by an exception.
class PdfInflated : public Pipeline {
 public:
  explicit PdfInflated(std::size_t limit) : Pipeline("inflated", nullptr), limit_(limit) {}
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
  struct Overflow : std::exception {
    const char* what() const noexcept override { return "too large"; }
  };

  std::size_t limit_;
  std::string text_;
  bool overflown_ = false;
};

}  // namespace jiheng::office
