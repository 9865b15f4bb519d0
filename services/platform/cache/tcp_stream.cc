#include "services/platform/cache/tcp_stream.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace nianbao::platform {
namespace {

std::string TextOf(int error_number) {
  return std::generic_category().message(error_number);
}

bool MustWait(int error_number) {
  return error_number == EAGAIN || error_number == EWOULDBLOCK ||
         error_number == EINPROGRESS || error_number == EALREADY;
}

ByteStream::Step Failure(const char* action, int error_number) {
  return {.closed = error_number == EPIPE || error_number == ECONNRESET,
          .error = absl::StrCat(action, ": ", TextOf(error_number))};
}

}  // namespace

absl::StatusOr<std::unique_ptr<TcpStream>> TcpStream::Open(
    const RedisAddress& address) {
  addrinfo hints = {};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(
      address.host.c_str(), absl::StrCat(address.port).c_str(), &hints, &found);
  if (error != 0) {
    return absl::UnavailableError(absl::StrCat(
        "can't find the host \"", address.host, "\": ", gai_strerror(error)));
  }
  const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owner(found,
                                                             freeaddrinfo);
  std::vector<Place> places;
  for (const addrinfo* item = found; item != nullptr; item = item->ai_next) {
    places.push_back(
        {.family = item->ai_family,
         .bytes = std::string(reinterpret_cast<const char*>(item->ai_addr),
                              item->ai_addrlen)});
  }
  return std::unique_ptr<TcpStream>(new TcpStream(std::move(places)));
}

TcpStream::TcpStream(std::vector<Place> places) : places_(std::move(places)) {}

TcpStream::~TcpStream() {
  if (fd_ >= 0) close(fd_);
}

ByteStream::Step TcpStream::TryNext() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
  if (next_ == places_.size()) {
    return {.error = absl::StrCat("can't connect: ", TextOf(last_error_))};
  }
  const Place& place = places_[next_++];
  fd_ = socket(place.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd_ < 0) {
    last_error_ = errno;
    return TryNext();
  }
  const int on = 1;
  setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
  const int connected =
      connect(fd_, reinterpret_cast<const sockaddr*>(place.bytes.data()),
              static_cast<socklen_t>(place.bytes.size()));
  if (connected == 0) return {.moved = 1};
  if (MustWait(errno)) {
    waits_to_write_ = true;
    return {};
  }
  last_error_ = errno;
  return TryNext();
}

ByteStream::Step TcpStream::Connect() {
  if (fd_ < 0) return TryNext();
  int error = 0;
  socklen_t size = sizeof(error);
  getsockopt(fd_, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error == 0) {
    sockaddr_storage peer = {};
    socklen_t peer_size = sizeof(peer);
    if (getpeername(fd_, reinterpret_cast<sockaddr*>(&peer), &peer_size) != 0) {
      return {};  // still under way
    }
    waits_to_write_ = false;
    return {.moved = 1};
  }
  last_error_ = error;
  return TryNext();
}

ByteStream::Step TcpStream::Read(char* bytes, std::size_t size) {
  const ssize_t count = recv(fd_, bytes, size, 0);
  if (count > 0) return {.moved = static_cast<std::size_t>(count)};
  if (count == 0) return {.closed = true, .error = "connection closed"};
  if (MustWait(errno) || errno == EINTR) return {};
  return Failure("can't read", errno);
}

ByteStream::Step TcpStream::Write(absl::string_view bytes) {
  waits_to_write_ = false;
  // Without MSG_NOSIGNAL a server that went away would end the process.
  const ssize_t count = send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  if (count >= 0) return {.moved = static_cast<std::size_t>(count)};
  if (MustWait(errno) || errno == EINTR) {
    waits_to_write_ = true;
    return {};
  }
  return Failure("can't write", errno);
}

}  // namespace nianbao::platform
