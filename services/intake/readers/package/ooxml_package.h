// A Word or Excel file as a package of related parts.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_OOXML_PACKAGE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_OOXML_PACKAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "services/intake/readers/package/xml_part.h"
#include "services/intake/readers/package/zip_package.h"

namespace nianbao::intake {

// What the main part of a package is.
enum class OoxmlKind { kDocument, kWorkbook };

// A link from one part to another.
struct Relationship {
  std::string id;
  // Last word of the type, such as "styles".
  std::string type;
  // Name of the part.
  std::string target;
};

// An open Word or Excel file. One thread at a time.
class OoxmlPackage {
 public:
  // Opens `bytes`, which must outlive the package. InvalidArgument with the
  // reason of ZipPackage::Open, UNSUPPORTED_FILE for another zip file, or
  // MACROS_REFUSED.
  static absl::StatusOr<OoxmlPackage> Open(std::string_view bytes,
                                           const PackageLimits& limits = {});

  OoxmlKind kind() const { return kind_; }
  const std::string& main_part() const { return main_part_; }

  // Links of the main part to other parts of the file, in the file's order.
  const std::vector<Relationship>& links() const { return links_; }

  // The part that the main part links to as `type`; empty where none is.
  std::string PartOfType(std::string_view type) const;

  // Visits elements of a part as VisitElements does. FILE_TOO_LARGE after
  // 200,000 elements of all parts together: each costs time, even an empty one.
  absl::Status Visit(const std::string& part,
                     const std::vector<std::string>& path,
                     ElementVisitor visit);

 private:
  explicit OoxmlPackage(ZipPackage zip) : zip_(std::move(zip)) {}

  absl::Status CheckNames() const;
  absl::Status FindMainPart();
  absl::StatusOr<std::string> ContentType(const std::string& part);
  absl::StatusOr<std::vector<Relationship>> LinksOf(const std::string& part);

  ZipPackage zip_;
  OoxmlKind kind_ = OoxmlKind::kDocument;
  std::string main_part_;
  std::vector<Relationship> links_;
  int visited_ = 0;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PACKAGE_OOXML_PACKAGE_H_
