#include "services/core/catalogue_errors.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::core {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// A screenful; the rest shows once these are mended.
constexpr std::size_t kMostShown = 20;

// Notes `file` for the message and all messages in it.
void Register(const Message& message, std::size_t file,
              std::map<const Message*, std::size_t>& file_of) {
  file_of[&message] = file;
  const auto* reflection = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (field->is_map()) continue;
    if (!field->is_repeated()) {
      Register(reflection->GetMessage(message, field), file, file_of);
      continue;
    }
    for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
      Register(reflection->GetRepeatedMessage(message, field, i), file,
               file_of);
    }
  }
}

}  // namespace

CatalogueErrors::CatalogueErrors(const std::vector<CatalogueFile>& files)
    : files_(files) {}

std::size_t CatalogueErrors::FileOf(const Message& element) const {
  if (file_of_.empty()) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      Register(*files_[i].content, i, file_of_);
    }
  }
  const auto found = file_of_.find(&element);
  return found == file_of_.end() ? 0 : found->second;
}

CatalogueFile::Position CatalogueErrors::PositionOf(
    const Message& element, const std::string& field) const {
  const auto& positions = files_[FileOf(element)].positions;
  // "wordings[2]" falls back to "wordings", and that to the element.
  for (const std::string& name :
       {field, field.substr(0, field.find('[')), std::string()}) {
    const auto found = positions.find({&element, name});
    if (found != positions.end()) return found->second;
  }
  return {};
}

void CatalogueErrors::Add(const Message& element, const std::string& field,
                          const std::string& problem) {
  errors_.push_back({FileOf(element), PositionOf(element, field), problem});
}

std::string CatalogueErrors::Text(const Error& error) const {
  return absl::StrCat(files_[error.file].path, ":", error.position.line, ":",
                      error.position.column, ": ", error.problem);
}

std::string CatalogueErrors::PlaceOf(const Message& element,
                                     const std::string& field) const {
  const CatalogueFile::Position position = PositionOf(element, field);
  return absl::StrCat(files_[FileOf(element)].path, ":", position.line, ":",
                      position.column);
}

absl::Status CatalogueErrors::ToStatus() const {
  if (errors_.empty()) return absl::OkStatus();
  std::vector<Error> sorted = errors_;
  std::sort(sorted.begin(), sorted.end(), [](const Error& a, const Error& b) {
    return std::tie(a.file, a.position.line, a.position.column, a.problem) <
           std::tie(b.file, b.position.line, b.position.column, b.problem);
  });
  std::string message;
  for (std::size_t i = 0; i < sorted.size() && i < kMostShown; ++i) {
    absl::StrAppend(&message, i == 0 ? "" : "\n", Text(sorted[i]));
  }
  if (sorted.size() > kMostShown) {
    absl::StrAppend(&message, "\nand ", sorted.size() - kMostShown,
                    " more errors");
  }
  const Error& first = sorted.front();
  return MakeError(
      absl::StatusCode::kInvalidArgument, message,
      {.reason = "BAD_CATALOGUE",
       .metadata = {{"file", files_[first.file].path},
                    {"line", absl::StrCat(first.position.line)},
                    {"column", absl::StrCat(first.position.column)},
                    {"problem", first.problem},
                    {"errors", absl::StrCat(sorted.size())}}});
}

}  // namespace nianbao::core
