#include "services/intake/readers/package/compound_file.h"

#include <string>

#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

// Whether a stream of that name is listed; names stand in UTF-16.
bool HasStream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide) != std::string_view::npos;
}

}  // namespace

bool IsCompoundFile(std::string_view bytes) {
  return bytes.substr(0, 4) == "\xD0\xCF\x11\xE0";
}

absl::Status RefuseCompoundFile(std::string_view bytes) {
  if (HasStream(bytes, "EncryptedPackage")) return EncryptedFile();
  const char advice[] =
      "save it as .docx or .xlsx (File, Save As) and hand that in";
  if (HasStream(bytes, "WordDocument")) {
    return UnsupportedFile("an old Word file (.doc)", advice);
  }
  if (HasStream(bytes, "Workbook") || HasStream(bytes, "Book")) {
    return UnsupportedFile("an old Excel file (.xls)", advice);
  }
  return UnsupportedFile("an encrypted or old Office file",
                         "remove its password or save it as .docx or .xlsx");
}

}  // namespace nianbao::intake
