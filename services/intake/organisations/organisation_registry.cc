#include "services/intake/organisations/organisation_registry.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/errors.h"
#include "services/core/validity.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::ListOrganisationsRequest;
using nianbao::intake::v1::Organisation;

constexpr char kPrefix[] = "organisations/";
constexpr int kUsualPage = 1000;
constexpr int kLargestPage = 10000;

absl::Status BadDay(const std::string& day) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("day \"", day, "\" is none; give one such as 2021-12-31"),
      {.reason = "BAD_DAY",
       .metadata = {
           {"field", "day"},
           {"day", day},
           {"zh",
            absl::StrCat("日期“", day, "”无法识别；请写成2021-12-31这样。")}}});
}

absl::Status CheckDay(const std::string& day) {
  return day.empty() || core::IsDay(day) ? absl::OkStatus() : BadDay(day);
}

// "2018-09-01 to 2021-08-31"; ends that are open are left out.
std::string DaysOf(const Organisation& entry) {
  return absl::StrCat(entry.valid_from().empty() ? "…" : entry.valid_from(),
                      " – ", entry.valid_to().empty() ? "…" : entry.valid_to());
}

std::string DaysOf(const core::OrganisationTree& tree,
                   const std::string& code) {
  const auto range = tree.EntriesOf(code);
  std::vector<std::string> days;
  for (auto i = range.begin; i < range.end; ++i) {
    days.push_back(DaysOf(tree.entries()[i]));
  }
  return absl::StrJoin(days, ", ");
}

absl::Status NotFound(const core::OrganisationTree& tree,
                      const std::string& code, const std::string& day) {
  const std::string days = DaysOf(tree, code);
  if (days.empty()) {
    return core::MakeError(
        absl::StatusCode::kNotFound,
        absl::StrCat("organisation \"", code,
                     "\" not found; ListOrganisations shows what there is, "
                     "ImportOrganisations adds to it"),
        {.reason = "ORGANISATION_NOT_FOUND",
         .metadata = {{"code", code},
                      {"zh", absl::StrCat("机构", code, "没有登记。")}}});
  }
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("organisation \"", code, "\" was none on ", day,
                   "; it is registered for ", days),
      {.reason = "ORGANISATION_NOT_FOUND",
       .metadata = {{"code", code},
                    {"day", day},
                    {"days", days},
                    {"zh", absl::StrCat("机构", code, "在", day,
                                        "不存在；登记的时间为", days, "。")}}});
}

absl::StatusOr<std::string> CodeOf(const std::string& name) {
  if (absl::StartsWith(name, kPrefix)) {
    std::string code = name.substr(sizeof(kPrefix) - 1);
    if (!code.empty() && code.find('/') == std::string::npos) return code;
  }
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("name \"", name, "\" is none; give organisations/{code}"),
      {.reason = "BAD_NAME", .metadata = {{"field", "name"}, {"name", name}}});
}

absl::StatusOr<std::size_t> PageSizeOf(int asked) {
  if (asked < 0) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("page_size: ", asked, " is negative; give 0 to ",
                     kLargestPage),
        {.reason = "BAD_PAGE_SIZE", .metadata = {{"field", "page_size"}}});
  }
  return static_cast<std::size_t>(asked == 0 ? kUsualPage
                                             : std::min(asked, kLargestPage));
}

// Whether the request asks for the entry.
bool IsAskedFor(const core::OrganisationTree& tree, const Organisation& entry,
                const ListOrganisationsRequest& request) {
  if (request.day().empty()) {
    return request.below().empty() || tree.WasBelow(entry, request.below());
  }
  return core::ValidityOf(entry).Holds(request.day()) &&
         (request.below().empty() ||
          tree.IsBelow(entry.code(), request.below(), request.day()));
}

}  // namespace

absl::StatusOr<std::shared_ptr<const OrganisationRegistry::State>>
OrganisationRegistry::Now() {
  NIANBAO_ASSIGN_OR_RETURN(const std::int64_t revision, store_.LastImport());
  {
    const std::lock_guard lock(mutex_);
    if (state_ != nullptr && state_->revision >= revision) return state_;
  }
  NIANBAO_ASSIGN_OR_RETURN(core::OrganisationList list, store_.List());
  auto state = std::make_shared<const State>(State{
      core::OrganisationTree(std::move(list.organisations)), list.revision});
  const std::lock_guard lock(mutex_);
  if (state_ == nullptr || state_->revision < state->revision) {
    state_ = std::move(state);
  }
  return state_;
}

absl::StatusOr<Organisation> OrganisationRegistry::Get(const std::string& name,
                                                       const std::string& day) {
  NIANBAO_ASSIGN_OR_RETURN(const std::string code, CodeOf(name));
  NIANBAO_RETURN_IF_ERROR(CheckDay(day));
  NIANBAO_ASSIGN_OR_RETURN(const auto state, Now());
  const Organisation* found =
      day.empty() ? state->tree.Last(code) : state->tree.Find(code, day);
  if (found == nullptr) return NotFound(state->tree, code, day);
  return *found;
}

absl::StatusOr<OrganisationRegistry::Page> OrganisationRegistry::List(
    const ListOrganisationsRequest& request, const std::string& after) {
  NIANBAO_ASSIGN_OR_RETURN(const std::size_t size,
                           PageSizeOf(request.page_size()));
  NIANBAO_RETURN_IF_ERROR(CheckDay(request.day()));
  NIANBAO_ASSIGN_OR_RETURN(const auto state, Now());
  const core::OrganisationTree& tree = state->tree;
  if (!request.below().empty() && tree.Last(request.below()) == nullptr) {
    return NotFound(tree, request.below(), request.day());
  }
  Page page;
  page.revision = state->revision;
  const auto& entries = tree.entries();
  auto at = std::partition_point(
      entries.begin(), entries.end(), [&](const Organisation& entry) {
        return !after.empty() && KeyOf(entry) <= after;
      });
  for (; at != entries.end(); ++at) {
    if (!IsAskedFor(tree, *at, request)) continue;
    page.more = page.organisations.size() == size;
    if (page.more) break;
    page.organisations.push_back(*at);
  }
  return page;
}

// Codes are digits and "/" stands before them in ASCII, so that keys are in the
// order of the entries.
std::string OrganisationRegistry::KeyOf(const Organisation& entry) {
  return absl::StrCat(entry.code(), "/", entry.valid_from());
}

absl::Status OrganisationRegistry::CheckOpen(const core::OrganisationTree& tree,
                                             const std::string& school,
                                             const std::string& from,
                                             const std::string& to) {
  const auto range = tree.EntriesOf(school);
  for (auto i = range.begin; i < range.end; ++i) {
    if (core::ValidityOf(tree.entries()[i]).Meets({from, to})) {
      return absl::OkStatus();
    }
  }
  const Organisation* last = tree.Last(school);
  if (last == nullptr) return absl::OkStatus();
  const std::string days = DaysOf(tree, school);
  const std::string next = absl::StrJoin(last->successors(), ", ");
  return core::MakeError(
      absl::StatusCode::kFailedPrecondition,
      absl::StrCat("school \"", school, "\" (", last->title(),
                   ") was not open between ", from, " and ", to,
                   "; it is registered for ", days,
                   next.empty() ? "" : "; its place was taken by ", next),
      {.reason = "SCHOOL_NOT_OPEN",
       .metadata = {
           {"field", "header.school"},
           {"school", school},
           {"days", days},
           {"successors", next},
           {"zh", absl::StrCat("学校", school, "（", last->title(), "）在",
                               from, "至", to, "没有开办；登记的时间为", days,
                               next.empty() ? "" : "，现为", next, "。")}}});
}

}  // namespace nianbao::intake
