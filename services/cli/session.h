// The services that a command talks to.
#ifndef NIANBAO_SERVICES_CLI_SESSION_H_
#define NIANBAO_SERVICES_CLI_SESSION_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "grpcpp/channel.h"
#include "grpcpp/client_context.h"
#include "grpcpp/support/status.h"

namespace nianbao::cli {

enum class Service { kIntake, kValidation, kMetrics, kReport };

// Where the services are: all at `server`, but for those with an address of
// their own. All empty for services inside this process.
struct Addresses {
  std::string server;
  std::string intake;
  std::string validation;
  std::string metrics;
  std::string report;

  // Whether no address is given.
  bool empty() const;

  // The address of the service; empty where none is given.
  const std::string& Of(Service service) const;
};

// Where a session's services are to be found.
struct SessionOptions {
  Addresses addresses;
  // Folder of the catalogue for services inside this process; empty for the
  // one that FindCatalogueFolder finds.
  std::string catalogue;
};

// Channels to the services, in this process or at their addresses; the same
// calls either way. For one thread.
class Session {
 public:
  // The services that are `needed` inside this process where no address is
  // given; they keep nothing. Otherwise as Dial. Errors of the catalogue.
  static absl::StatusOr<std::unique_ptr<Session>> Open(
      const SessionOptions& options, const std::vector<Service>& needed);

  // The services at `addresses`; nothing is connected yet. InvalidArgument
  // with reason ADDRESS_MISSING where one that is `needed` has none.
  static absl::StatusOr<std::unique_ptr<Session>> Dial(
      const Addresses& addresses, const std::vector<Service>& needed);

  ~Session();

  std::shared_ptr<grpc::Channel> ChannelTo(Service service);

  // Bytes of a file that can be read at most; not known of other processes,
  // which say so themselves.
  std::optional<std::int64_t> max_file_bytes() const;

  // Sets the deadline that every call has.
  void Prepare(grpc::ClientContext& context) const;

  // The outcome of a call: the service's own error, or where the call did not
  // get through one that names the address and what to try.
  absl::Status OutcomeOf(Service service, const grpc::Status& status) const;

 private:
  struct Embedded;

  Session();

  static absl::StatusOr<std::unique_ptr<Session>> Embed(
      const std::string& catalogue, const std::vector<Service>& needed);

  Addresses addresses_;
  std::map<std::string, std::shared_ptr<grpc::Channel>> channels_;
  std::unique_ptr<Embedded> embedded_;  // null where addresses are given
};

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_SESSION_H_
