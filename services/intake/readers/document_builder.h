// Builds a Document block by block: ids, places and limits.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCUMENT_BUILDER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCUMENT_BUILDER_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/merged_table.h"

namespace nianbao::intake {

// Collects blocks of files that have no lines or pages. Every Add fails with
// reason FILE_TOO_LARGE above 200,000 blocks, 400,000 cells or 24 MB of text.
// Texts must be valid UTF-8; empty ones add nothing.
class DocumentBuilder {
 public:
  using Role = nianbao::document::v1::Paragraph::Role;

  // `level` as SetLevels takes or leaves it.
  absl::Status AddHeading(const std::string& number, const std::string& words,
                          int level, int line = 0);

  // `lines` are the paragraph's stretches, a run for each of them.
  absl::Status AddParagraph(const std::vector<std::string>& lines, Role role,
                            int line = 0);

  // A table; a short line before it becomes its caption.
  absl::Status AddTable(const std::vector<MergedRow>& rows);

  // Pages of the last block: one for each run of a text, or row of a table.
  void SetPages(const std::vector<int>& pages);

  // A note of the reader on what it left out. It states no facts.
  absl::Status AddNote(const std::string& title,
                       const std::vector<std::string>& lines);

  // The document so far.
  const nianbao::document::v1::Document& document() const { return document_; }

  // Takes the document.
  nianbao::document::v1::Document Finish() { return std::move(document_); }

 private:
  absl::Status AddBlock();
  absl::Status Count(std::size_t text_bytes);
  nianbao::document::v1::Block& last() {
    return *document_.mutable_blocks()->rbegin();
  }

  nianbao::document::v1::Document document_;
  std::size_t cells_ = 0;
  std::size_t text_bytes_ = 0;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCUMENT_BUILDER_H_
