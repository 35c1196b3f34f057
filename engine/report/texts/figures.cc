// Takes decimals, gives texts.
#include "engine/report/texts/figures.h"

namespace jiheng::report {

std::string plain(const base::Decimal& value) { return value.trimmed().to_string(); }

std::string plain(const std::optional<base::Decimal>& value) { return value ? plain(*value) : std::string(); }

}  // namespace jiheng::report
