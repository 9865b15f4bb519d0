// Links labels to the catalogue's indicators.
#ifndef NIANBAO_SERVICES_INTAKE_READING_LINKER_H_
#define NIANBAO_SERVICES_INTAKE_READING_LINKER_H_

#include <map>
#include <string>
#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"

namespace nianbao::intake {

// Finds the indicator that a label names: the label, without marks and
// spaces, is one of its titles or wordings and the units agree. Immutable;
// safe from any thread.
class Linker {
 public:
  explicit Linker(const core::Catalogue& catalogue);

  // The indicator; null where none is named.
  const nianbao::catalogue::v1::Indicator* Find(
      const std::string& label, const nianbao::fact::v1::Figure& figure) const;

  // The part of `whole` with that name, such as 国家级; null where none.
  const nianbao::catalogue::v1::Indicator* FindPart(
      const std::string& whole_code, const std::string& part) const;

  // The only indicator of that name whatever its unit; null for none or many.
  const nianbao::catalogue::v1::Indicator* FindByName(
      const std::string& label) const;

 private:
  std::map<std::string, std::vector<const nianbao::catalogue::v1::Indicator*>>
      by_name_;
  std::map<std::string, std::vector<const nianbao::catalogue::v1::Indicator*>>
      parts_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_LINKER_H_
