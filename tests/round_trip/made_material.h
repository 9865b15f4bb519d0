// Invented figures of a school, for reports that are read again.
#ifndef NIANBAO_TESTS_ROUND_TRIP_MADE_MATERIAL_H_
#define NIANBAO_TESTS_ROUND_TRIP_MADE_MATERIAL_H_

#include <cstdint>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/catalogue.h"
#include "services/report/compose.h"

namespace nianbao::testing {

// Figures of the edition's indicators for its two years, in their units and
// with digits as their measure has them; some are blank, some are zero, some
// stayed the same. The derived indicators are made up too: what they are is not
// what a round trip asks. The same for the same seed on every machine.
report::Material MakeMaterial(const core::Catalogue& catalogue,
                              const catalogue::v1::Edition& edition,
                              std::uint64_t seed);

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_ROUND_TRIP_MADE_MATERIAL_H_
