// Archives made in a test: the files in them as text; a rar, which no free program writes, by hand, stored as it is.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/place.h"

namespace jiheng::office {

using Files = std::vector<std::pair<std::string, std::string>>;

struct Packing {
  int (*format)(archive*) = archive_write_set_format_zip;
  int (*filter)(archive*) = archive_write_add_filter_none;
};
inline constexpr Packing kZip = {};
inline constexpr Packing kSevenZip = {archive_write_set_format_7zip, archive_write_add_filter_none};
inline constexpr Packing kTar = {archive_write_set_format_gnutar, archive_write_add_filter_none};
inline constexpr Packing kTarGz = {archive_write_set_format_pax_restricted, archive_write_add_filter_gzip};
inline constexpr Packing kTarXz = {archive_write_set_format_pax_restricted, archive_write_add_filter_xz};

/// Names are raw bytes for a zip and a gnu tar, UTF-8 for the others.
inline std::string archive_of(const Files& files, Packing packing = kZip, const char* options = nullptr) {
  const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  const locale_t before = ::uselocale(
      packing.format == kZip.format || packing.format == kTar.format ? static_cast<locale_t>(nullptr) : utf8);
  std::string out(64U << 20U, '\0');
  std::size_t size = 0;
  archive* a = archive_write_new();
  packing.format(a);
  packing.filter(a);
  if (options != nullptr) archive_write_set_options(a, options);
  archive_write_set_bytes_in_last_block(a, 1);
  archive_write_open_memory(a, out.data(), out.size(), &size);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1704067200, 0);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(a, entry);
    archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  ::uselocale(before);
  ::freelocale(utf8);
  out.resize(size);
  return out;
}

inline std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline std::string low_first(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * static_cast<unsigned>(i))) & 0xFF);
  return out;
}

/// A rar of the fourth version; names are raw bytes.
inline std::string rar4_of(const Files& files) {
  const auto block = [](const std::string& body) { return low_first(crc_of(body) & 0xFFFF, 2) + body; };
  std::string out = {'R', 'a', 'r', '!', '\x1A', '\x07', '\0'};
  out += block(low_first(0x73, 1) + low_first(0, 2) + low_first(13, 2) + low_first(0, 6));
  for (const auto& [name, bytes] : files) {
    out += block(low_first(0x74, 1) + low_first(0x8000, 2) + low_first(32 + name.size(), 2) +
                 low_first(bytes.size(), 4) + low_first(bytes.size(), 4) + low_first(2, 1) +
                 low_first(crc_of(bytes), 4) + low_first(0x5A000000, 4) + low_first(20, 1) +
                 low_first(0x30, 1) + low_first(name.size(), 2) + low_first(0x20, 4) + name) +
           bytes;
  }
  return out + block(low_first(0x7B, 1) + low_first(0x4000, 2) + low_first(7, 2));
}

/// A rar of the fifth version; names are UTF-8.
inline std::string rar5_of(const Files& files) {
  const auto number = [](std::size_t value) {
    std::string out;
    for (; value >= 128; value >>= 7U) out += static_cast<char>((value & 127U) | 128U);
    return out + static_cast<char>(value);
  };
  const auto block = [&](const std::string& body) {
    const std::string counted = number(body.size()) + body;
    return low_first(crc_of(counted), 4) + counted;
  };
  std::string out = {'R', 'a', 'r', '!', '\x1A', '\x07', '\x01', '\0'};
  out += block(number(1) + number(0) + number(0));
  for (const auto& [name, bytes] : files) {
    out +=
        block(number(2) + number(2) + number(bytes.size()) + number(4) + number(bytes.size()) + number(0x20) +
              low_first(crc_of(bytes), 4) + number(0) + number(1) + number(name.size()) + name) +
        bytes;
  }
  return out + block(number(5) + number(0) + number(0));
}

inline base::SourcePtr archive_file(std::string bytes, std::string name = "提交.zip") {
  return std::make_shared<const base::Source>(base::Source{std::move(name), std::move(bytes)});
}

}  // namespace jiheng::office
