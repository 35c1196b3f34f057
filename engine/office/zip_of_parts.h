// engine/office/zip_of_parts.h: named texts -> the bytes of a zip file.
// Takes   names in UTF-8 with "/" between folders, each once; texts of any bytes.
// Gives   the same bytes for the same parts: in their order, time stamps at the first day a zip can say.
// Fails   std::bad_alloc where memory is used up: everything happens there.
#pragma once

#include <span>
#include <string>

namespace jiheng::office {

struct ZipPart {
  std::string name;
  std::string text;
};

std::string zip_of_parts(std::span<const ZipPart> parts);

}  // namespace jiheng::office
