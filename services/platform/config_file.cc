#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <fstream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/platform/config.h"
#include "services/platform/nearest_name.h"

namespace nianbao::platform {
namespace {

using google::protobuf::Descriptor;

// The part of `text` between the `n`th and the next double quote, from zero.
std::string Quoted(const std::string& text, int n) {
  std::size_t begin = text.find('"');
  for (int i = 0; i < n && begin != std::string::npos; ++i) {
    begin = text.find('"', begin + 1);
  }
  if (begin == std::string::npos) return "";
  return text.substr(begin + 1, text.find('"', begin + 1) - begin - 1);
}

// Where the parser's message says that a message type lacks a field: the
// type's field with the nearest name, as a question.
std::string Suggestion(const std::string& message) {
  if (message.find("has no field named") == std::string::npos) return "";
  const Descriptor* type =
      google::protobuf::DescriptorPool::generated_pool()->FindMessageTypeByName(
          Quoted(message, 0));
  if (type == nullptr) return "";
  std::vector<std::string> names;
  for (int i = 0; i < type->field_count(); ++i) {
    names.push_back(type->field(i)->name());
  }
  return absl::StrCat(" Did you mean \"",
                      NearestName(Quoted(message, 2), names), "\"?");
}

// Keeps the first error as "path:line:column: message".
class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  explicit FirstError(const std::string& path) : path_(path) {}

  void AddError(int line, int column, const std::string& message) override {
    if (!text_.empty()) return;
    text_ = absl::StrCat(path_, ":", line + 1, ":", column + 1, ": ", message,
                         Suggestion(message));
  }

  const std::string& text() const { return text_; }

 private:
  const std::string path_;
  std::string text_;
};

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  if (file && text) return text.str();
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("configuration ", path,
                   ": can't be read; is it there, a file, and readable?"),
      {.reason = "CONFIG_NOT_READABLE", .metadata = {{"file", path}}});
}

}  // namespace

absl::Status ApplyConfigFile(const std::string& path,
                             nianbao::config::v1::ServerConfig& config) {
  NIANBAO_ASSIGN_OR_RETURN(const std::string text, ReadFile(path));
  FirstError error(path);
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  // Parsed apart first, because merging lets a key stand twice.
  nianbao::config::v1::ServerConfig apart;
  if (parser.ParseFromString(text, &apart) &&
      parser.MergeFromString(text, &config)) {
    return absl::OkStatus();
  }
  return core::MakeError(
      absl::StatusCode::kInvalidArgument, error.text(),
      {.reason = "BAD_CONFIG_FILE", .metadata = {{"file", path}}});
}

}  // namespace nianbao::platform
