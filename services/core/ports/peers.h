// Ports: the other services, as a service sees them.
#ifndef NIANBAO_SERVICES_CORE_PORTS_PEERS_H_
#define NIANBAO_SERVICES_CORE_PORTS_PEERS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/fact_table.h"

namespace nianbao::core {

// All submissions of an edition at one moment.
struct SubmissionList {
  std::vector<nianbao::intake::v1::Submission> submissions;
  std::int64_t revision = 0;
};

// Intake. Calls block up to the call policy's deadline; Unavailable where it
// can't be reached, NotFound where it has no such submission.
class IntakePeer {
 public:
  virtual ~IntakePeer() = default;
  virtual absl::StatusOr<nianbao::intake::v1::Submission> GetSubmission(
      const std::string& name) = 0;
  // Newest versions in name order.
  virtual absl::StatusOr<SubmissionList> ListSubmissions(
      const std::string& edition) = 0;
  virtual absl::StatusOr<nianbao::document::v1::Document> GetDocument(
      const std::string& name) = 0;
  virtual absl::StatusOr<Facts> GetFacts(const std::string& name) = 0;
};

// What validation makes of a document.
struct CheckResult {
  std::vector<nianbao::validation::v1::Check> checks;
  nianbao::validation::v1::Coverage coverage;
};

// Validation. Errors as in IntakePeer.
class ValidationPeer {
 public:
  virtual ~ValidationPeer() = default;
  virtual absl::StatusOr<CheckResult> CheckSubmission(
      const std::string& name) = 0;
};

// Metrics. Errors as in IntakePeer. Region and class of the school decide its
// standards and may be empty.
class MetricsPeer {
 public:
  virtual ~MetricsPeer() = default;
  virtual absl::StatusOr<nianbao::metrics::v1::ComputeIndicatorsResponse>
  ComputeIndicators(const std::string& edition, const Facts& facts,
                    const std::string& region,
                    const std::string& school_class) = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_PEERS_H_
