// Earlier submissions of a school and those of other schools, from intake.
#ifndef NIANBAO_SERVICES_VALIDATION_OTHER_SUBMISSIONS_H_
#define NIANBAO_SERVICES_VALIDATION_OTHER_SUBMISSIONS_H_

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/peers.h"
#include "services/validation/surroundings.h"

namespace nianbao::validation {

// What intake knows beside the submission: the school's newest submissions of
// at most 5 earlier editions, and the facts of at most 40 other schools of the
// edition, those of the same prefecture before all others, in name order. What
// no outlier test of the catalogue asks for is not fetched. Errors of intake;
// blocks on it.
absl::StatusOr<Surroundings> SurroundingsOf(
    const core::Catalogue& catalogue, core::IntakePeer& intake,
    const nianbao::intake::v1::Submission& submission);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_OTHER_SUBMISSIONS_H_
