// A small catalogue without errors, for tests to break.
#ifndef NIANBAO_SERVICES_CORE_CATALOGUE_TEST_BASE_H_
#define NIANBAO_SERVICES_CORE_CATALOGUE_TEST_BASE_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/core/catalogue.h"

namespace nianbao::core {

// Two editions, four indicators (one derived, one a part), a rule, a standard,
// words and two regions; places are not known.
nianbao::catalogue::v1::Catalogue BaseCatalogue();

// The catalogue of one file "base.textproto".
absl::StatusOr<std::unique_ptr<const Catalogue>> Create(
    nianbao::catalogue::v1::Catalogue content);

// The error of the base catalogue after `change`, "" where there is none.
std::string ErrorAfter(
    const std::function<void(nianbao::catalogue::v1::Catalogue&)>& change);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CATALOGUE_TEST_BASE_H_
