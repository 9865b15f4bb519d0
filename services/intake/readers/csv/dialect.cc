#include "services/intake/readers/csv/dialect.h"

#include <cstddef>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kMostFields = 400'000;
constexpr std::size_t kWidest = 16'384;
constexpr std::size_t kLongestField = std::size_t{1} << 20;
constexpr std::size_t kSample = 64;
constexpr std::string_view kDelimiters = "\t,;|";

class CsvParser {
 public:
  CsvParser(std::string_view text, char delimiter)
      : text_(text), delimiter_(delimiter) {}

  absl::StatusOr<std::vector<CsvRecord>> Parse(std::size_t most) {
    std::vector<CsvRecord> records;
    while (at_ < text_.size() && (most == 0 || records.size() < most)) {
      NIANBAO_ASSIGN_OR_RETURN(CsvRecord record, ReadRecord());
      fields_ += record.fields.size();
      if (fields_ > kMostFields || record.fields.size() > kWidest) {
        return FileTooLarge(
            absl::StrCat("line ", record.line),
            absl::StrCat("more than ", kMostFields, " cells, or ", kWidest,
                         " in one row, can't be read"));
      }
      records.push_back(std::move(record));
    }
    return records;
  }

 private:
  static bool IsTooLong(const std::string& field) {
    return field.size() > kLongestField;
  }

  static absl::Status TooLong(int line) {
    return FileTooLarge(absl::StrCat("line ", line),
                        "a cell has more than 1 MB of text");
  }

  bool AtLineEnd() const {
    return at_ >= text_.size() || text_[at_] == '\n' ||
           (text_[at_] == '\r' &&
            (at_ + 1 >= text_.size() || text_[at_ + 1] == '\n'));
  }

  absl::StatusOr<CsvRecord> ReadRecord() {
    CsvRecord record;
    record.line = line_;
    if (!AtLineEnd()) {
      while (true) {
        NIANBAO_ASSIGN_OR_RETURN(std::string field, ReadField());
        if (IsTooLong(field)) return TooLong(record.line);
        record.fields.push_back(std::move(field));
        if (AtLineEnd() || record.fields.size() > kWidest) break;
        ++at_;  // the delimiter
      }
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    return record;
  }

  absl::StatusOr<std::string> ReadField() {
    std::string field;
    if (at_ < text_.size() && text_[at_] == '"') {
      NIANBAO_RETURN_IF_ERROR(ReadQuoted(field));
    }
    while (!AtLineEnd() && text_[at_] != delimiter_ && !IsTooLong(field)) {
      field += text_[at_++];
    }
    return field;
  }

  absl::Status ReadQuoted(std::string& field) {
    const int begin = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (IsTooLong(field)) return TooLong(begin);
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += text_[at_++];
      } else {
        ++at_;
        return absl::OkStatus();
      }
    }
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("line ", begin,
                     ": the quote that begins here never ends; close it, or "
                     "double the quotes inside cells"),
        {.reason = "DAMAGED_FILE",
         .metadata = {{"line", absl::StrCat(begin)}}});
  }

  const std::string_view text_;
  const char delimiter_;
  std::size_t at_ = 0;
  std::size_t fields_ = 0;
  int line_ = 1;
};

// Records of the commonest width above one.
std::size_t CountAgreeing(const std::vector<CsvRecord>& records) {
  std::map<std::size_t, std::size_t> widths;
  std::size_t best = 0;
  for (const CsvRecord& record : records) {
    if (record.fields.size() < 2) continue;
    best = std::max(best, ++widths[record.fields.size()]);
  }
  return best;
}

}  // namespace

absl::StatusOr<std::vector<CsvRecord>> ParseCsv(std::string_view utf8,
                                                char delimiter,
                                                std::size_t most) {
  return CsvParser(utf8, delimiter).Parse(most);
}

char FindDelimiter(std::string_view utf8, char otherwise) {
  char found = otherwise;
  std::size_t best = 0;
  for (const char delimiter : kDelimiters) {
    const auto records = ParseCsv(utf8, delimiter, kSample);
    if (!records.ok()) continue;
    const std::size_t agreeing = CountAgreeing(*records);
    if (agreeing > best || (agreeing == best && delimiter == otherwise)) {
      best = agreeing;
      found = delimiter;
    }
  }
  return found;
}

}  // namespace nianbao::intake
