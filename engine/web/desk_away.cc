// Takes tables off the desk and puts them back where they were; takes away what saved work brought beside them. Which are meant is
// the page's to ask.
#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/web/desk.h"

namespace jiheng::web {
namespace {

/// Whether the claim stands in one of these files, or in an archive of that name.
bool stands_in(const model::Claim& claim, const std::vector<std::string>& files) {
  if (!claim.place.source) return false;
  const std::string& name = claim.place.source->name;
  return std::any_of(files.begin(), files.end(), [&name](const std::string& file) {
    return name == file || name.starts_with(file + "/");
  });
}

}  // namespace

void Desk::put_away(const std::vector<std::size_t>& numbers, const std::vector<std::string>& files) {
  if (!waiting_.paths.empty() || scoring_) end_reading();
  Away away;
  for (const std::size_t number : numbers) away.tables.emplace_back(keys_[number], tables_[number]);
  std::copy_if(claims_.begin(), claims_.end(), std::back_inserter(away.claims),
               [&files](const model::Claim& claim) { return stands_in(claim, files); });
  if (away.tables.empty() && away.claims.empty()) return;
  redo_away(away, true);
  Step step;
  step.away = std::move(away);
  history_.record(std::move(step));
}

Redone Desk::redo_away(const Away& away, bool forth) {
  if (forth) {
    for (const auto& [key, read] : away.tables) {
      const auto at = static_cast<std::ptrdiff_t>(number_of_key(key));
      tables_.erase(tables_.begin() + at);
      keys_.erase(keys_.begin() + at);
    }
    std::erase_if(claims_, [&away](const model::Claim& claim) {
      return std::any_of(away.claims.begin(), away.claims.end(), [&claim](const model::Claim& gone) {
        return gone.place.source == claim.place.source && gone.place.line == claim.place.line &&
               gone.place.column == claim.place.column;
      });
    });
  } else {
    for (const auto& [key, read] : away.tables) {
      tables_.push_back(read);
      keys_.push_back(key);
    }
    claims_.insert(claims_.end(), away.claims.begin(), away.claims.end());
    departments_first();
  }
  score_all();
  return Redone{std::nullopt, std::nullopt, true};
}

std::map<std::string, model::Decision> Desk::drop_brought(const std::vector<std::string>& files) {
  std::map<std::string, model::Decision> now;
  for (std::size_t i = brought_.size(); i-- > 0;) {
    if (std::find(files.begin(), files.end(), brought_[i].file) == files.end()) continue;
    for (const auto& [key, taken] : brought_[i].decisions) {
      if (decisions_[key] == taken.now) decisions_[key] = taken.before;
      now[key] = decisions_[key];
      if (decisions_[key].empty()) decisions_.erase(key);
    }
    for (const std::string& waivers : brought_[i].waivers) files_.forget(waivers);
    brought_.erase(brought_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return now;
}

}  // namespace jiheng::web
