#include "services/intake/upload.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/errors.h"
#include "services/core/standards.h"
#include "services/core/validity.h"
#include "services/intake/school_code.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::intake::v1::Submission;
using nianbao::intake::v1::UploadHeader;

constexpr std::size_t kLongestRequestId = 128;

absl::Status BadSchool(const UploadHeader& header, const std::string& why,
                       const std::string& zh) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("unknown school code \"", header.school(), "\": ", why),
      {.reason = "UNKNOWN_SCHOOL",
       .metadata = {{"field", "header.school"},
                    {"school", header.school()},
                    {"region", header.region()},
                    {"zh", absl::StrCat("学校代码“", header.school(),
                                        "”无法识别：", zh)}}});
}

absl::Status CheckRegion(const core::Catalogue& catalogue,
                         const std::string& region) {
  if (catalogue.FindRegion(region) != nullptr) return absl::OkStatus();
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("unknown region \"", region,
                   "\"; give the six digits of GB/T 2260, as the catalogue's "
                   "regions have them"),
      {.reason = "UNKNOWN_REGION",
       .metadata = {{"field", "header.region"},
                    {"region", region},
                    {"zh", absl::StrCat("行政区划代码“", region,
                                        "”无法识别，请填六位代码。")}}});
}

// Whether some entry of the region holds while the edition's year is counted
// or published.
bool HoldsFor(const core::Catalogue& catalogue, const std::string& region,
              const Edition& edition) {
  const std::string from = absl::StrCat(edition.data_year(), "-01-01");
  const std::string to = absl::StrCat(edition.publish_year(), "-12-31");
  const auto& entries = catalogue.regions().find(region)->second;
  return std::any_of(entries.begin(), entries.end(), [&](const auto* entry) {
    return core::ValidityOf(*entry).Meets({from, to});
  });
}

// That the region is one of the edition's time.
absl::Status CheckRegionTime(const core::Catalogue& catalogue,
                             const UploadHeader& header) {
  const Edition& edition = *catalogue.FindEdition(header.edition());
  const std::string& code = header.region();
  if (HoldsFor(catalogue, code, edition)) return absl::OkStatus();
  const auto& region = *catalogue.FindRegion(code);
  const std::string next = absl::StrJoin(region.successors(), ", ");
  const std::string advice =
      next.empty() ? "take the region of that time"
                   : absl::StrCat("its place was taken by ", next);
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("region \"", code, "\" (", region.name(),
                   ") was none at the time of edition ", edition.code(), "; ",
                   advice),
      {.reason = "REGION_NOT_VALID",
       .metadata = {
           {"field", "header.region"},
           {"region", code},
           {"edition", edition.code()},
           {"successors", next},
           {"zh", absl::StrCat("行政区划", code, "（", region.name(), "）在",
                               edition.code(), "版的时间里不存在",
                               next.empty() ? "" : "，现为", next, "。")}}});
}

absl::Status CheckSchoolClass(const core::Catalogue& catalogue,
                              const std::string& school_class) {
  if (school_class.empty()) return absl::OkStatus();
  std::vector<std::string> known;
  if (const auto* table = catalogue.FindCodeTable(core::kSchoolClasses)) {
    for (const auto& entry : table->entries()) known.push_back(entry.code());
  }
  if (std::find(known.begin(), known.end(), school_class) != known.end()) {
    return absl::OkStatus();
  }
  const std::string list = absl::StrJoin(known, ", ");
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("unknown school class \"", school_class,
                   "\"; known: ", list),
      {.reason = "UNKNOWN_SCHOOL_CLASS",
       .metadata = {
           {"field", "header.school_class"},
           {"school_class", school_class},
           {"known", list},
           {"zh", absl::StrCat("没有“", school_class,
                               "”这种学校类型；可用的有：", list, "。")}}});
}

absl::Status CheckSchool(const UploadHeader& header) {
  const std::string& school = header.school();
  if (!IsDigits(school, kSchoolDigits)) {
    return BadSchool(header, "a school code has ten digits",
                     "学校代码为十位数字。");
  }
  if (school.substr(0, 2) != kSecondaryVocational) {
    return BadSchool(
        header,
        absl::StrCat("it must begin with ", kSecondaryVocational,
                     ", secondary vocational schools"),
        absl::StrCat("中等职业学校代码以", kSecondaryVocational, "开头。"));
  }
  const std::string province = header.region().substr(0, kProvinceDigits);
  if (school.substr(2, kProvinceDigits) == province) return absl::OkStatus();
  return BadSchool(header,
                   absl::StrCat("its third and fourth digit must be ", province,
                                ", the province of region ", header.region()),
                   absl::StrCat("第三、四位应为所在省代码", province,
                                "（行政区划", header.region(), "）。"));
}

absl::Status CheckRequestId(const std::string& id) {
  if (id.size() <= kLongestRequestId) return absl::OkStatus();
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("request_id: ", id.size(), " bytes are too many; at most ",
                   kLongestRequestId),
      {.reason = "BAD_REQUEST_ID",
       .metadata = {{"field", "header.request_id"},
                    {"size", absl::StrCat(id.size())}}});
}

Submission SubmissionOf(const UploadHeader& header, const ReadResult& read) {
  Submission submission;
  submission.set_edition(read.edition);
  submission.set_school(header.school());
  submission.set_region(header.region());
  submission.set_school_title(header.school_title());
  submission.set_school_class(header.school_class());
  submission.set_fact_count(read.facts.size());
  *submission.mutable_source() = read.document.source();
  return submission;
}

}  // namespace

absl::Status CheckEdition(const core::Catalogue& catalogue,
                          const std::string& field,
                          const std::string& edition) {
  if (catalogue.FindEdition(edition) != nullptr) return absl::OkStatus();
  std::vector<std::string> known;
  for (const auto& [code, definition] : catalogue.editions()) {
    known.push_back(code);
  }
  const std::string list = absl::StrJoin(known, ", ");
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("unknown edition \"", edition, "\"; known: ", list),
      {.reason = "UNKNOWN_EDITION",
       .metadata = {{"field", field},
                    {"edition", edition},
                    {"known", list},
                    {"zh", absl::StrCat("没有“", edition, "”这一版；可用的有：",
                                        list, "。")}}});
}

absl::Status CheckUploadHeader(const core::Catalogue& catalogue,
                               const UploadHeader& header) {
  NIANBAO_RETURN_IF_ERROR(
      CheckEdition(catalogue, "header.edition", header.edition()));
  NIANBAO_RETURN_IF_ERROR(CheckRegion(catalogue, header.region()));
  NIANBAO_RETURN_IF_ERROR(CheckRegionTime(catalogue, header));
  NIANBAO_RETURN_IF_ERROR(CheckSchoolClass(catalogue, header.school_class()));
  NIANBAO_RETURN_IF_ERROR(CheckSchool(header));
  return CheckRequestId(header.request_id());
}

absl::Status CheckSchoolOpen(const core::Catalogue& catalogue,
                             const core::OrganisationTree& organisations,
                             const std::string& school,
                             const std::string& edition) {
  const Edition* found = catalogue.FindEdition(edition);
  if (found == nullptr) return absl::OkStatus();  // told by other checks
  return OrganisationRegistry::CheckOpen(
      organisations, school, absl::StrCat(found->data_year(), "-01-01"),
      absl::StrCat(found->publish_year(), "-12-31"));
}

absl::StatusOr<Submission> Uploads::Store(
    const UploadHeader& header, const std::string& bytes,
    const std::function<bool()>& cancelled) const {
  NIANBAO_ASSIGN_OR_RETURN(const auto registry, deps_.organisations.Now());
  NIANBAO_RETURN_IF_ERROR(CheckSchoolOpen(deps_.catalogue, registry->tree,
                                          header.school(), header.edition()));
  NIANBAO_ASSIGN_OR_RETURN(ReadResult read,
                           deps_.reader.Read({.filename = header.filename(),
                                              .edition = header.edition(),
                                              .all_figures = false},
                                             bytes));
  if (cancelled()) {
    return absl::CancelledError("the caller is gone; nothing was stored");
  }
  const Submission submission = SubmissionOf(header, read);
  return deps_.store.Add(submission,
                         {.file = bytes,
                          .document = std::move(read.document),
                          .facts = std::move(read.facts)},
                         header.request_id());
}

}  // namespace nianbao::intake
