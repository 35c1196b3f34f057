// engine/office/pdf/pdf_tokens.h: the bytes of a content stream or a CMap -> its tokens, one after the other.
// Takes   what qpdf's tokenizer takes. Inline images are passed over.
// Seen by the reader of PDF files alone: it shows qpdf.
#pragma once

#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <string>

namespace jiheng::office {

class PdfTokens {
 public:
  using Token = QPDFTokenizer::Token;
  using Type = QPDFTokenizer::token_type_e;

  /// The text must live as long as the tokens.
  explicit PdfTokens(std::string& text)
      : buffer_(reinterpret_cast<unsigned char*>(text.data()), text.size()),  // NOLINT: bytes are bytes
        input_(std::make_shared<BufferInputSource>("content", &buffer_, false)) {
    tokenizer_.allowEOF();
  }

  /// The next one; tt_eof at the end.
  const Token& next() {
    token_ = tokenizer_.readToken(input_, kContext, true, kLongest);
    return token_;
  }

  /// Behind ID: goes behind EI.
  void pass_inline_image() {
    char space = 0;
    input_->read(&space, 1);
    tokenizer_.expectInlineImage(input_);
    next();
  }

 private:
  static constexpr std::size_t kLongest = 1U << 20U;
  inline static const std::string kContext = "content";

  Buffer buffer_;
  std::shared_ptr<InputSource> input_;
  QPDFTokenizer tokenizer_;
  Token token_;
};

}  // namespace jiheng::office
