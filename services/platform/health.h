// What the server's health service answers.
#ifndef NIANBAO_SERVICES_PLATFORM_HEALTH_H_
#define NIANBAO_SERVICES_PLATFORM_HEALTH_H_

#include <map>
#include <mutex>
#include <string>

#include "grpcpp/health_check_service_interface.h"

namespace nianbao::platform {

// Keeps the state of services and parts by name and passes it to the server
// once there is one. Safe for use from any thread.
class Health {
 public:
  // Sets whether `name`, such as "nianbao.intake.v1.Intake", is serving.
  void Set(const std::string& name, bool serving);

  // Passes all states on to `service` from now on; null for nowhere.
  void Attach(grpc::HealthCheckServiceInterface* service);

 private:
  std::mutex mutex_;
  std::map<std::string, bool> serving_;                   // guarded by mutex_
  grpc::HealthCheckServiceInterface* service_ = nullptr;  // guarded by mutex_
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_HEALTH_H_
