// The 样例 of docs/scheme-language.md, one block a shape, come to what the page says.
#include "scoring_from_yaml.h"
#include "tests/unit/rulebook/scheme_sources.h"

namespace jiheng::scoring {
namespace {

TEST(SchemePage, ExamplesComeOutAsStated) {
  std::size_t examples = 0;
  for (const rulebook::SourcePtr& source : rulebook::page_schemes()) {
    const auto scheme = value_or_fail(rulebook::scheme_from_yaml(source, rulebook::shipped_schemes()));
    const auto differences = run_examples(scheme, context());
    EXPECT_TRUE(differences.empty()) << source->name << "\n" << diag::to_text(differences, {});
    examples += scheme.examples.size();
  }
  EXPECT_GE(examples, 20U);
}

}  // namespace
}  // namespace jiheng::scoring
