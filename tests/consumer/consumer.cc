// Scores the cards of a file through the installed package. Arguments: a folder of rules, the file.
#include <engine/base/files.h>
#include <engine/explain/score.h>
#include <engine/rulebook/language.h>
#include <engine/rulebook/load.h>
#include <engine/rulebook/rules.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  using namespace jiheng;
  const auto language = rulebook::load_language(argv[1]);
  auto schemes = rulebook::load_schemes(argv[1]);
  const auto file = base::read_file(argv[2], 1 << 20);
  const auto source = std::make_shared<base::Source>(base::Source{argv[2], file.text});
  const auto cards = rulebook::scorecards_from_yaml(source);
  const auto* scheme = cards && !cards->empty() ? schemes.find(cards->front().scheme.text) : nullptr;
  if (!language || !scheme) return 1;
  const scoring::Context context{language->units, language->words, 1, &language->names};
  for (const auto& card : explain::score(*scheme, *cards, context))
    std::cout << card.total.low.to_string() << "—" << card.total.high.to_string() << " " << card.grade
              << "\n";
}
