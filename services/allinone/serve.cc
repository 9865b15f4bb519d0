#include "services/allinone/serve.h"

#include <memory>
#include <utility>

#include "services/allinone/all_in_one.h"
#include "services/core/errors.h"
#include "services/platform/program.h"

namespace nianbao::allinone {
namespace {

absl::StatusOr<std::unique_ptr<platform::RunningServer>> StartAll(
    const platform::ServerContext& context) {
  NIANBAO_ASSIGN_OR_RETURN(
      std::unique_ptr<platform::RunningServer> all,
      AllInOne::Start(context.config,
                      {context.catalogue, context.clock, context.log}));
  return all;
}

}  // namespace

int Serve(const std::string& program,
          const std::vector<std::string>& arguments) {
  return platform::RunProgram({program, "127.0.0.1:8700", StartAll}, arguments);
}

}  // namespace nianbao::allinone
