#include "services/platform/cache/tls_stream.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

// What OpenSSL says last, for people.
std::string LastError() {
  const unsigned long code = ERR_peek_last_error();
  if (code == 0) return "no reason given";
  std::array<char, 256> text = {};
  ERR_error_string_n(code, text.data(), text.size());
  return text.data();
}

absl::Status BadFile(const char* what, const std::string& file) {
  return absl::UnavailableError(absl::StrCat("can't use the ", what, " of \"",
                                             file, "\": ", LastError()));
}

absl::Status ReadFiles(const TlsStream::Options& options, SSL_CTX* context) {
  ERR_clear_error();
  if (SSL_CTX_load_verify_file(context, options.ca_file.c_str()) != 1) {
    return BadFile("certificates", options.ca_file);
  }
  if (options.cert_file.empty() && options.key_file.empty()) {
    return absl::OkStatus();
  }
  if (SSL_CTX_use_certificate_chain_file(context, options.cert_file.c_str()) !=
      1) {
    return BadFile("certificate", options.cert_file);
  }
  if (SSL_CTX_use_PrivateKey_file(context, options.key_file.c_str(),
                                  SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context) != 1) {
    return BadFile("key", options.key_file);
  }
  return absl::OkStatus();
}

bool IsNumeric(const std::string& host) {
  in6_addr address = {};
  return inet_pton(AF_INET, host.c_str(), &address) == 1 ||
         inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

void ExpectName(const std::string& name, SSL* session) {
  if (IsNumeric(name)) {
    X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), name.c_str());
    return;
  }
  SSL_set1_host(session, name.c_str());
  SSL_set_tlsext_host_name(session, name.c_str());
}

}  // namespace

absl::StatusOr<std::unique_ptr<TlsStream>> TlsStream::Open(
    const RedisAddress& address, const Options& options) {
  std::unique_ptr<SSL_CTX, FreeContext> context(
      SSL_CTX_new(TLS_client_method()));
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE |
                                      SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  NIANBAO_RETURN_IF_ERROR(ReadFiles(options, context.get()));
  NIANBAO_ASSIGN_OR_RETURN(auto tcp, TcpStream::Open(address));
  std::unique_ptr<SSL, FreeSession> session(SSL_new(context.get()));
  ExpectName(options.server_name.empty() ? address.host : options.server_name,
             session.get());
  return std::unique_ptr<TlsStream>(
      new TlsStream(std::move(tcp), std::move(context), std::move(session)));
}

TlsStream::TlsStream(std::unique_ptr<TcpStream> tcp,
                     std::unique_ptr<SSL_CTX, FreeContext> context,
                     std::unique_ptr<SSL, FreeSession> session)
    : tcp_(std::move(tcp)),
      context_(std::move(context)),
      session_(std::move(session)) {}

ByteStream::Step TlsStream::Connect() {
  if (!connected_) {
    const Step step = tcp_->Connect();
    if (step.moved == 0) return step;
    connected_ = true;
    SSL_set_fd(session_.get(), tcp_->fd());
  }
  ERR_clear_error();
  const int result = SSL_connect(session_.get());
  return result == 1 ? Step{.moved = 1} : Failed("TLS handshake", result);
}

ByteStream::Step TlsStream::Read(char* bytes, std::size_t size) {
  ERR_clear_error();
  const int most = static_cast<int>(std::min<std::size_t>(size, INT_MAX));
  const int result = SSL_read(session_.get(), bytes, most);
  if (result > 0) return {.moved = static_cast<std::size_t>(result)};
  return Failed("can't read", result);
}

ByteStream::Step TlsStream::Write(absl::string_view bytes) {
  ERR_clear_error();
  const int most =
      static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX));
  const int result = SSL_write(session_.get(), bytes.data(), most);
  waits_to_write_ = false;
  if (result > 0) return {.moved = static_cast<std::size_t>(result)};
  return Failed("can't write", result);
}

ByteStream::Step TlsStream::Failed(const char* action, int result) {
  const int error_number = errno;
  switch (SSL_get_error(session_.get(), result)) {
    case SSL_ERROR_WANT_READ:
      waits_to_write_ = false;
      return {};
    case SSL_ERROR_WANT_WRITE:
      waits_to_write_ = true;
      return {};
    case SSL_ERROR_ZERO_RETURN:
      return {.closed = true, .error = "connection closed"};
    case SSL_ERROR_SYSCALL:
      return {.closed = true,
              .error = absl::StrCat(
                  action, ": ",
                  error_number == 0
                      ? "connection closed"
                      : std::generic_category().message(error_number))};
    default:
      break;
  }
  const long verified = SSL_get_verify_result(session_.get());
  return {.error = absl::StrCat(
              action, ": ",
              verified == X509_V_OK
                  ? LastError()
                  : absl::StrCat("certificate of the server refused: ",
                                 X509_verify_cert_error_string(verified)))};
}

}  // namespace nianbao::platform
