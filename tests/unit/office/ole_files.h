// Containers of old office files made in a test: one sector of numbers, one of the directory, then the streams.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/office/archives.h"

namespace jiheng::office {

struct OleStream {
  std::string name;
  std::string bytes;
  bool deeper = false;  ///< in a folder below the root, as embedded files stand
};

/// At most three streams; none is small (they are filled up to 4096 bytes).
inline std::string ole_of(std::vector<OleStream> streams) {
  constexpr std::size_t kSector = 512;
  std::vector<std::uint32_t> table = {0xFFFFFFFD, 0xFFFFFFFE};
  std::string directory;
  std::string content;
  const auto entry = [&](const std::string& name, char type, std::uint32_t right, std::uint32_t child,
                         std::uint32_t start, std::size_t size) {
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    wide.resize(64, '\0');
    directory += wide + low_first(name.empty() ? 0 : 2 * name.size() + 2, 2) + type + '\1' +
                 low_first(0xFFFFFFFF, 4) + low_first(right, 4) + low_first(child, 4) +
                 std::string(36, '\0') + low_first(start, 4) + low_first(size, 8);
  };
  const bool folder = !streams.empty() && streams.front().deeper;
  entry("Root Entry", 5, 0xFFFFFFFF, streams.empty() ? 0xFFFFFFFF : 1, 0xFFFFFFFE, 0);
  if (folder) entry("ObjectPool", 1, 0xFFFFFFFF, 2, 0, 0);
  for (std::size_t i = 0; i < streams.size(); ++i) {
    OleStream& stream = streams[i];
    stream.bytes.resize(std::max<std::size_t>(stream.bytes.size(), 4096), '\0');
    const std::size_t sectors = (stream.bytes.size() + kSector - 1) / kSector;
    const std::size_t first = table.size();
    for (std::size_t k = 1; k < sectors; ++k) table.push_back(static_cast<std::uint32_t>(first + k));
    table.push_back(0xFFFFFFFE);
    const std::size_t next = i + 2 + (folder ? 1 : 0);
    entry(stream.name, 2, i + 1 < streams.size() ? static_cast<std::uint32_t>(next) : 0xFFFFFFFF, 0xFFFFFFFF,
          static_cast<std::uint32_t>(first), stream.bytes.size());
    stream.bytes.resize(sectors * kSector, '\0');
    content += stream.bytes;
  }
  directory.resize(kSector, '\0');
  std::string numbers;
  for (const std::uint32_t n : table) numbers += low_first(n, 4);
  while (numbers.size() < kSector) numbers += low_first(0xFFFFFFFF, 4);
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + low_first(0x3E, 2) +
                       low_first(3, 2) + low_first(0xFFFE, 2) + low_first(9, 2) + low_first(6, 2) +
                       std::string(10, '\0') + low_first(1, 4) + low_first(1, 4) + low_first(0, 4) +
                       low_first(4096, 4) + low_first(0xFFFFFFFE, 4) + low_first(0, 4) +
                       low_first(0xFFFFFFFE, 4) + low_first(0, 4) + low_first(0, 4);
  while (header.size() < kSector) header += low_first(0xFFFFFFFF, 4);
  return header + numbers + directory + content;
}

/// The first records of a workbook, or the first bytes of a Word file.
inline std::string workbook_head(bool sealed) {
  return low_first(0x809, 2) + low_first(16, 2) + std::string(16, '\0') + low_first(sealed ? 0x2F : 0x42, 2) +
         low_first(2, 2) + low_first(0, 2);
}
inline std::string word_head(bool sealed) {
  return low_first(0xA5EC, 2) + low_first(0xC1, 2) + std::string(6, '\0') +
         low_first(sealed ? 0x1300 : 0x1200, 2);
}

}  // namespace jiheng::office
