#include "services/intake/readers/captions.h"

#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/lines.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

constexpr int kLongestCaption = 40;

}  // namespace

std::string TakeCaption(Document& document) {
  if (document.blocks().empty()) return "";
  Block& last = *document.mutable_blocks()->rbegin();
  if (!last.has_paragraph() || last.paragraph().runs_size() != 1) return "";
  const auto role = last.paragraph().role();
  if (role != Paragraph::ROLE_UNSPECIFIED && role != Paragraph::ROLE_CAPTION) {
    return "";
  }
  const std::string& text = last.paragraph().runs(0).text();
  if (CountChars(text) > kLongestCaption || EndsSentence(text)) return "";
  last.mutable_paragraph()->set_role(Paragraph::ROLE_CAPTION);
  return text;
}

}  // namespace nianbao::intake
