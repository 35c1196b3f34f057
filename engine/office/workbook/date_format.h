// engine/office/workbook/date_format.h: days and seconds in a section of a format code -> the text a person sees.
// Takes   a serial day of a workbook and a section of its format. Gives  the text; none for days no calendar has.
#pragma once

#include <optional>

#include "engine/office/workbook/number_format.h"

namespace jiheng::office {

/// 45657 in yyyy/m/d -> 2024-12-31. Words that are no part of a date stay: 45657 in yyyy"年"m"月底前" -> 2024年12月底前.
std::optional<ShownValue> shown_date(double serial, const CodeSection& section, bool since_1904);

}  // namespace jiheng::office
