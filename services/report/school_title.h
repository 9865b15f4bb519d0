// The school's name as a submitted document prints it.
#ifndef NIANBAO_SERVICES_REPORT_SCHOOL_TITLE_H_
#define NIANBAO_SERVICES_REPORT_SCHOOL_TITLE_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/report/v1/report.pb.h"

namespace nianbao::report {

// The order's school title, otherwise the first name of a school that starts a
// line of the document's opening; "学校名称未写明" where there is none.
std::string SchoolTitle(const nianbao::report::v1::Order& order,
                        const nianbao::document::v1::Document& document);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_SCHOOL_TITLE_H_
