#include "services/intake/readers/pdf/pdf_reader.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/pdf/layout_reader.h"
#include "services/intake/readers/pdf/pdf_print.h"
#include "services/intake/readers/pdf/word_boxes.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;

absl::Status NoText(std::size_t pages) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("none of the PDF file's ", pages,
                   " pages has text: they are pictures, as a scanner makes "
                   "them; save the report in Word as PDF with text, or hand in "
                   "the docx"),
      {.reason = "NO_TEXT", .metadata = {{"pages", absl::StrCat(pages)}}});
}

absl::Status ProgramsForbidden() {
  return core::MakeError(
      absl::StatusCode::kFailedPrecondition,
      "PDF files are read by another program, and none may be run here; hand "
      "in the docx",
      {.reason = "PROGRAMS_FORBIDDEN", .metadata = {}});
}

void NoteDamage(Document& document) {
  auto* block = document.add_blocks();
  block->set_id(absl::StrCat("b", document.blocks_size()));
  auto* notice = block->mutable_notice();
  notice->set_kind(nianbao::document::v1::Notice::KIND_NOTE);
  notice->add_title()->set_text("文件有损坏");
  notice->add_lines()->add_runs()->set_text(
      "PDF 文件内部有损坏之处，可能有文字没有读到；请重新导出后再读。");
}

}  // namespace

absl::StatusOr<Document> ReadPdf(std::string_view bytes,
                                 const core::ProgramRunner* programs) {
  if (programs == nullptr) return ProgramsForbidden();
  NIANBAO_ASSIGN_OR_RETURN(PdfPrint print, PrintPdf(bytes, *programs));
  NIANBAO_ASSIGN_OR_RETURN(std::vector<BoxPage> pages,
                           ParseWordBoxes(print.boxes));
  print.boxes = std::string();
  const std::size_t count = pages.size();
  NIANBAO_ASSIGN_OR_RETURN(Document document, ReadLayout(std::move(pages)));
  if (document.blocks().empty()) return NoText(count);
  if (print.damaged) NoteDamage(document);
  return document;
}

}  // namespace nianbao::intake
