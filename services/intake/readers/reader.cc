#include "services/intake/readers/reader.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/encoding.h"
#include "services/intake/readers/text_reader.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// The name of a file kind that is known but not read; empty for others.
std::string UnreadKind(std::string_view bytes) {
  if (StartsWith(bytes, "PK\x03\x04")) return "a Word, Excel or zip file";
  if (StartsWith(bytes, "%PDF-")) return "a PDF file";
  if (StartsWith(bytes, "\xD0\xCF\x11\xE0")) return "an old Word or Excel file";
  return "";
}

absl::StatusOr<Document> ReadTextFile(std::string_view bytes) {
  NIANBAO_ASSIGN_OR_RETURN(const DecodedText text, DecodeText(bytes));
  Document document = ReadText(text.utf8);
  document.set_language("zh-Hans");
  auto* source = document.mutable_source();
  source->set_media_type("text/plain");
  source->set_encoding(text.encoding);
  source->set_line_count(
      static_cast<int>(std::count(text.utf8.begin(), text.utf8.end(), '\n')));
  return document;
}

}  // namespace

absl::StatusOr<Document> ReadFile(const std::string& filename,
                                  std::string_view bytes) {
  const std::string kind = UnreadKind(bytes);
  if (!kind.empty()) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("\"", filename, "\": this is ", kind,
                     ", which can't be read yet; save it as plain text"),
        {.reason = "UNSUPPORTED_FILE",
         .metadata = {{"filename", filename}, {"kind", kind}}});
  }
  auto document = ReadTextFile(bytes);
  if (!document.ok()) {
    return core::Annotate(document.status(),
                          absl::StrCat("\"", filename, "\""));
  }
  document->mutable_source()->set_filename(filename);
  document->mutable_source()->set_size_bytes(
      static_cast<std::int64_t>(bytes.size()));
  return document;
}

}  // namespace nianbao::intake
