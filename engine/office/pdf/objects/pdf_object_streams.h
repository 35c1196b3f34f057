// engine/office/pdf/objects/pdf_object_streams.h: the streams in which a PDF keeps objects, seen without its list of objects.
// Takes   the bytes of a file; the streams are looked for by the names in their dictionaries.
// Gives   whether they inflate past the limits; a damaged file with their objects written out behind it.
// O(size of the file and of what they inflate to).
// Source  ISO 32000-1, 7.5.7
#pragma once

#include <string>
#include <string_view>

namespace jiheng::office {

/// qpdf inflates streams of objects and of the list of objects whole by itself, before anybody can count.
bool object_streams_overflow(std::string_view bytes);

/// The file, behind it the objects of its object streams one by one, so that they are found where the list of objects is lost.
/// Empty where there are none, and of an encrypted file.
std::string with_objects_written_out(const std::string& bytes);

}  // namespace jiheng::office
