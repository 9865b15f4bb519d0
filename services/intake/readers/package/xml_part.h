// Elements of an XML part as trees, and their names without prefixes.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_XML_PART_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_XML_PART_H_

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace nianbao::intake {

// What is done with an element; the tree lives until it returns.
using ElementVisitor = absl::FunctionRef<absl::Status(pugi::xml_node)>;

// Calls `visit` with each element under `path` (names from the root down; an
// empty path means the root), in order, and stops at its first error. Other
// elements on the way down are visited too: with the path {"worksheet",
// "sheetData"} both <cols> and every <row>. Trees are at most 256 deep, so
// they may be walked by recursion. InvalidArgument as XmlScanner has it, with
// `part` in the message.
absl::Status VisitElements(const std::string& part, std::string xml,
                           const std::vector<std::string>& path,
                           ElementVisitor visit);

// Whether VisitElements would visit more than `most` elements: counting costs
// far less than visiting them. False for UTF-16; errors as VisitElements.
absl::StatusOr<bool> HasMoreElements(const std::string& part,
                                     std::string_view xml,
                                     const std::vector<std::string>& path,
                                     int most);

// The element's name without its prefix; empty for text.
std::string_view LocalName(pugi::xml_node node);

// The first child element of that local name; a null node where none is.
pugi::xml_node Child(pugi::xml_node node, std::string_view name);

// The value of the attribute of that local name; empty where none is.
std::string_view Attribute(pugi::xml_node node, std::string_view name);

// The `val` of the child of that name; empty where either is missing.
std::string_view ChildValue(pugi::xml_node node, std::string_view name);

// Whether the child of that name is there and not switched off by val="0".
bool IsOn(pugi::xml_node node, std::string_view name);

// A whole number, `otherwise` where the text is none or does not fit.
int ToInt(std::string_view text, int otherwise);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_XML_PART_H_
