#include "services/intake/readers/encoding.h"

#include <unicode/ucnv.h>

#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::intake {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// Converts strictly to UTF-8; on failure sets `bad_byte` to where it stopped.
std::optional<std::string> Convert(std::string_view bytes, const char* encoding,
                                   std::size_t* bad_byte) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &error);
  if (U_FAILURE(error)) return std::nullopt;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr,
                      nullptr, &error);
  std::vector<UChar> buffer(bytes.size() + 1);
  const char* source = bytes.data();
  UChar* target = buffer.data();
  ucnv_toUnicode(converter, &target, buffer.data() + buffer.size(), &source,
                 bytes.data() + bytes.size(), nullptr, true, &error);
  ucnv_close(converter);
  *bad_byte = static_cast<std::size_t>(source - bytes.data());
  if (U_FAILURE(error)) return std::nullopt;
  const auto units = static_cast<int32_t>(target - buffer.data());
  std::string utf8(static_cast<std::size_t>(units) * 3 + 1, '\0');
  int32_t size = 0;
  UConverter* to_utf8 = ucnv_open("UTF-8", &error);
  size =
      ucnv_fromUChars(to_utf8, utf8.data(), static_cast<int32_t>(utf8.size()),
                      buffer.data(), units, &error);
  ucnv_close(to_utf8);
  if (U_FAILURE(error)) return std::nullopt;
  utf8.resize(static_cast<std::size_t>(size));
  return utf8;
}

// The first byte that stands in no text; npos where there is none.
std::size_t FindControl(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool layout = byte == '\t' || byte == '\n' || byte == '\r' ||
                        byte == '\f' || byte == '\v';
    if (byte < 0x20 && !layout) return i;
  }
  return std::string_view::npos;
}

absl::Status BinaryError(std::size_t at) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("byte ", at,
                   " is a control character, so this is not a text file; save "
                   "the report as plain text (UTF-8) and try again"),
      {.reason = "BINARY_FILE", .metadata = {{"byte", absl::StrCat(at)}}});
}

absl::Status EncodingError(std::size_t at) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("the text is neither UTF-8 nor GB18030: byte ", at,
                   " fits neither; save it as UTF-8 and try again"),
      {.reason = "UNKNOWN_ENCODING", .metadata = {{"byte", absl::StrCat(at)}}});
}

absl::StatusOr<DecodedText> Strictly(std::string_view bytes,
                                     const char* encoding) {
  std::size_t bad_byte = 0;
  auto utf8 = Convert(bytes, encoding, &bad_byte);
  if (!utf8) return EncodingError(bad_byte);
  return DecodedText{*std::move(utf8), encoding};
}

}  // namespace

absl::StatusOr<DecodedText> DecodeText(std::string_view bytes) {
  if (bytes.empty()) {
    return core::MakeError(absl::StatusCode::kInvalidArgument,
                           "the file is empty; hand in the report itself",
                           {.reason = "EMPTY_FILE", .metadata = {}});
  }
  if (StartsWith(bytes, kUtf16LeMark)) {
    return Strictly(bytes.substr(2), "UTF-16LE");
  }
  if (StartsWith(bytes, kUtf16BeMark)) {
    return Strictly(bytes.substr(2), "UTF-16BE");
  }
  if (const std::size_t at = FindControl(bytes); at != bytes.npos) {
    return BinaryError(at);
  }
  if (StartsWith(bytes, kUtf8Mark)) {
    return Strictly(bytes.substr(3), "UTF-8");
  }
  auto utf8 = Strictly(bytes, "UTF-8");
  if (utf8.ok()) return utf8;
  return Strictly(bytes, "GB18030");
}

}  // namespace nianbao::intake
