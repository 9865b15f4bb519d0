#include "services/intake/readers/package/xml_scanner.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kDeepest = 256;
constexpr std::size_t kMostTreeBytes = std::size_t{48} << 20;
// And of all trees of a part together, which costs time.
constexpr std::size_t kMostBytes = std::size_t{512} << 20;
constexpr std::size_t kMostTextBytes = std::size_t{1} << 20;
// What a tree's element or text, and an attribute, take in memory.
constexpr std::size_t kNodeBytes = 64;
constexpr std::size_t kAttributeBytes = 40;

std::string_view WithoutPrefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

XmlScanner::XmlScanner(std::string part, std::string_view xml,
                       std::vector<std::string> path)
    : part_(std::move(part)), xml_(xml), path_(std::move(path)) {}

std::string XmlScanner::At(std::size_t byte) const {
  return absl::StrCat(part_, ", byte ", byte);
}

absl::StatusOr<std::optional<XmlSlice>> XmlScanner::Next() {
  while (true) {
    NIANBAO_ASSIGN_OR_RETURN(const Tag tag, NextTag());
    if (tag.kind == TagKind::kOther) continue;
    if (tag.kind == TagKind::kEnd) {
      if (depth_ == 0) return std::nullopt;
      return DamagedFile(At(xml_.size()), "the text ends inside an element");
    }
    if (tag.kind == TagKind::kClose && depth_ == 0) {
      return DamagedFile(At(tag.begin), "an element ends that never began");
    }
    if (tag.kind != TagKind::kClose) {
      NIANBAO_RETURN_IF_ERROR(Open(tag));
    }
    if (tag.kind == TagKind::kOpen) continue;
    if (Close()) return slice_;
  }
}

bool XmlScanner::Enters(const Tag& tag) const {
  return tag.kind == TagKind::kOpen && depth_ == entered_ &&
         entered_ < path_.size() && WithoutPrefix(tag.name) == path_[entered_];
}

absl::Status XmlScanner::Open(const Tag& tag) {
  if (depth_ >= kDeepest) {
    return HostileFile(At(tag.begin), absl::StrCat("elements are nested deeper "
                                                   "than ",
                                                   kDeepest));
  }
  const bool enters = Enters(tag);
  if (!enters && depth_ == entered_) {
    slice_.begin = tag.begin;
    all_bytes_ += tree_bytes_;
    tree_bytes_ = 0;
  }
  ++depth_;
  if (enters) ++entered_;
  tree_bytes_ += kNodeBytes;
  if (tree_bytes_ > kMostTreeBytes || all_bytes_ > kMostBytes) {
    return FileTooLarge(At(tag.begin),
                        "the text or table that stands here has more parts "
                        "than can be read at once");
  }
  return absl::OkStatus();
}

// Ends the innermost element; whether that ends a slice.
bool XmlScanner::Close() {
  const bool leaves = depth_ == entered_;
  --depth_;
  if (leaves) {
    entered_ = depth_;
    return false;
  }
  slice_.end = at_;
  return depth_ == entered_;
}

absl::StatusOr<XmlScanner::Tag> XmlScanner::NextTag() {
  const std::size_t begin = xml_.find('<', at_);
  if (begin == std::string_view::npos) {
    at_ = xml_.size();
    return Tag{};
  }
  if (begin > at_) tree_bytes_ += kNodeBytes;
  if (begin - at_ > kMostTextBytes) {
    return FileTooLarge(At(at_), "a stretch of text is longer than 1 MB");
  }
  const char next = begin + 1 < xml_.size() ? xml_[begin + 1] : '\0';
  return next == '!' || next == '?' ? OtherTag(begin) : ElementTag(begin);
}

absl::StatusOr<XmlScanner::Tag> XmlScanner::SkipPast(std::size_t begin,
                                                     std::string_view mark) {
  const std::size_t end = xml_.find(mark, begin);
  if (end == std::string_view::npos) {
    return DamagedFile(At(begin), "the text ends inside a tag");
  }
  at_ = end + mark.size();
  return Tag{TagKind::kOther, {}, begin};
}

absl::StatusOr<XmlScanner::Tag> XmlScanner::OtherTag(std::size_t begin) {
  const std::string_view rest = xml_.substr(begin);
  if (rest.substr(0, 4) == "<!--") return SkipPast(begin + 4, "-->");
  if (rest.substr(0, 9) == "<![CDATA[") {
    tree_bytes_ += kNodeBytes;
    return SkipPast(begin + 9, "]]>");
  }
  if (rest[1] == '?') return SkipPast(begin + 2, "?>");
  return HostileFile(At(begin),
                     "the XML declares a document type or entities of its own");
}

absl::StatusOr<XmlScanner::Tag> XmlScanner::ElementTag(std::size_t begin) {
  std::size_t at = begin + 1;
  const bool close = at < xml_.size() && xml_[at] == '/';
  if (close) ++at;
  const std::size_t name = at;
  while (at < xml_.size() && !IsSpace(xml_[at]) && xml_[at] != '>' &&
         xml_[at] != '/') {
    ++at;
  }
  Tag tag{close ? TagKind::kClose : TagKind::kOpen,
          xml_.substr(name, at - name), begin};
  while (at < xml_.size() && xml_[at] != '>') {
    const char c = xml_[at];
    if (c == '"' || c == '\'') {
      at = xml_.find(c, at + 1);
      if (at == std::string_view::npos) break;
      tree_bytes_ += kAttributeBytes;
    }
    ++at;
  }
  if (at >= xml_.size()) {
    return DamagedFile(At(begin), "the text ends inside a tag");
  }
  if (!close && xml_[at - 1] == '/') tag.kind = TagKind::kEmpty;
  at_ = at + 1;
  return tag;
}

}  // namespace nianbao::intake
