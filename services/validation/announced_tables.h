// Tables that a paragraph says to hold what it tells.
#ifndef NIANBAO_SERVICES_VALIDATION_ANNOUNCED_TABLES_H_
#define NIANBAO_SERVICES_VALIDATION_ANNOUNCED_TABLES_H_

#include <map>
#include <set>
#include <string>

#include "services/validation/report_view.h"

namespace nianbao::validation {

// Which paragraphs lead to which tables, as in "2020届就业情况见表2".
class AnnouncedTables {
 public:
  explicit AnnouncedTables(const ReportView& view);

  // Whether `stated` stands in a paragraph that leads to the table whose total
  // of the same indicator is `total`: its rows make it up.
  bool IsTotalOf(const Datum& stated, const Datum& total) const;

 private:
  const ReportView& view_;
  // Blocks of paragraphs by that of their table.
  std::map<std::string, std::set<std::string>> paragraphs_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_ANNOUNCED_TABLES_H_
