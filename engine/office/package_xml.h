// engine/office/package_xml.h: the XML parts of an office package, checked before any parser sees them; its outside links.
// Fails   I108 not there, neither UTF-8 nor UTF-16 with its mark, not well formed; I112 DOCTYPE or ENTITY (texts that grow
//         when they are read), nested deeper than kMaxXmlDepth, or NUL inside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/office/zip_package.h"

namespace jiheng::office {

/// A document of a person nests some 20 deep; a table in a table in a table … adds four each.
inline constexpr std::size_t kMaxXmlDepth = 256;
/// Of a part that is read as a tree, which takes some 15 times the room of its text.
inline constexpr std::size_t kMaxTreeBytes = 16U << 20U;

/// The part as UTF-8 without a byte order mark; safe for a parser that is told it is UTF-8. Every tag is closed by one
/// of its name, every & begins one of the five names or the number of a character. I110 past `limit`. O(length).
diag::Result<std::string> read_xml(const ZipPackage& package, std::string_view part,
                                   std::size_t limit = kMaxPartBytes);

/// The part that a relation of `from` ("" for the package) means: "xl/workbook.xml" and "worksheets/sheet1.xml", "../a.xml"
/// or "/xl/a.xml".
std::string part_of(std::string_view from, std::string_view target);

/// I113, one for the package: it points to files or pages outside (relations with TargetMode="External", parts
/// externalLinks/). None is ever opened. Also what read_xml says of the relations.
std::vector<diag::Diagnostic> outside_links(const ZipPackage& package);

}  // namespace jiheng::office
