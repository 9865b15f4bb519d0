// A small invented submission with checks, for the tests of reports.
#ifndef NIANBAO_SERVICES_REPORT_TEST_MATERIAL_H_
#define NIANBAO_SERVICES_REPORT_TEST_MATERIAL_H_

#include <functional>
#include <memory>

#include "nianbao/report/v1/report.pb.h"
#include "services/core/catalogue.h"
#include "services/report/compose.h"

namespace nianbao::report {

// The catalogue of tests/data/report/catalogue.textproto, with a change made
// to it where one is given.
std::unique_ptr<const core::Catalogue> TestCatalogue(
    const std::function<void(nianbao::catalogue::v1::Catalogue&)>& change =
        nullptr);

// An order of the kind for the edition of 2021.
nianbao::report::v1::Order OrderOf(nianbao::report::v1::ReportKind kind);

// A report of an invented school: prose, a table, errors, queries, undecided
// relations, computed figures and standards.
Material TestMaterial();

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_TEST_MATERIAL_H_
