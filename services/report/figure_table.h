// The figures that a report can print.
#ifndef NIANBAO_SERVICES_REPORT_FIGURE_TABLE_H_
#define NIANBAO_SERVICES_REPORT_FIGURE_TABLE_H_

#include <map>
#include <string>
#include <utility>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/report/compose.h"

namespace nianbao::report {

// Collected and computed facts by indicator and year. Holds pointers into the
// material, which must outlive it.
class FigureTable {
 public:
  FigureTable(const core::Catalogue& catalogue, const Material& material);

  // The school's figure: computed where the indicator has a formula, collected
  // otherwise, and the other one where that is blank. Null for a blank.
  const nianbao::fact::v1::Fact* Find(const std::string& code, int year) const;

  // The computed figure alone. Null for a blank.
  const nianbao::fact::v1::Fact* FindComputed(const std::string& code,
                                              int year) const;

  // Any fact of the material by its identifier; null where there is none.
  const nianbao::fact::v1::Fact* FindById(const std::string& id) const;

 private:
  const core::Catalogue& catalogue_;
  core::FactTable collected_;
  std::map<std::pair<std::string, int>, const nianbao::fact::v1::Fact*>
      computed_;
  std::map<std::string, const nianbao::fact::v1::Fact*> by_id_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_FIGURE_TABLE_H_
