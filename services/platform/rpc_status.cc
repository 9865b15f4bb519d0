#include "services/platform/rpc_status.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/core/errors.h"
#include "services/core/field_violations.h"

namespace nianbao::platform {
namespace {

constexpr char kDomain[] = "nianbao";
constexpr char kLanguage[] = "zh";
constexpr char kLanguageKey[] = "zh";
constexpr char kFieldKey[] = "field";

// A message travels percent-encoded, up to three bytes for each, and once more
// in the details.
constexpr std::size_t kMessageBytes = 1024;
constexpr std::size_t kValueBytes = 512;
constexpr std::size_t kDetailsBytes = 3072;
constexpr std::size_t kViolationsBytes = 2048;

// The longest start of `text` of at most `bytes` bytes that ends between two
// characters, with an ellipsis where something is cut.
std::string Cut(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return text.substr(0, end) + "…";
}

bool IsViolation(const std::string& key) {
  return absl::StartsWith(key, core::kViolationPrefix);
}

void AddErrorInfo(const core::ErrorInfo& info, google::rpc::Status& out) {
  google::rpc::ErrorInfo detail;
  detail.set_reason(info.reason);
  detail.set_domain(kDomain);
  for (const auto& [key, value] : info.metadata) {
    if (key == kLanguageKey || IsViolation(key)) continue;
    (*detail.mutable_metadata())[key] = Cut(value, kValueBytes);
  }
  out.add_details()->PackFrom(detail);
}

void AddForPeople(const core::ErrorInfo& info, google::rpc::Status& out) {
  if (const auto zh = info.metadata.find(kLanguageKey);
      zh != info.metadata.end()) {
    google::rpc::LocalizedMessage detail;
    detail.set_locale(kLanguage);
    detail.set_message(Cut(zh->second, kMessageBytes));
    out.add_details()->PackFrom(detail);
  }
  if (const auto field = info.metadata.find(kFieldKey);
      field != info.metadata.end()) {
    google::rpc::BadRequest detail;
    auto* violation = detail.add_field_violations();
    violation->set_field(Cut(field->second, kValueBytes));
    violation->set_description(Cut(out.message(), kValueBytes));
    out.add_details()->PackFrom(detail);
  }
}

// As many violations as fit, then how many do not.
void AddViolations(const core::ErrorInfo& info, google::rpc::Status& out) {
  google::rpc::BadRequest detail;
  int left_out = 0;
  for (const auto& [key, what] : info.metadata) {
    if (!IsViolation(key)) continue;
    google::rpc::BadRequest::FieldViolation violation;
    violation.set_field(
        Cut(key.substr(sizeof(core::kViolationPrefix) - 1), kValueBytes));
    violation.set_description(Cut(what, kValueBytes));
    if (left_out > 0 ||
        detail.ByteSizeLong() + violation.ByteSizeLong() > kViolationsBytes) {
      ++left_out;
    } else {
      *detail.add_field_violations() = violation;
    }
  }
  if (left_out > 0) {
    detail.add_field_violations()->set_description(
        absl::StrCat("and ", left_out, " more"));
  }
  if (detail.field_violations_size() > 0) out.add_details()->PackFrom(detail);
}

std::string DetailsOf(const absl::Status& status, const std::string& message) {
  const core::ErrorInfo info = core::GetErrorInfo(status);
  google::rpc::Status out;
  out.set_code(static_cast<int>(status.code()));
  out.set_message(message);
  if (info.reason.empty() && info.metadata.empty()) return "";
  AddErrorInfo(info, out);
  AddForPeople(info, out);
  AddViolations(info, out);
  if (out.ByteSizeLong() > kDetailsBytes) {
    // The reason alone is worth more than no answer.
    out.clear_details();
    AddErrorInfo({.reason = info.reason, .metadata = {}}, out);
  }
  return out.SerializeAsString();
}

core::ErrorInfo InfoOf(const google::rpc::Status& in) {
  core::ErrorInfo info;
  for (const auto& any : in.details()) {
    google::rpc::ErrorInfo detail;
    google::rpc::LocalizedMessage localized;
    google::rpc::BadRequest bad;
    if (any.UnpackTo(&detail)) {
      info.reason = detail.reason();
      for (const auto& [key, value] : detail.metadata()) {
        info.metadata[key] = value;
      }
    } else if (any.UnpackTo(&localized) && localized.locale() == kLanguage) {
      info.metadata[kLanguageKey] = localized.message();
    } else if (any.UnpackTo(&bad) && info.metadata.count(kFieldKey) == 0) {
      for (const auto& violation : bad.field_violations()) {
        info.metadata[core::kViolationPrefix + violation.field()] =
            violation.description();
      }
    }
  }
  return info;
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const std::string message = Cut(std::string(status.message()), kMessageBytes);
  // Both enumerations number the codes alike.
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()), message,
                      DetailsOf(status, message));
}

absl::Status FromGrpcStatus(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status out(static_cast<absl::StatusCode>(status.error_code()),
                   status.error_message());
  google::rpc::Status details;
  if (!status.error_details().empty() &&
      details.ParseFromString(status.error_details())) {
    core::SetErrorInfo(out, InfoOf(details));
  }
  return out;
}

}  // namespace nianbao::platform
