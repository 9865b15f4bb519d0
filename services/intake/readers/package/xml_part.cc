#include "services/intake/readers/package/xml_part.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/intake/readers/encoding.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/package/xml_scanner.h"

namespace nianbao::intake {
namespace {

// Blanks between elements go; blanks that are all of a text stay.
constexpr unsigned int kParsing = pugi::parse_cdata | pugi::parse_escapes |
                                  pugi::parse_eol | pugi::parse_fragment |
                                  pugi::parse_wconv_attribute |
                                  pugi::parse_ws_pcdata_single;

// Turning it into UTF-8 takes several times its size.
constexpr std::size_t kMostUtf16Bytes = std::size_t{8} << 20;

std::string_view WithoutPrefix(const char* name) {
  const char* begin = name;
  const char* end = name;
  for (; *end != '\0'; ++end) {
    if (*end == ':') begin = end + 1;
  }
  return {begin, static_cast<std::size_t>(end - begin)};
}

bool IsUtf16(std::string_view xml) {
  const std::string_view mark = xml.substr(0, 2);
  return mark == "\xFF\xFE" || mark == "\xFE\xFF";
}

}  // namespace

absl::Status VisitElements(const std::string& part, std::string xml,
                           const std::vector<std::string>& path,
                           ElementVisitor visit) {
  if (IsUtf16(xml)) {
    if (xml.size() > kMostUtf16Bytes) {
      return FileTooLarge(part, "the part is in UTF-16 and larger than 8 MB");
    }
    auto text = DecodeText(xml);
    if (!text.ok()) return core::Annotate(text.status(), part);
    xml = std::move(text->utf8);
  }
  XmlScanner scanner(part, xml, path);
  pugi::xml_document tree;
  while (true) {
    NIANBAO_ASSIGN_OR_RETURN(const auto slice, scanner.Next());
    if (!slice) return absl::OkStatus();
    const auto parsed = tree.load_buffer_inplace(xml.data() + slice->begin,
                                                 slice->end - slice->begin,
                                                 kParsing, pugi::encoding_utf8);
    if (!parsed) {
      const auto byte = slice->begin + static_cast<std::size_t>(parsed.offset);
      return DamagedFile(absl::StrCat(part, ", byte ", byte),
                         parsed.description());
    }
    NIANBAO_RETURN_IF_ERROR(visit(tree.document_element()));
  }
}

absl::StatusOr<bool> HasMoreElements(const std::string& part,
                                     std::string_view xml,
                                     const std::vector<std::string>& path,
                                     int most) {
  const bool few = std::count(xml.begin(), xml.end(), '<') <= most;
  if (few || IsUtf16(xml)) return false;
  XmlScanner scanner(part, xml, path);
  for (int count = 0; count <= most; ++count) {
    NIANBAO_ASSIGN_OR_RETURN(const auto slice, scanner.Next());
    if (!slice) return false;
  }
  return true;
}

std::string_view LocalName(pugi::xml_node node) {
  return WithoutPrefix(node.name());
}

pugi::xml_node Child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (LocalName(child) == name) return child;
  }
  return {};
}

std::string_view Attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (WithoutPrefix(attribute.name()) == name) return attribute.value();
  }
  return {};
}

std::string_view ChildValue(pugi::xml_node node, std::string_view name) {
  return Attribute(Child(node, name), "val");
}

bool IsOn(pugi::xml_node node, std::string_view name) {
  const pugi::xml_node child = Child(node, name);
  if (!child) return false;
  const std::string_view value = Attribute(child, "val");
  return value != "0" && value != "false" && value != "off";
}

int ToInt(std::string_view text, int otherwise) {
  int value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? value : otherwise;
}

}  // namespace nianbao::intake
