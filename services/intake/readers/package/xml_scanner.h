// Finds the elements of an XML text without building a tree.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_XML_SCANNER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_XML_SCANNER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::intake {

// Bytes [begin, end) of an element with its tags.
struct XmlSlice {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Walks an XML text from element to element, so that a long part is never a
// tree as a whole: a tree takes many times the bytes of its text. Refuses what
// is made to hurt parsers: document types (and with them entities), nesting
// deeper than 256, elements whose tree would take more than 48 MB, texts of
// more than 1 MB without a tag.
class XmlScanner {
 public:
  // Finds the elements under the elements that `path` names from the root
  // down, by local names; an empty path finds the root. `part` names the text
  // in errors. `xml` must outlive the scanner; what lies before the end of the
  // last slice may change.
  XmlScanner(std::string part, std::string_view xml,
             std::vector<std::string> path);

  // The next element; nothing at the end. InvalidArgument with reason
  // DAMAGED_FILE, HOSTILE_FILE or FILE_TOO_LARGE; the message says at which
  // byte.
  absl::StatusOr<std::optional<XmlSlice>> Next();

 private:
  enum class TagKind { kOpen, kClose, kEmpty, kOther, kEnd };
  struct Tag {
    TagKind kind = TagKind::kEnd;
    std::string_view name;
    std::size_t begin = 0;
  };

  absl::StatusOr<Tag> NextTag();
  absl::StatusOr<Tag> ElementTag(std::size_t begin);
  absl::StatusOr<Tag> OtherTag(std::size_t begin);
  absl::StatusOr<Tag> SkipPast(std::size_t begin, std::string_view mark);
  absl::Status Open(const Tag& tag);
  bool Close();
  bool Enters(const Tag& tag) const;
  std::string At(std::size_t byte) const;

  const std::string part_;
  const std::string_view xml_;
  const std::vector<std::string> path_;
  std::size_t at_ = 0;
  // Open elements, and how many of them are the path's.
  std::size_t depth_ = 0;
  std::size_t entered_ = 0;
  XmlSlice slice_;
  // What the open slice's tree will take, and what all before it took.
  std::size_t tree_bytes_ = 0;
  std::size_t all_bytes_ = 0;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_XML_SCANNER_H_
