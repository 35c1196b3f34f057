// Zip packages made in a test: the parts as text, so that what is in them can be read here.
#pragma once

#include <zip.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// The bytes of a package of these parts; under a password where one is given.
inline std::string package_of(const Parts& parts, const char* password = nullptr) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    zip_file_set_mtime(zip, static_cast<zip_uint64_t>(index), 1704067200, 0);
    if (password != nullptr) {
      zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
  }
  std::string bytes;
  if (zip_close(zip) == 0 && zip_source_open(target) == 0) {
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    bytes.resize(stat.size);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
  }
  zip_source_free(target);
  return bytes;
}

inline base::SourcePtr file_of(std::string bytes, std::string name = "t.xlsx") {
  return std::make_shared<const base::Source>(base::Source{std::move(name), std::move(bytes)});
}

/// UTF-8 of the basic plane as UTF-16, low byte first, behind its mark.
inline std::string utf16_of(const std::string& text) {
  std::string out = "\xFF\xFE";
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_at(text, at);
    out += static_cast<char>(c.value & 0xFFU);
    out += static_cast<char>(c.value >> 8U);
    at += c.bytes;
  }
  return out;
}

inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
  return text;
}

/// The ids of the problems, in their order: "I108 I110".
inline std::string ids_of(const std::vector<diag::Diagnostic>& problems) {
  std::string out;
  for (const diag::Diagnostic& problem : problems) out += (out.empty() ? "" : " ") + problem.id;
  return out;
}

}  // namespace jiheng::office
