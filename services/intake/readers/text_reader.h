// The reader of plain text: flattened Word documents and PDF pages.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_TEXT_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_TEXT_READER_H_

#include <string_view>

#include "absl/status/status.h"
#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// The document of a UTF-8 text. Sentences that were broken by a page end are
// joined again, runs of tab-parted lines become tables, page numbers go.
nianbao::document::v1::Document ReadText(std::string_view utf8);

// Whether a text file may be decoded: reason FILE_TOO_LARGE above 24 MB.
absl::Status CheckTextSize(std::string_view text);

// Whether a text may be read: reason FILE_TOO_LARGE above 400,000 lines or
// tabs.
absl::Status CheckTextLines(std::string_view utf8);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_TEXT_READER_H_
