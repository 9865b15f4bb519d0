#include "services/intake/readers/package/ooxml_package.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

constexpr int kMostElements = 200'000;
constexpr char kContentTypes[] = "[Content_Types].xml";
constexpr char kSaveAs[] =
    "save it as .docx or .xlsx (File, Save As) and hand that in";

// The folder of a part with its slash; empty for the top.
std::string FolderOf(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// The part that a link's target names, seen from `part`.
std::string Resolve(const std::string& part, const std::string& target) {
  const bool absolute = !target.empty() && target[0] == '/';
  const std::string path =
      absolute ? target.substr(1) : absl::StrCat(FolderOf(part), target);
  std::vector<std::string> steps;
  for (const auto step : absl::StrSplit(path, '/')) {
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (step != "." && !step.empty()) {
      steps.emplace_back(step);
    }
  }
  return absl::StrJoin(steps, "/");
}

std::string LastWord(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  return std::string(slash == std::string_view::npos ? type
                                                     : type.substr(slash + 1));
}

bool HasWord(const std::string& type, const char* word) {
  return absl::StrContains(absl::AsciiStrToLower(type), word);
}

absl::Status TooManyElements(const std::string& part) {
  return FileTooLarge(part,
                      absl::StrCat("the document has more than ", kMostElements,
                                   " paragraphs, rows and texts"));
}

absl::StatusOr<OoxmlKind> KindOf(const std::string& type,
                                 const std::string& part) {
  if (HasWord(type, "macroenabled") && !HasWord(type, "binary")) {
    return MacrosRefused(part);
  }
  if (HasWord(type, "binary")) {
    return UnsupportedFile("a binary Excel workbook (.xlsb)", kSaveAs);
  }
  if (HasWord(type, "wordprocessingml")) return OoxmlKind::kDocument;
  if (HasWord(type, "spreadsheetml")) return OoxmlKind::kWorkbook;
  if (HasWord(type, "presentationml")) {
    return UnsupportedFile("a PowerPoint presentation", kSaveAs);
  }
  // Some writers declare nothing; the folder tells as well.
  if (absl::StartsWith(part, "word/")) return OoxmlKind::kDocument;
  if (absl::StartsWith(part, "xl/")) return OoxmlKind::kWorkbook;
  return UnsupportedFile("an Office file of an unknown kind", kSaveAs);
}

}  // namespace

absl::StatusOr<OoxmlPackage> OoxmlPackage::Open(std::string_view bytes,
                                                const PackageLimits& limits) {
  NIANBAO_ASSIGN_OR_RETURN(ZipPackage zip, ZipPackage::Open(bytes, limits));
  OoxmlPackage package(std::move(zip));
  NIANBAO_RETURN_IF_ERROR(package.CheckNames());
  NIANBAO_RETURN_IF_ERROR(package.FindMainPart());
  NIANBAO_ASSIGN_OR_RETURN(package.links_, package.LinksOf(package.main_part_));
  return package;
}

absl::Status OoxmlPackage::CheckNames() const {
  if (!zip_.Has(kContentTypes)) {
    if (zip_.Has("mimetype") && zip_.Has("content.xml")) {
      return UnsupportedFile("an OpenDocument file", kSaveAs);
    }
    return UnsupportedFile("a zip file and no Word or Excel file",
                           "unpack it and hand in the report that it holds");
  }
  for (const std::string& name : zip_.names()) {
    const std::string lower = absl::AsciiStrToLower(name);
    if (absl::EndsWith(lower, "vbaproject.bin") ||
        absl::StartsWith(lower, "xl/macrosheets/")) {
      return MacrosRefused(name);
    }
  }
  return absl::OkStatus();
}

absl::Status OoxmlPackage::FindMainPart() {
  NIANBAO_ASSIGN_OR_RETURN(const auto links, LinksOf(""));
  const auto main = std::find_if(
      links.begin(), links.end(),
      [](const Relationship& link) { return link.type == "officeDocument"; });
  if (main == links.end()) {
    return DamagedFile("_rels/.rels", "it names no main part");
  }
  main_part_ = main->target;
  NIANBAO_ASSIGN_OR_RETURN(const std::string type, ContentType(main_part_));
  NIANBAO_ASSIGN_OR_RETURN(kind_, KindOf(type, main_part_));
  return absl::OkStatus();
}

absl::StatusOr<std::string> OoxmlPackage::ContentType(const std::string& part) {
  std::string type;
  const std::string name = absl::StrCat("/", part);
  NIANBAO_RETURN_IF_ERROR(
      Visit(kContentTypes, {"Types"}, [&](pugi::xml_node node) {
        const std::string named(Attribute(node, "PartName"));
        if (absl::EqualsIgnoreCase(named, name)) {
          type = std::string(Attribute(node, "ContentType"));
        }
        return absl::OkStatus();
      }));
  return type;
}

absl::StatusOr<std::vector<Relationship>> OoxmlPackage::LinksOf(
    const std::string& part) {
  std::vector<Relationship> links;
  const std::string folder = FolderOf(part);
  const std::string list =
      absl::StrCat(folder, "_rels/", part.substr(folder.size()), ".rels");
  if (!zip_.Has(list)) return links;
  NIANBAO_RETURN_IF_ERROR(
      Visit(list, {"Relationships"}, [&](pugi::xml_node node) {
        if (Attribute(node, "TargetMode") == "External") {
          return absl::OkStatus();
        }
        links.push_back(
            {std::string(Attribute(node, "Id")),
             LastWord(Attribute(node, "Type")),
             Resolve(part, std::string(Attribute(node, "Target")))});
        return absl::OkStatus();
      }));
  return links;
}

std::string OoxmlPackage::PartOfType(std::string_view type) const {
  for (const Relationship& link : links_) {
    if (link.type == type && zip_.Has(link.target)) return link.target;
  }
  return "";
}

absl::Status OoxmlPackage::Visit(const std::string& part,
                                 const std::vector<std::string>& path,
                                 ElementVisitor visit) {
  NIANBAO_ASSIGN_OR_RETURN(std::string xml, zip_.Read(part));
  NIANBAO_ASSIGN_OR_RETURN(
      const bool too_many,
      HasMoreElements(part, xml, path, kMostElements - visited_));
  if (too_many) return TooManyElements(part);
  return VisitElements(part, std::move(xml), path,
                       [&](pugi::xml_node node) -> absl::Status {
                         if (++visited_ <= kMostElements) return visit(node);
                         return TooManyElements(part);
                       });
}

}  // namespace nianbao::intake
