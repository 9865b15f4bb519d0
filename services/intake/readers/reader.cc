#include "services/intake/readers/reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/csv/csv_reader.h"
#include "services/intake/readers/docx/docx_reader.h"
#include "services/intake/readers/encoding.h"
#include "services/intake/readers/long_paragraphs.h"
#include "services/intake/readers/package/compound_file.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/package/ooxml_package.h"
#include "services/intake/readers/pdf/pdf_reader.h"
#include "services/intake/readers/sheet/workbook_reader.h"
#include "services/intake/readers/text_reader.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;

// A kind of file that is read.
struct Format {
  std::string_view ending;
  std::string_view media_type;
  // What parts cells in such a text file; zero where it is no table.
  char delimiter = '\0';
};

constexpr Format kText = {".txt", "text/plain"};
constexpr Format kCsv = {".csv", "text/csv", ','};
constexpr Format kTsv = {".tsv", "text/tab-separated-values", '\t'};
constexpr Format kDocx = {
    ".docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};
constexpr Format kXlsx = {
    ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
constexpr Format kPdf = {".pdf", "application/pdf"};
constexpr const Format* kFormats[] = {&kText, &kCsv,  &kTsv,
                                      &kDocx, &kXlsx, &kPdf};

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool EndsWith(const std::string& name, std::string_view ending) {
  const std::string lower = absl::AsciiStrToLower(name);
  return lower.size() > ending.size() &&
         std::string_view(lower).substr(lower.size() - ending.size()) == ending;
}

bool IsZip(std::string_view bytes) {
  return StartsWith(bytes, "PK\x03\x04") || StartsWith(bytes, "PK\x05\x06");
}

// Mailers and careless programs put a few bytes before the mark.
bool IsPdf(std::string_view bytes) {
  constexpr std::size_t kFarthestMark = 1024;
  return bytes.substr(0, kFarthestMark).find("%PDF-") != std::string_view::npos;
}

// The name of a file kind that is known but not read; empty for others.
std::string UnreadKind(std::string_view bytes) {
  if (StartsWith(bytes, "{\\rtf")) return "an RTF file";
  for (const char* start : {"<html", "<HTML", "<!DOCTYPE", "<?xml"}) {
    if (StartsWith(bytes, start)) return "a web page or XML file";
  }
  return "";
}

absl::StatusOr<Document> ReadOffice(std::string_view bytes) {
  NIANBAO_ASSIGN_OR_RETURN(OoxmlPackage package, OoxmlPackage::Open(bytes));
  const bool workbook = package.kind() == OoxmlKind::kWorkbook;
  auto document = workbook ? ReadWorkbook(package) : ReadDocx(package);
  if (document.ok()) {
    const Format& format = workbook ? kXlsx : kDocx;
    document->mutable_source()->set_media_type(std::string(format.media_type));
  }
  return document;
}

absl::StatusOr<Document> ReadPdfFile(std::string_view bytes,
                                     const core::ProgramRunner* programs) {
  auto document = ReadPdf(bytes, programs);
  if (document.ok()) {
    document->mutable_source()->set_media_type(std::string(kPdf.media_type));
  }
  return document;
}

absl::StatusOr<Document> ReadTextFile(const Format& format,
                                      std::string_view bytes) {
  NIANBAO_RETURN_IF_ERROR(CheckTextSize(bytes));
  NIANBAO_ASSIGN_OR_RETURN(const DecodedText text, DecodeText(bytes));
  Document document;
  if (format.delimiter == '\0') {
    NIANBAO_RETURN_IF_ERROR(CheckTextLines(text.utf8));
    document = ReadText(text.utf8);
  } else {
    NIANBAO_ASSIGN_OR_RETURN(document, ReadCsv(text.utf8, format.delimiter));
  }
  auto* source = document.mutable_source();
  source->set_media_type(std::string(format.media_type));
  source->set_encoding(text.encoding);
  source->set_line_count(
      static_cast<int>(std::count(text.utf8.begin(), text.utf8.end(), '\n')));
  return document;
}

std::string Named(const std::string& filename) {
  return absl::StrCat("\"", filename, "\"");
}

// Blocks travel in messages of 8 MB at most.
absl::Status CheckBlocks(const Document& document) {
  constexpr std::size_t kMostBytes = std::size_t{6} << 20;
  for (const auto& block : document.blocks()) {
    if (block.ByteSizeLong() <= kMostBytes) continue;
    const int line = block.has_table() && block.table().rows_size() > 0
                         ? block.table().rows(0).line()
                         : 0;
    return FileTooLarge(line > 0 ? absl::StrCat("line ", line) : "",
                        "a table or text of 6 MB can't be read as one");
  }
  return absl::OkStatus();
}

absl::StatusOr<Document> ReadBytes(const std::string& filename,
                                   std::string_view bytes,
                                   const core::ProgramRunner* programs) {
  if (IsZip(bytes)) return ReadOffice(bytes);
  const bool named_pdf = EndsWith(filename, kPdf.ending);
  if (StartsWith(bytes, "%PDF-") || (named_pdf && IsPdf(bytes))) {
    return ReadPdfFile(bytes, programs);
  }
  if (IsCompoundFile(bytes)) return RefuseCompoundFile(bytes);
  const std::string kind = UnreadKind(bytes);
  if (!kind.empty()) {
    return UnsupportedFile(
        kind, absl::StrCat("save it as one of ", ReadableEndings()));
  }
  for (const Format* format : {&kCsv, &kTsv}) {
    if (EndsWith(filename, format->ending)) return ReadTextFile(*format, bytes);
  }
  return ReadTextFile(kText, bytes);
}

absl::StatusOr<std::vector<SheetCells>> ReadSheetBytes(
    const std::string& filename, std::string_view bytes) {
  if (IsZip(bytes)) {
    NIANBAO_ASSIGN_OR_RETURN(OoxmlPackage package, OoxmlPackage::Open(bytes));
    if (package.kind() == OoxmlKind::kWorkbook) {
      return ReadWorkbookCells(package);
    }
  }
  if (IsCompoundFile(bytes)) return RefuseCompoundFile(bytes);
  for (const Format* format : {&kCsv, &kTsv}) {
    if (!EndsWith(filename, format->ending) || IsZip(bytes)) continue;
    NIANBAO_RETURN_IF_ERROR(CheckTextSize(bytes));
    NIANBAO_ASSIGN_OR_RETURN(const DecodedText text, DecodeText(bytes));
    NIANBAO_ASSIGN_OR_RETURN(SheetCells sheet,
                             ReadCsvCells(text.utf8, format->delimiter));
    return std::vector<SheetCells>{std::move(sheet)};
  }
  return UnsupportedFile("not a table of records",
                         "save it as one of .csv, .tsv, .xlsx");
}

}  // namespace

std::string ReadableEndings() {
  std::string endings;
  for (const Format* format : kFormats) {
    endings += (endings.empty() ? "" : ", ") + std::string(format->ending);
  }
  return endings;
}

absl::StatusOr<Document> ReadFile(const std::string& filename,
                                  std::string_view bytes,
                                  const core::ProgramRunner* programs) {
  auto document = ReadBytes(filename, bytes, programs);
  if (!document.ok()) {
    return core::Annotate(document.status(), Named(filename));
  }
  SplitLongParagraphs(*document);
  NIANBAO_RETURN_IF_ERROR(
      core::Annotate(CheckBlocks(*document), Named(filename)));
  document->set_language("zh-Hans");
  document->mutable_source()->set_filename(filename);
  document->mutable_source()->set_size_bytes(
      static_cast<std::int64_t>(bytes.size()));
  return document;
}

absl::StatusOr<std::vector<SheetCells>> ReadSheets(const std::string& filename,
                                                   std::string_view bytes) {
  auto sheets = ReadSheetBytes(filename, bytes);
  if (!sheets.ok()) return core::Annotate(sheets.status(), Named(filename));
  return sheets;
}

}  // namespace nianbao::intake
