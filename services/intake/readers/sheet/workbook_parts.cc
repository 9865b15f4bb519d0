#include "services/intake/readers/sheet/workbook_parts.h"

#include <map>
#include <string_view>

#include "absl/strings/str_replace.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/clean_text.h"
#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kMostTexts = 1'000'000;
constexpr std::size_t kMostStyles = 100'000;

absl::Status ReadTexts(OoxmlPackage& package, WorkbookParts& parts) {
  const std::string part = package.PartOfType("sharedStrings");
  if (part.empty()) return absl::OkStatus();
  return package.Visit(part, {"sst"}, [&](pugi::xml_node node) {
    if (LocalName(node) != "si") return absl::OkStatus();
    if (parts.texts.size() >= kMostTexts) {
      return FileTooLarge(part, "the workbook has more than a million texts");
    }
    parts.texts.push_back(StringText(node));
    return absl::OkStatus();
  });
}

// Collects formats by id: each is parsed once.
class FormatReader {
 public:
  explicit FormatReader(WorkbookParts& parts) : parts_(parts) {
    parts_.formats.emplace_back("General");
    positions_[0] = 0;
  }

  absl::Status Read(pugi::xml_node node) {
    const std::string_view name = LocalName(node);
    if (name == "numFmts") {
      for (const pugi::xml_node format : node.children()) {
        codes_[ToInt(Attribute(format, "numFmtId"), -1)] =
            CleanText(Attribute(format, "formatCode"));
      }
    } else if (name == "cellXfs") {
      for (const pugi::xml_node style : node.children()) {
        if (parts_.style_formats.size() >= kMostStyles) break;
        parts_.style_formats.push_back(
            PositionOf(ToInt(Attribute(style, "numFmtId"), 0)));
      }
    }
    return absl::OkStatus();
  }

 private:
  std::size_t PositionOf(int id) {
    const auto [found, added] =
        positions_.try_emplace(id, parts_.formats.size());
    if (added) {
      const auto own = codes_.find(id);
      parts_.formats.emplace_back(own != codes_.end()
                                      ? std::string_view(own->second)
                                      : NumberFormat::BuiltIn(id));
    }
    return found->second;
  }

  WorkbookParts& parts_;
  std::map<int, std::string> codes_;
  std::map<int, std::size_t> positions_;
};

}  // namespace

const NumberFormat& WorkbookParts::FormatOf(int style) const {
  const auto index = static_cast<std::size_t>(style);
  const bool known = style >= 0 && index < style_formats.size();
  return formats[known ? style_formats[index] : 0];
}

absl::StatusOr<WorkbookParts> ReadWorkbookParts(OoxmlPackage& package) {
  WorkbookParts parts;
  NIANBAO_RETURN_IF_ERROR(ReadTexts(package, parts));
  FormatReader formats(parts);
  const std::string styles = package.PartOfType("styles");
  if (!styles.empty()) {
    NIANBAO_RETURN_IF_ERROR(
        package.Visit(styles, {"styleSheet"},
                      [&](pugi::xml_node node) { return formats.Read(node); }));
  }
  return parts;
}

std::string StringText(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = LocalName(child);
    if (name == "t") text += CleanText(child.child_value());
    if (name == "r") text += CleanText(Child(child, "t").child_value());
  }
  // Carriage returns are written out in letters.
  return absl::StrReplaceAll(text, {{"_x000D_", ""}});
}

}  // namespace nianbao::intake
