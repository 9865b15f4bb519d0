#include "services/metrics/questions/coverage_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/core/errors.h"
#include "services/metrics/questions/school_choice.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;

google::protobuf::Timestamp ToProto(absl::Time time) {
  const std::int64_t seconds = absl::ToUnixSeconds(time);
  google::protobuf::Timestamp proto;
  proto.set_seconds(seconds);
  proto.set_nanos(static_cast<int>(
      absl::ToInt64Nanoseconds(time - absl::FromUnixSeconds(seconds))));
  return proto;
}

absl::Time FromProto(const google::protobuf::Timestamp& proto) {
  return absl::FromUnixSeconds(proto.seconds()) +
         absl::Nanoseconds(proto.nanos());
}

class CoverageMaker {
 public:
  CoverageMaker(const Snapshot& snapshot, const EditionTable& table,
                const api::ListCoverageRequest& request)
      : snapshot_(snapshot), table_(table), request_(request) {
    for (const int state : request.states()) states_.insert(state);
    for (const auto& [key, column] : table.columns()) {
      const auto* indicator = snapshot.catalogue().FindIndicator(key.indicator);
      if (key.year == table.data_year() && indicator != nullptr &&
          core::Catalogue::RevisionOf(*indicator, request.edition()) !=
              nullptr) {
        columns_.push_back(column.get());
      }
    }
  }

  // A school that neither filed nor is expected is none of the edition.
  api::CoverageState StateOf(const SchoolRow& row) const {
    if (!row.HasFiled()) {
      return row.expected ? api::COVERAGE_STATE_NOT_FILED
                          : api::COVERAGE_STATE_UNSPECIFIED;
    }
    if (!row.Counts()) return api::COVERAGE_STATE_UNEXPECTED;
    const bool late = request_.has_due_time() && row.first_time &&
                      *row.first_time > FromProto(request_.due_time());
    return late ? api::COVERAGE_STATE_FILED_LATE : api::COVERAGE_STATE_FILED;
  }

  bool IsAsked(api::CoverageState state) const {
    return states_.empty() || states_.count(state) != 0;
  }

  void Count(std::size_t row, api::CoverageState state) {
    const std::string& city = table_.unit_of(row).city;
    if (!city.empty()) Count(row, state, by_city_[city]);
    Count(row, state, all_);
  }

  api::SchoolCoverage Make(std::size_t index, api::CoverageState state) const {
    const SchoolRow& row = table_.row(index);
    api::SchoolCoverage school;
    school.set_school(row.school);
    school.set_title(row.title);
    school.set_region(row.region);
    school.set_state(state);
    if (row.HasFiled() && row.first_time) {
      *school.mutable_first_time() = ToProto(*row.first_time);
    }
    school.set_versions(row.versions);
    const auto has = [index](const FigureColumn* column) {
      return column->At(index).has_value();
    };
    school.set_indicators(
        static_cast<int>(std::count_if(columns_.begin(), columns_.end(), has)));
    return school;
  }

  void AddCounts(api::ListCoverageResponse& response) {
    for (auto& [city, count] : by_city_) {
      count.set_region(city);
      count.set_title(snapshot_.RegionTitle(table_, city));
      *response.add_counts() = count;
    }
    *response.add_counts() = all_;
  }

 private:
  void Count(std::size_t row, api::CoverageState state,
             api::CoverageCount& count) const {
    if (table_.row(row).expected) count.set_expected(count.expected() + 1);
    switch (state) {
      case api::COVERAGE_STATE_FILED_LATE:
        count.set_late(count.late() + 1);
        [[fallthrough]];
      case api::COVERAGE_STATE_FILED:
        count.set_filed(count.filed() + 1);
        break;
      case api::COVERAGE_STATE_NOT_FILED:
        count.set_not_filed(count.not_filed() + 1);
        break;
      case api::COVERAGE_STATE_UNEXPECTED:
        count.set_unexpected(count.unexpected() + 1);
        break;
      default:
        break;
    }
  }

  const Snapshot& snapshot_;
  const EditionTable& table_;
  const api::ListCoverageRequest& request_;
  std::set<int> states_;
  std::vector<const FigureColumn*> columns_;
  std::map<std::string, api::CoverageCount> by_city_;
  api::CoverageCount all_;
};

}  // namespace

absl::StatusOr<api::ListCoverageResponse> ListCoverage(
    const Snapshot& snapshot, const api::ListCoverageRequest& request,
    const std::string& after, std::string& last) {
  NIANBAO_ASSIGN_OR_RETURN(const EditionTable* table,
                           TableOf(snapshot, request.edition()));
  NIANBAO_RETURN_IF_ERROR(CheckFilter(snapshot.catalogue(), request.filter()));
  NIANBAO_ASSIGN_OR_RETURN(const std::size_t size,
                           LargePageSize(request.page_size()));
  CoverageMaker maker(snapshot, *table, request);
  api::ListCoverageResponse response;
  last.clear();
  bool full = false;
  for (const std::size_t row : ChooseRows(snapshot, *table, request.filter())) {
    const SchoolRow& school = table->row(row);
    const api::CoverageState state = maker.StateOf(school);
    if (state == api::COVERAGE_STATE_UNSPECIFIED) continue;
    maker.Count(row, state);
    if (full || !maker.IsAsked(state) || school.school <= after) continue;
    if (static_cast<std::size_t>(response.schools_size()) == size) {
      last = response.schools(response.schools_size() - 1).school();
      full = true;
      continue;
    }
    *response.add_schools() = maker.Make(row, state);
  }
  maker.AddCounts(response);
  response.set_revision(snapshot.revision());
  return response;
}

}  // namespace nianbao::metrics
