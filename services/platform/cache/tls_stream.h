// An encrypted connection.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_TLS_STREAM_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_TLS_STREAM_H_

#include <openssl/ssl.h>

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/platform/cache/byte_stream.h"
#include "services/platform/cache/redis_address.h"
#include "services/platform/cache/tcp_stream.h"

namespace nianbao::platform {

// Carries bytes over TLS 1.2 or later. The server's certificate must be signed
// by one of the file's and bear the expected name.
class TlsStream final : public ByteStream {
 public:
  struct Options {
    // Files in PEM; the second and third may both be empty.
    std::string ca_file;
    std::string cert_file;
    std::string key_file;
    // Name or numeric address in the server's certificate.
    std::string server_name;
  };

  // Reads the files, so that new ones are taken at the next connection.
  // Unavailable names a file that can't be used, and a host that has no
  // address.
  static absl::StatusOr<std::unique_ptr<TlsStream>> Open(
      const RedisAddress& address, const Options& options);

  Step Connect() override;
  Step Read(char* bytes, std::size_t size) override;
  Step Write(absl::string_view bytes) override;
  int fd() const override { return tcp_->fd(); }
  bool waits_to_write() const override {
    return connected_ ? waits_to_write_ : tcp_->waits_to_write();
  }

 private:
  struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  };
  struct FreeSession {
    void operator()(SSL* session) const { SSL_free(session); }
  };

  TlsStream(std::unique_ptr<TcpStream> tcp,
            std::unique_ptr<SSL_CTX, FreeContext> context,
            std::unique_ptr<SSL, FreeSession> session);

  Step Failed(const char* action, int result);

  const std::unique_ptr<TcpStream> tcp_;
  const std::unique_ptr<SSL_CTX, FreeContext> context_;
  const std::unique_ptr<SSL, FreeSession> session_;
  bool connected_ = false;
  bool waits_to_write_ = false;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_TLS_STREAM_H_
