// engine/office/old/old_office_file.h: the bytes of an office file of before 2007 -> what is inside, told by its directory.
// Takes   a whole file in memory: the container of that time (MS-CFB, as Word, Excel and WPS wrote it) or rich text (rtf).
//         Looks at the directory and the first bytes of the main stream; the content is read by another program (old_office.h).
// Source  [MS-CFB] 2.2 header, 2.6 directory; [MS-DOC] 2.5.2 fEncrypted; [MS-XLS] 2.4.117 FilePass
#pragma once

#include <string_view>

namespace jiheng::office {

struct OldOfficeFile {
  enum class Kind {
    none,      ///< no such file
    damaged,   ///< begins like one; its directory cannot be read, or its end is missing
    workbook,  ///< Workbook or Book: .xls, .et
    word,      ///< WordDocument: .doc, .wps; rich text
    sealed,    ///< EncryptedPackage: a .xlsx or .docx under a password
    other      ///< slides, mails
  } kind = Kind::none;
  bool encrypted = false;  ///< a workbook may still open: Excel knows a password that stands for none
};

/// O(directory); a circle in it ends it.
OldOfficeFile old_office_file_in(std::string_view bytes);

}  // namespace jiheng::office
