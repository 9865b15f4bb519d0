// Recognises the character encoding of a text file.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_ENCODING_H_
#define NIANBAO_SERVICES_INTAKE_READERS_ENCODING_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace nianbao::intake {

// A text in UTF-8 and what it was before.
struct DecodedText {
  std::string utf8;
  // "UTF-8", "UTF-16LE", "UTF-16BE" or "GB18030".
  std::string encoding;
};

// The text of `bytes`, without byte order mark. InvalidArgument where they are
// empty, hold control bytes that no text has, or fit none of the encodings;
// the message says at which byte and what to try.
absl::StatusOr<DecodedText> DecodeText(std::string_view bytes);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_ENCODING_H_
