// Waiting for the signals that end a program.
#ifndef NIANBAO_SERVICES_PLATFORM_SHUTDOWN_SIGNALS_H_
#define NIANBAO_SERVICES_PLATFORM_SHUTDOWN_SIGNALS_H_

#include <csignal>

namespace nianbao::platform {

// Holds back SIGTERM and SIGINT for all threads started from now on, so that
// one thread can wait for them. To be made before the process has threads.
class ShutdownSignals {
 public:
  ShutdownSignals();

  // Lets the signals have their usual effect again.
  ~ShutdownSignals();

  ShutdownSignals(const ShutdownSignals&) = delete;
  ShutdownSignals& operator=(const ShutdownSignals&) = delete;

  // Waits for one of the signals and gives its name. Afterwards they have their
  // usual effect: a second one ends the process at once.
  const char* Wait();

 private:
  sigset_t signals_;
  sigset_t before_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SHUTDOWN_SIGNALS_H_
