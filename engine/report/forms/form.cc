// Takes a form, gives its cells without what they hold.
#include "engine/report/forms/form.h"

namespace jiheng::report {

office::PaperTable paper_of(const Form& form) {
  return {
      form.widths, {form.cells.begin(), form.cells.end()}, form.rows, form.repeat_first, form.repeat_last};
}

}  // namespace jiheng::report
