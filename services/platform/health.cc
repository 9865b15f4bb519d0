#include "services/platform/health.h"

namespace nianbao::platform {

void Health::Set(const std::string& name, bool serving) {
  const std::lock_guard lock(mutex_);
  serving_[name] = serving;
  if (service_ != nullptr) service_->SetServingStatus(name, serving);
}

void Health::Attach(grpc::HealthCheckServiceInterface* service) {
  const std::lock_guard lock(mutex_);
  service_ = service;
  if (service_ == nullptr) return;
  for (const auto& [name, serving] : serving_) {
    service_->SetServingStatus(name, serving);
  }
}

}  // namespace nianbao::platform
