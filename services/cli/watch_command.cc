#include <nlohmann/json.hpp>
#include <string>

#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/cli/commands.h"

namespace nianbao::cli {
namespace {

namespace api = nianbao::intake::v1;
using Json = nlohmann::ordered_json;

std::string ChangeLine(const api::WatchSubmissionsResponse::Change& change) {
  Json line = {{"revision", change.revision()}};
  if (change.has_organisations()) {
    line["kind"] = "organisations";
    line["count"] = change.organisations().count();
    return line.dump() + "\n";
  }
  const api::Submission& submission = change.submission();
  line["kind"] = "submission";
  line["name"] = submission.name();
  line["edition"] = submission.edition();
  line["school"] = submission.school();
  line["region"] = submission.region();
  line["version"] = submission.version();
  line["facts"] = submission.fact_count();
  return line.dump() + "\n";
}

}  // namespace

int RunWatch(const WatchOptions& options, const Terminal& terminal) {
  const auto session = Session::Dial(options.addresses, {Service::kIntake});
  if (!session.ok()) {
    terminal.Fail(session.status(), "");
    return kExitFailed;
  }
  api::WatchSubmissionsRequest request;
  request.set_after_revision(options.after);
  request.set_until_current(options.until_current);
  request.set_newest_only(options.newest_only);
  // It goes on for as long as the caller wants: no deadline.
  grpc::ClientContext context;
  const auto stream =
      api::Intake::NewStub((*session)->ChannelTo(Service::kIntake))
          ->WatchSubmissions(&context, request);
  api::WatchSubmissionsResponse response;
  while (stream->Read(&response)) {
    std::string lines;
    for (const auto& change : response.changes()) lines += ChangeLine(change);
    terminal.Print(lines);
    // Whoever reads a pipe waits for each of them.
    std::fflush(stdout);
  }
  const absl::Status status =
      (*session)->OutcomeOf(Service::kIntake, stream->Finish());
  if (status.ok()) return kExitGood;
  terminal.Fail(status, "");
  return kExitFailed;
}

}  // namespace nianbao::cli
