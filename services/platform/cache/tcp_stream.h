// A plain connection.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_TCP_STREAM_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_TCP_STREAM_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/cache/byte_stream.h"
#include "services/platform/cache/redis_address.h"

namespace nianbao::platform {

// Carries bytes over TCP.
class TcpStream final : public ByteStream {
 public:
  // Looks the host up, which may take as long as the system's resolver waits,
  // and begins to connect to its addresses, one after the other. Unavailable
  // where the host has none.
  static absl::StatusOr<std::unique_ptr<TcpStream>> Open(
      const RedisAddress& address);

  ~TcpStream() override;
  TcpStream(const TcpStream&) = delete;
  TcpStream& operator=(const TcpStream&) = delete;

  Step Connect() override;
  Step Read(char* bytes, std::size_t size) override;
  Step Write(absl::string_view bytes) override;
  int fd() const override { return fd_; }
  bool waits_to_write() const override { return waits_to_write_; }

 private:
  // A socket's address as the system has it.
  struct Place {
    int family;
    std::string bytes;
  };

  explicit TcpStream(std::vector<Place> places);

  // Tries the next address; an error where none is left.
  Step TryNext();

  const std::vector<Place> places_;
  std::size_t next_ = 0;
  int last_error_ = 0;
  int fd_ = -1;
  bool waits_to_write_ = false;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_TCP_STREAM_H_
