// Takes grids, gives a Word document of one table each.
#include "engine/report/forms/docx_from_form.h"

#include <numeric>

#include "engine/office/word/docx_document.h"

namespace jiheng::report {
namespace {

constexpr int kMargin = 1134;  // 20 mm
constexpr office::DocxPage kUpright = {false, kMargin, kMargin, kMargin, kMargin};
constexpr office::DocxPage kLying = {true, kMargin, kMargin, kMargin, kMargin};

constexpr int kNormal = 21;  // 五号
constexpr int kSmall = 18;   // 小五

/// How many ASCII characters of this size stand beside each other on the page.
double columns_on_page(const office::DocxPage& page, int half_points) {
  constexpr int kTwipsPerColumn = 5;  // half as wide as high
  return static_cast<double>(page.text_width()) / (half_points * kTwipsPerColumn);
}

struct Setting {
  office::DocxPage page;
  int half_points = kNormal;
};

/// Upright where that leaves the text readable.
Setting setting_of(const Form& form) {
  const double width = std::accumulate(form.widths.begin(), form.widths.end(), 0.0);
  if (width <= columns_on_page(kUpright, kNormal)) return {kUpright, kNormal};
  if (width <= columns_on_page(kUpright, kSmall)) return {kUpright, kSmall};
  return {kLying, width <= columns_on_page(kLying, kNormal) ? kNormal : kSmall};
}

}  // namespace

std::string docx_from_forms(std::span<const Form> forms) {
  office::DocxDocument document;
  office::DocxPage page = kUpright;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (i > 0) document.end_section(page);
    const Setting setting = setting_of(forms[i]);
    page = setting.page;
    document.put_form(paper_of(forms[i]), page.text_width(), setting.half_points);
  }
  return document.bytes(page);
}

}  // namespace jiheng::report
