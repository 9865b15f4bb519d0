// Builds a composed document block by block.
#ifndef NIANBAO_SERVICES_REPORT_DOCUMENT_BUILDER_H_
#define NIANBAO_SERVICES_REPORT_DOCUMENT_BUILDER_H_

#include <array>
#include <set>
#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/report/run_list.h"

namespace nianbao::report {

// Gives every block an id of its own, numbers headings and makes the list of
// contents.
class DocumentBuilder {
 public:
  // Ids of `submitted`'s blocks stay free for copies of them.
  explicit DocumentBuilder(const nianbao::document::v1::Document& submitted);

  void AddTitle(const std::string& text);
  void AddSubtitle(const std::string& text);

  // A heading with the next number of its level, listed in the contents where
  // its level is one or two.
  void AddHeading(int level, const std::string& title);
  // Takes back the numbered heading of `level` that was just added.
  void DropHeading(int level);
  // A heading without number, not in the contents.
  void AddPlainHeading(int level, const std::string& title);

  void AddParagraph(const nianbao::document::v1::Paragraph& paragraph);
  void AddLine(const RunList& line);
  void AddTable(const nianbao::document::v1::Table& table);
  void AddChart(const nianbao::document::v1::Chart& chart);
  void AddNotice(const nianbao::document::v1::Notice& notice);
  // A block of the submitted document under its own id.
  void AddCopy(const nianbao::document::v1::Block& block);

  // The place of the list of contents; once.
  void AddContents();

  // Number of blocks so far.
  int size() const { return document_.blocks_size(); }

  // The document with its contents filled in; the builder is empty after it.
  nianbao::document::v1::Document Finish();

 private:
  nianbao::document::v1::Block& AddBlock();
  void AddHeadingBlock(int level, const std::string& number,
                       const std::string& title);
  std::string NextId();

  nianbao::document::v1::Document document_;
  std::set<std::string> taken_;
  int next_id_ = 1;
  std::array<int, 7> counts_ = {};
  // Contents entries, and before which block they go.
  std::vector<nianbao::document::v1::Paragraph> contents_;
  int contents_at_ = -1;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_DOCUMENT_BUILDER_H_
