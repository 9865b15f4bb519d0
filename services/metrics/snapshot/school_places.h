// Where a school belongs in an edition.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_SCHOOL_PLACES_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_SCHOOL_PLACES_H_

#include <memory>
#include <string>

#include "services/core/catalogue.h"
#include "services/core/organisation_tree.h"
#include "services/metrics/snapshot/edition_table.h"

namespace nianbao::metrics {

// Sets title, region, `expected` and `registered` of a row and returns its
// unit: by the registry on the table's day, or else as its submission and the
// catalogue's regions have it.
SchoolUnit PlaceSchool(const core::Catalogue& catalogue,
                       const core::OrganisationTree& tree,
                       const std::string& day, SchoolRow& row);

// For each row of `later` the rows of `earlier` that its figures come from.
std::shared_ptr<const RowLinks> LinkRows(const core::OrganisationTree& tree,
                                         const EditionTable& later,
                                         const EditionTable& earlier);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_SCHOOL_PLACES_H_
