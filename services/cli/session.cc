#include "services/cli/session.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "services/allinone/all_in_one.h"
#include "services/cli/call_outcome.h"
#include "services/cli/catalogue_folder.h"
#include "services/core/errors.h"
#include "services/platform/catalogue_loader.h"
#include "services/platform/config_keys.h"
#include "services/platform/log.h"
#include "services/platform/peer_channels.h"
#include "services/platform/system_clock.h"

namespace nianbao::cli {
namespace {

using nianbao::config::v1::ServerConfig;

// Longer than any report takes; a call without end would hang a script.
constexpr absl::Duration kDeadline = absl::Minutes(10);

// Nothing listens and nothing is kept.
ServerConfig EmbeddedConfig(const std::string& catalogue) {
  ServerConfig config = platform::DefaultConfig();
  config.clear_address();
  config.set_catalogue(catalogue);
  config.mutable_store()->set_path(":memory:");
  return config;
}

// A command's start is most of its time: only what it calls is mounted.
allinone::Services ServicesOf(const std::vector<Service>& needed) {
  const auto is_needed = [&needed](Service service) {
    return std::find(needed.begin(), needed.end(), service) != needed.end();
  };
  return {is_needed(Service::kIntake), is_needed(Service::kValidation),
          is_needed(Service::kMetrics), is_needed(Service::kReport)};
}

const char* FlagOf(Service service) {
  switch (service) {
    case Service::kIntake:
      return "--intake";
    case Service::kValidation:
      return "--validation";
    case Service::kMetrics:
      return "--metrics";
    case Service::kReport:
      return "--report";
  }
  return "";
}

absl::Status AddressMissing(Service service) {
  const std::string flag = FlagOf(service);
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("this command needs the address of a service; give ", flag,
                   " host:port, or --server host:port for all of them"),
      {.reason = "ADDRESS_MISSING",
       .metadata = {{"flag", flag},
                    {"zh", absl::StrCat("这条命令缺少服务地址；请加 ", flag,
                                        " 主机:端口，或用 --server 主机:端口 "
                                        "指明全部服务")}}});
}

// A catalogue has many errors at once; a line has room for the first.
absl::Status CatalogueError(const absl::Status& status,
                            const std::string& folder) {
  const core::ErrorInfo info = core::GetErrorInfo(status);
  if (info.reason != "BAD_CATALOGUE") return status;
  const std::string message(status.message());
  const std::string first = message.substr(0, message.find('\n'));
  const std::string where = absl::StrCat("catalogue ", folder, ": ", first);
  const std::string command = absl::StrCat("nianbao catalogue check ", folder);
  return core::MakeError(
      status.code(), absl::StrCat(where, "; \"", command, "\" lists all"),
      {.reason = info.reason,
       .metadata = {{"folder", folder},
                    {"problem", first},
                    {"zh", absl::StrCat("指标目录 ", folder, " 有错：", first,
                                        "；用 ", command, " 看全部错误")}}});
}

}  // namespace

bool Addresses::empty() const {
  return server.empty() && intake.empty() && validation.empty() &&
         metrics.empty() && report.empty();
}

const std::string& Addresses::Of(Service service) const {
  const auto own_or_server = [this](const std::string& own) -> const auto& {
    return own.empty() ? server : own;
  };
  switch (service) {
    case Service::kIntake:
      return own_or_server(intake);
    case Service::kValidation:
      return own_or_server(validation);
    case Service::kMetrics:
      return own_or_server(metrics);
    case Service::kReport:
      return own_or_server(report);
  }
  return server;
}

// In the order in which one needs the other.
struct Session::Embedded {
  platform::SystemClock clock;
  platform::Log log{nullptr, clock};
  std::unique_ptr<const core::Catalogue> catalogue;
  ServerConfig config;
  std::unique_ptr<allinone::AllInOne> services;
};

Session::Session() = default;
Session::~Session() = default;

absl::StatusOr<std::unique_ptr<Session>> Session::Open(
    const SessionOptions& options, const std::vector<Service>& needed) {
  if (options.addresses.empty()) return Embed(options.catalogue, needed);
  return Dial(options.addresses, needed);
}

absl::StatusOr<std::unique_ptr<Session>> Session::Embed(
    const std::string& catalogue, const std::vector<Service>& needed) {
  NIANBAO_ASSIGN_OR_RETURN(const std::string folder,
                           FindCatalogueFolder(CluesOf(catalogue)));
  auto embedded = std::make_unique<Embedded>();
  auto loaded = platform::LoadCatalogue(folder, platform::DeployedCatalogue());
  if (!loaded.ok()) return CatalogueError(loaded.status(), folder);
  embedded->catalogue = *std::move(loaded);
  embedded->config = EmbeddedConfig(folder);
  NIANBAO_ASSIGN_OR_RETURN(
      embedded->services,
      allinone::AllInOne::Start(
          embedded->config,
          {*embedded->catalogue, embedded->clock, embedded->log},
          ServicesOf(needed)));
  std::unique_ptr<Session> session(new Session());
  session->embedded_ = std::move(embedded);
  return session;
}

absl::StatusOr<std::unique_ptr<Session>> Session::Dial(
    const Addresses& addresses, const std::vector<Service>& needed) {
  for (const Service service : needed) {
    if (addresses.Of(service).empty()) return AddressMissing(service);
  }
  std::unique_ptr<Session> session(new Session());
  session->addresses_ = addresses;
  return session;
}

std::shared_ptr<grpc::Channel> Session::ChannelTo(Service service) {
  if (embedded_ != nullptr) return embedded_->services->Channel();
  const std::string& address = addresses_.Of(service);
  std::shared_ptr<grpc::Channel>& channel = channels_[address];
  if (channel == nullptr) {
    channel =
        grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(),
                                  platform::PeerChannelArguments());
  }
  return channel;
}

std::optional<std::int64_t> Session::max_file_bytes() const {
  if (embedded_ == nullptr) return std::nullopt;
  return embedded_->config.limits().max_file_bytes();
}

void Session::Prepare(grpc::ClientContext& context) const {
  context.set_deadline(absl::ToChronoTime(absl::Now() + kDeadline));
}

absl::Status Session::OutcomeOf(Service service,
                                const grpc::Status& status) const {
  return CallOutcome(status, addresses_.Of(service));
}

}  // namespace nianbao::cli
