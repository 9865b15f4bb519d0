#include "services/core/errors.h"

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"

namespace nianbao::core {
namespace {

// Payloads are keyed by URL; the value is reason and metadata, each entry
// length-prefixed so that any bytes may stand in it.
constexpr char kInfoUrl[] = "type.nianbao/ErrorInfo";

void AppendField(std::string& out, const std::string& field) {
  absl::StrAppend(&out, field.size(), ":", field);
}

std::string ReadField(const std::string& in, std::size_t& at) {
  const std::size_t colon = in.find(':', at);
  const std::size_t size = std::stoul(in.substr(at, colon - at));
  std::string field = in.substr(colon + 1, size);
  at = colon + 1 + size;
  return field;
}

}  // namespace

void SetErrorInfo(absl::Status& status, const ErrorInfo& info) {
  std::string value;
  AppendField(value, info.reason);
  for (const auto& [key, text] : info.metadata) {
    AppendField(value, key);
    AppendField(value, text);
  }
  status.SetPayload(kInfoUrl, absl::Cord(value));
}

absl::Status MakeError(absl::StatusCode code, const std::string& message,
                       const ErrorInfo& info) {
  absl::Status status(code, message);
  SetErrorInfo(status, info);
  return status;
}

ErrorInfo GetErrorInfo(const absl::Status& status) {
  const auto payload = status.GetPayload(kInfoUrl);
  if (!payload) return {};
  const std::string value(*payload);
  std::size_t at = 0;
  ErrorInfo info;
  info.reason = ReadField(value, at);
  while (at < value.size()) {
    std::string key = ReadField(value, at);
    info.metadata[std::move(key)] = ReadField(value, at);
  }
  return info;
}

absl::Status Annotate(const absl::Status& status, const std::string& where) {
  if (status.ok()) return status;
  absl::Status annotated(
      status.code(), absl::StrCat(where, ": ",
                                  absl::string_view(status.message().data(),
                                                    status.message().size())));
  status.ForEachPayload([&](absl::string_view url, const absl::Cord& payload) {
    annotated.SetPayload(url, payload);
  });
  return annotated;
}

}  // namespace nianbao::core
