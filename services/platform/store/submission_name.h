// Resource names of submissions.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SUBMISSION_NAME_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SUBMISSION_NAME_H_

#include <string>

#include "absl/status/statusor.h"

namespace nianbao::platform {

// "editions/{edition}/submissions/{school}" with "/versions/{version}" behind
// it or not.
struct SubmissionName {
  std::string edition;
  std::string school;
  // Zero for the newest.
  int version = 0;

  // InvalidArgument shows the name and what it should look like.
  static absl::StatusOr<SubmissionName> Parse(const std::string& name);

  std::string ToString() const;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SUBMISSION_NAME_H_
