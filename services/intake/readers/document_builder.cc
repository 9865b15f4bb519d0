#include "services/intake/readers/document_builder.h"

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/captions.h"
#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Notice;
using nianbao::document::v1::Run;

constexpr int kMostBlocks = 200'000;
constexpr std::size_t kMostCells = 400'000;
constexpr std::size_t kMostTextBytes = std::size_t{24} << 20;

void SetRun(const std::string& block, int begin, int line,
            const std::string& text, Run& run) {
  run.set_text(text);
  auto* place = run.mutable_place();
  place->set_block(block);
  place->set_begin(begin);
  place->set_end(begin + static_cast<int>(text.size()));
  place->set_line(line);
}

}  // namespace

absl::Status DocumentBuilder::AddBlock() {
  if (document_.blocks_size() >= kMostBlocks) {
    return FileTooLarge("", absl::StrCat("the document has more than ",
                                         kMostBlocks, " paragraphs"));
  }
  document_.add_blocks()->set_id(absl::StrCat("b", document_.blocks_size()));
  return absl::OkStatus();
}

absl::Status DocumentBuilder::Count(std::size_t text_bytes) {
  text_bytes_ += text_bytes;
  if (text_bytes_ <= kMostTextBytes) return absl::OkStatus();
  return FileTooLarge("", absl::StrCat("the document has more than ",
                                       kMostTextBytes >> 20, " MB of text"));
}

absl::Status DocumentBuilder::AddHeading(const std::string& number,
                                         const std::string& words, int level,
                                         int line) {
  if (words.empty()) return absl::OkStatus();
  NIANBAO_RETURN_IF_ERROR(Count(words.size()));
  NIANBAO_RETURN_IF_ERROR(AddBlock());
  auto* heading = last().mutable_heading();
  heading->set_level(level);
  heading->set_number(number);
  SetRun(last().id(), 0, line, words, *heading->add_runs());
  return absl::OkStatus();
}

absl::Status DocumentBuilder::AddParagraph(
    const std::vector<std::string>& lines, Role role, int line) {
  bool started = false;
  int begin = 0;
  for (const std::string& text : lines) {
    if (text.empty()) continue;
    NIANBAO_RETURN_IF_ERROR(Count(text.size()));
    if (!started) NIANBAO_RETURN_IF_ERROR(AddBlock());
    started = true;
    auto* paragraph = last().mutable_paragraph();
    paragraph->set_role(role);
    SetRun(last().id(), begin, line, text, *paragraph->add_runs());
    begin += static_cast<int>(text.size());
  }
  return absl::OkStatus();
}

absl::Status DocumentBuilder::AddTable(const std::vector<MergedRow>& rows) {
  if (rows.empty()) return absl::OkStatus();
  cells_ += rows.size() * static_cast<std::size_t>(CountColumns(rows));
  if (cells_ > kMostCells) {
    return FileTooLarge(
        "", absl::StrCat("the document's tables have more than ", kMostCells,
                         " cells"));
  }
  for (const MergedRow& row : rows) {
    for (const MergedCell& cell : row.cells) {
      NIANBAO_RETURN_IF_ERROR(Count(cell.text.size()));
    }
  }
  const std::string caption = TakeCaption(document_);
  NIANBAO_RETURN_IF_ERROR(AddBlock());
  auto* table = last().mutable_table();
  *table = MakeMergedTable(rows, last().id());
  table->set_caption(caption);
  return absl::OkStatus();
}

void DocumentBuilder::SetPages(const std::vector<int>& pages) {
  if (document_.blocks().empty()) return;
  const auto set = [&](std::size_t at, Run& run) {
    if (at < pages.size()) run.mutable_place()->set_page(pages[at]);
  };
  std::size_t at = 0;
  if (last().has_table()) {
    for (auto& row : *last().mutable_table()->mutable_rows()) {
      for (auto& cell : *row.mutable_cells()) {
        for (Run& run : *cell.mutable_runs()) set(at, run);
      }
      ++at;
    }
  } else if (last().has_heading()) {
    for (Run& run : *last().mutable_heading()->mutable_runs()) set(at++, run);
  } else if (last().has_paragraph()) {
    for (Run& run : *last().mutable_paragraph()->mutable_runs()) set(at++, run);
  }
}

absl::Status DocumentBuilder::AddNote(const std::string& title,
                                      const std::vector<std::string>& lines) {
  NIANBAO_RETURN_IF_ERROR(AddBlock());
  Notice* notice = last().mutable_notice();
  notice->set_kind(Notice::KIND_NOTE);
  notice->add_title()->set_text(title);
  for (const std::string& line : lines) {
    notice->add_lines()->add_runs()->set_text(line);
  }
  return absl::OkStatus();
}

}  // namespace nianbao::intake
