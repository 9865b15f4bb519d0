// An all-in-one in the test's own process, with stubs.
#ifndef NIANBAO_SERVICES_ALLINONE_ALL_IN_ONE_TEST_BASE_H_
#define NIANBAO_SERVICES_ALLINONE_ALL_IN_ONE_TEST_BASE_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "nianbao/metrics/v1/metrics.grpc.pb.h"
#include "nianbao/report/v1/report.grpc.pb.h"
#include "nianbao/validation/v1/validation.grpc.pb.h"
#include "services/allinone/all_in_one.h"
#include "services/platform/system_clock.h"

namespace nianbao::allinone {

// Starts an all-in-one over the catalogue of this repository that listens
// nowhere and keeps nothing.
class AllInOneTest : public testing::Test {
 protected:
  AllInOneTest();
  ~AllInOneTest() override;

  // Starts over with a changed configuration.
  void Restart();

  // A header that is taken.
  static nianbao::intake::v1::UploadHeader Header();

  // Uploads in pieces of `piece` bytes.
  absl::StatusOr<nianbao::intake::v1::Submission> Upload(
      const nianbao::intake::v1::UploadHeader& header, const std::string& bytes,
      std::size_t piece = 100'000);

  // All messages that reading a file gives.
  absl::StatusOr<std::vector<nianbao::intake::v1::ReadDocumentResponse>> Read(
      const nianbao::intake::v1::ReadDocumentRequest::Header& header,
      const std::string& bytes);

  // The sample report of this repository.
  static std::string Sample();

  nianbao::config::v1::ServerConfig config_;
  std::unique_ptr<nianbao::intake::v1::Intake::Stub> intake_;
  std::unique_ptr<nianbao::validation::v1::Validation::Stub> validation_;
  std::unique_ptr<nianbao::metrics::v1::Metrics::Stub> metrics_;
  std::unique_ptr<nianbao::report::v1::Report::Stub> report_;
  const core::Catalogue& catalogue_;
  std::unique_ptr<AllInOne> all_;

 private:
  const platform::SystemClock clock_;
  const platform::Log log_{nullptr, clock_};
};

}  // namespace nianbao::allinone

#endif  // NIANBAO_SERVICES_ALLINONE_ALL_IN_ONE_TEST_BASE_H_
