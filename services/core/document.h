// Reading a Document: texts, places and the order of blocks.
#ifndef NIANBAO_SERVICES_CORE_DOCUMENT_H_
#define NIANBAO_SERVICES_CORE_DOCUMENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "nianbao/document/v1/document.pb.h"

namespace nianbao::core {

using Runs = google::protobuf::RepeatedPtrField<nianbao::document::v1::Run>;

// The concatenated text of `runs`.
std::string TextOf(const Runs& runs);

// The text of a heading (with its number) or paragraph; empty for others.
std::string TextOf(const nianbao::document::v1::Block& block);

// The source line on which byte `offset` of the runs' text stands; zero where
// no run says so.
int LineAt(const Runs& runs, int offset);

// Finds blocks by id. Holds pointers into the document, which must outlive it.
class BlockIndex {
 public:
  explicit BlockIndex(const nianbao::document::v1::Document& document);

  // The block; null where the document has none of that id.
  const nianbao::document::v1::Block* Find(std::string_view id) const;

  // Position of the block in the document; -1 where there is none.
  int PositionOf(std::string_view id) const;

 private:
  const nianbao::document::v1::Document& document_;
  absl::flat_hash_map<std::string, int> positions_;
};

// Splits a document into parts of about `bytes` each, in order: the first has
// the fields besides the blocks. At least one part.
std::vector<nianbao::document::v1::Document> SplitDocument(
    const nianbao::document::v1::Document& document, std::size_t bytes);

// Appends a part made by SplitDocument.
void AppendPart(const nianbao::document::v1::Document& part,
                nianbao::document::v1::Document& document);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_DOCUMENT_H_
