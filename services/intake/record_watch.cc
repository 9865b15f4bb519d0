#include "services/intake/record_watch.h"

#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::intake {
namespace {

namespace api = nianbao::intake::v1;
using Change = api::WatchSubmissionsResponse::Change;
using nianbao::fact::v1::Fact;

// Far below what a message may have, and large enough that its own cost is
// small.
constexpr std::size_t kMessageBytes = 1 << 20;
constexpr std::size_t kPieceBytes = kMessageBytes / 2;

absl::Status OutOfRange(std::int64_t after, std::int64_t newest) {
  return core::MakeError(
      absl::StatusCode::kOutOfRange,
      absl::StrCat("after_revision ", after, " is newer than the record, ",
                   newest,
                   "; was the record replaced by an older one? Watch from zero "
                   "and build what you keep anew"),
      {.reason = "REVISION_OUT_OF_RANGE",
       .metadata = {{"field", "after_revision"},
                    {"after_revision", absl::StrCat(after)},
                    {"newest", absl::StrCat(newest)},
                    {"zh", absl::StrCat("修订号", after, "比记录的最新修订号",
                                        newest, "还新。")}}});
}

absl::Status NegativeRevision(std::int64_t after) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("after_revision ", after, " is below zero"),
      {.reason = "BAD_REVISION",
       .metadata = {{"field", "after_revision"},
                    {"after_revision", absl::StrCat(after)}}});
}

bool IsLinked(const Fact& fact) {
  return fact.fact_class() == nianbao::fact::v1::FACT_CLASS_OWN &&
         !fact.concept_code().empty();
}

// Leaves linked facts, with what the view shows of them, and with their origin:
// figures of tables stand before those of running text.
void KeepLinked(core::Facts& facts) {
  int kept = 0;
  for (int i = 0; i < facts.size(); ++i) {
    if (!IsLinked(facts.Get(i))) continue;
    if (i != kept) facts.SwapElements(i, kept);
    Fact& fact = *facts.Mutable(kept++);
    fact.clear_label();
    fact.clear_fact_class();
    fact.clear_place();
    fact.clear_derivation();
    fact.clear_link();
  }
  facts.DeleteSubrange(kept, facts.size() - kept);
}

}  // namespace

RecordWatch::RecordWatch(core::SubmissionStore& store,
                         const api::WatchSubmissionsRequest& request)
    : store_(store),
      request_(request),
      fetched_(request.after_revision()),
      given_(request.after_revision()) {}

absl::StatusOr<std::optional<api::WatchSubmissionsResponse>> RecordWatch::Next(
    bool alive) {
  if (!begun_) NIANBAO_RETURN_IF_ERROR(Begin());
  if (waiting_.empty() && !ended()) NIANBAO_RETURN_IF_ERROR(Fetch());
  const bool news = !waiting_.empty() || fetched_ > given_ || !told_current_;
  if (!news && !alive) return std::nullopt;
  if (ended()) return std::nullopt;
  return TakeMessage();
}

absl::Status RecordWatch::Begin() {
  const std::int64_t after = request_.after_revision();
  if (after < 0) return NegativeRevision(after);
  NIANBAO_ASSIGN_OR_RETURN(
      const core::ChangePage end,
      store_.Changes({.after = std::numeric_limits<std::int64_t>::max()}));
  if (after > end.newest) return OutOfRange(after, end.newest);
  if (request_.newest_only()) replaced_by_ = end.newest;
  begun_ = true;
  return absl::OkStatus();
}

absl::Status RecordWatch::Fetch() {
  const bool facts =
      request_.facts() != api::WatchSubmissionsRequest::FACTS_VIEW_UNSPECIFIED;
  NIANBAO_ASSIGN_OR_RETURN(core::ChangePage page,
                           store_.Changes({.after = fetched_,
                                           .replaced_by = replaced_by_,
                                           .with_facts = facts}));
  for (core::RecordChange& change : page.changes) Append(change);
  fetched_ = page.revision;
  fetched_newest_ = page.revision == page.newest;
  return absl::OkStatus();
}

// Puts a change among those that wait, in pieces where it is large.
void RecordWatch::Append(core::RecordChange& change) {
  Change next;
  next.set_revision(change.revision);
  if (!change.submission) {
    next.mutable_organisations()->set_count(change.organisations);
    waiting_.push_back(std::move(next));
    return;
  }
  *next.mutable_submission() = *std::move(change.submission);
  if (request_.facts() == api::WatchSubmissionsRequest::FACTS_VIEW_LINKED) {
    KeepLinked(change.facts);
  }
  const Change head = next;
  std::size_t bytes = 0;
  for (Fact& fact : change.facts) {
    const std::size_t size = fact.ByteSizeLong();
    if (bytes > 0 && bytes + size > kPieceBytes) {
      next.set_more(true);
      waiting_.push_back(std::exchange(next, head));
      bytes = 0;
    }
    next.add_facts()->Swap(&fact);
    bytes += size;
  }
  waiting_.push_back(std::move(next));
}

api::WatchSubmissionsResponse RecordWatch::TakeMessage() {
  Response message;
  std::size_t bytes = 0;
  while (!waiting_.empty()) {
    bytes += waiting_.front().ByteSizeLong();
    if (message.changes_size() > 0 && bytes > kMessageBytes) break;
    Change& change = *message.add_changes();
    change.Swap(&waiting_.front());
    waiting_.pop_front();
    // A part of a submission is not the whole of its revision.
    given_ = change.more() ? change.revision() - 1 : change.revision();
  }
  if (waiting_.empty()) given_ = fetched_;
  message.set_revision(given_);
  message.set_current(waiting_.empty() && fetched_newest_);
  told_current_ = message.current();
  return message;
}

}  // namespace nianbao::intake
