// engine/app/inputs/old_office.h: old office files (.xls .doc .et .wps .rtf) -> the same as workbooks and Word files, by LibreOffice.
// Takes   the files; where LibreOffice stands, if it is installed, which the caller knows: nothing is looked for here.
// Gives   for each file one of the same name, so that places are of the file the user has; its bytes are xlsx or docx.
// Fails   I105 LibreOffice is not there, I109 a password, I170 it gave nothing for this file. One bad file takes only itself away.
// One call takes many files, with a profile and folders of its own, macros and links off. A call that is silent for too long is
// killed with all it started; the file it stood at is said, the others go into the next call.
#pragma once

#include <string>
#include <vector>

#include "engine/base/place.h"
#include "engine/diag/diagnostic.h"

namespace jiheng::app {

struct OfficeProgram {
  std::string path;                     ///< of soffice; empty: there is none
  std::string scratch_folder = "/tmp";  ///< what is handed to it stands there for a while
  int seconds_a_file = 60;              ///< it may work on one
};

/// One answer a file, in their order.
std::vector<diag::Result<base::SourcePtr>> renew_old_files(const OfficeProgram& program,
                                                           const std::vector<base::SourcePtr>& files);

}  // namespace jiheng::app
