// Any bytes as the text of a document: no crash, every card that is written reads back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "engine/app/import_documents.h"
#include "engine/report/faces/csv_from_report.h"
#include "engine/report/json/json_from_documents.h"
#include "engine/report/pages/rows_from_documents.h"
#include "tests/unit/intake/forms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const jiheng::app::ImportOutcome outcome =
      jiheng::app::import_documents({{"-"}, std::string(data, data + size)}, jiheng::intake::forms());
  static_cast<void>(jiheng::report::json_from_documents(outcome.documents, outcome.proposals));
  static_cast<void>(jiheng::report::csv_from_report(jiheng::report::rows_from_documents(outcome.documents)));
  for (const auto& card : jiheng::app::scorecards_of(outcome).files) {
    if (card.text.empty()) std::abort();
  }
  return 0;
}
