#include "services/platform/programs/child_watch.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>

namespace nianbao::platform {
namespace {

using Clock = std::chrono::steady_clock;
using Limit = core::ProgramOutcome::Limit;

// What is kept of complaints; the rest is read and dropped, so that no program
// waits for a reader.
constexpr std::size_t kMostComplaints = std::size_t{16} << 10;
constexpr std::size_t kPiece = std::size_t{64} << 10;
// How often an end is looked for after the last output.
constexpr int kEndMs = 1;

int MsUntil(Clock::time_point deadline) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  return std::max(0, static_cast<int>(left.count()));
}

// Reads what is there into `text`, at most `most` bytes in all; false at the
// stream's end.
bool ReadPiece(int file, std::size_t most, std::string& text, bool& more) {
  std::array<char, kPiece> piece;
  const ssize_t size = read(file, piece.data(), piece.size());
  if (size <= 0) return size < 0 && errno == EINTR;
  const std::size_t room = most - text.size();
  text.append(piece.data(), std::min(room, static_cast<std::size_t>(size)));
  more = static_cast<std::size_t>(size) > room;
  return true;
}

// Reads both streams to their ends.
Limit ReadAll(const core::ProgramOrder& order, Clock::time_point deadline,
              std::array<pollfd, 2>& streams, core::ProgramOutcome& outcome) {
  const auto most = static_cast<std::size_t>(order.output_bytes);
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    const int ready = poll(streams.data(), streams.size(), MsUntil(deadline));
    if (ready == 0) return Limit::kTime;
    bool more = false;
    if (ready > 0 && streams[0].revents != 0 &&
        !ReadPiece(streams[0].fd, most, outcome.output, more)) {
      streams[0].fd = -1;
    }
    if (more) return Limit::kOutput;
    if (ready > 0 && streams[1].revents != 0 &&
        !ReadPiece(streams[1].fd, kMostComplaints, outcome.complaints, more)) {
      streams[1].fd = -1;
    }
    if (Clock::now() >= deadline) return Limit::kTime;
  }
  return Limit::kNone;
}

}  // namespace

core::ProgramOutcome WatchChild(const core::ProgramOrder& order,
                                const FileHandle& output,
                                const FileHandle& complaints,
                                ChildProcess& child) {
  const Clock::time_point deadline =
      Clock::now() + std::chrono::seconds(order.deadline_seconds);
  core::ProgramOutcome outcome;
  std::array<pollfd, 2> streams{pollfd{output.get(), POLLIN, 0},
                                pollfd{complaints.get(), POLLIN, 0}};
  outcome.limit = ReadAll(order, deadline, streams, outcome);
  while (outcome.limit == Limit::kNone && !child.HasEnded()) {
    if (Clock::now() >= deadline) outcome.limit = Limit::kTime;
    poll(nullptr, 0, kEndMs);
  }
  child.Kill();
  outcome.exit_code = child.exit_code();
  if (outcome.limit == Limit::kNone && child.ran_out_of_time()) {
    outcome.limit = Limit::kTime;
  }
  return outcome;
}

}  // namespace nianbao::platform
