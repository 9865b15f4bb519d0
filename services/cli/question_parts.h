// What the commands that ask metrics share.
#ifndef NIANBAO_SERVICES_CLI_QUESTION_PARTS_H_
#define NIANBAO_SERVICES_CLI_QUESTION_PARTS_H_

#include <functional>
#include <map>
#include <string>

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/cli/question_commands.h"

namespace nianbao::cli {

// Dials the services and does `ask`; prints its error. kExitGood or
// kExitFailed.
int RunQuestion(const QuestionOptions& options, const Terminal& terminal,
                const std::function<absl::Status(Session&)>& ask);

// The schools that the options choose.
nianbao::metrics::v1::SchoolFilter FilterOf(const QuestionOptions& options);

// The aggregates that the options ask for. InvalidArgument where a statistic is
// none.
absl::StatusOr<nianbao::metrics::v1::QueryAggregatesRequest> AggregatesOf(
    const AggregatesOptions& options);

// A message as one line of JSON with the API's names, and a line end. Fields
// without a value are left out.
std::string JsonLine(const google::protobuf::Message& message);

// A figure for people: "—" for a blank.
std::string Shown(const std::string& value);

// Names of indicators by code, in the terminal's language; a code without a
// name stands for itself.
class IndicatorNames {
 public:
  static absl::StatusOr<IndicatorNames> Ask(const Terminal& terminal,
                                            Session& session);
  const std::string& Of(const std::string& code) const;

 private:
  std::map<std::string, std::string> names_;
};

// Says which revision an answer rests on.
void SayRevision(std::int64_t revision, const Terminal& terminal);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_QUESTION_PARTS_H_
