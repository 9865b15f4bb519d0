// Readers: a file's bytes in, a Document with coordinates out.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_READER_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// Reads a file into a document: what its first bytes say decides how, and for
// texts the ending of its name. The source's sha256 stays empty.
// InvalidArgument says what is wrong with the file and what to try.
absl::StatusOr<nianbao::document::v1::Document> ReadFile(
    const std::string& filename, std::string_view bytes);

// Endings of the files that are read, for messages: ".txt, .csv, …".
std::string ReadableEndings();

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_READER_H_
