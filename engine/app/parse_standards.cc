// Takes texts of standards, gives readings, one by one.
#include "engine/app/parse_standards.h"

#include "engine/standard/parse.h"

namespace jiheng::app {

std::vector<results::StandardReading> parse_standards(std::vector<std::string> texts,
                                                      const rulebook::Language& language,
                                                      const StandardRequest& request) {
  std::vector<results::StandardReading> readings;
  readings.reserve(texts.size());
  for (std::string& text : texts) {
    results::StandardReading reading;
    reading.standard = standard::parse(text, {language.units, request.marks});
    for (const std::string& at : request.at) {
      const auto answers = standard::read_answers(at, reading.standard, language.units);
      reading.points.push_back(
          {at, answers ? standard::points_at(reading.standard, request.marks, *answers) : std::nullopt});
    }
    reading.text = std::move(text);
    readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace jiheng::app
