// Intake's record in memory, as a snapshot, for tests.
#ifndef NIANBAO_SERVICES_METRICS_TEST_RECORD_H_
#define NIANBAO_SERVICES_METRICS_TEST_RECORD_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/metrics/snapshot/snapshot_builder.h"
#include "services/metrics/snapshot/snapshot_store.h"

namespace nianbao::metrics {

// Takes submissions and publishes a snapshot after each change. For one thread.
class TestRecord {
 public:
  // `origin` sets records apart whose submissions are alike.
  explicit TestRecord(const core::Catalogue& catalogue, int origin = 0)
      : builder_(catalogue), origin_(origin) {
    Publish();
  }

  // Stores a new version of the school's submission.
  void Add(const std::string& school, const std::string& region,
           const std::vector<fact::v1::Fact>& facts,
           const std::string& edition = "2021",
           const std::string& school_class = "") {
    SnapshotBuilder::Change change;
    auto& submission = *change.mutable_submission();
    const int version = ++versions_[{edition, school}];
    submission.set_name(absl::StrCat("editions/", edition, "/submissions/",
                                     school, "/versions/", version));
    submission.set_edition(edition);
    submission.set_school(school);
    submission.set_region(region);
    submission.set_school_class(school_class);
    submission.set_version(version);
    submission.set_revision(++revision_);
    submission.mutable_create_time()->set_seconds(revision_);
    submission.mutable_create_time()->set_nanos(origin_);
    change.set_revision(revision_);
    change.mutable_facts()->Assign(facts.begin(), facts.end());
    builder_.Apply(change);
    Publish();
  }

  // Imports the whole registry.
  void SetOrganisations(
      std::vector<nianbao::intake::v1::Organisation> organisations) {
    core::OrganisationList list;
    list.organisations = std::move(organisations);
    list.revision = ++revision_;
    builder_.SetOrganisations(std::move(list));
    Publish();
  }

  const SnapshotStore& store() const { return store_; }
  std::shared_ptr<const Snapshot> snapshot() const { return *store_.Current(); }
  std::int64_t revision() const { return revision_; }

 private:
  void Publish() { store_.Publish(builder_.Build(revision_)); }

  SnapshotBuilder builder_;
  SnapshotStore store_;
  const int origin_;
  std::int64_t revision_ = 0;
  std::map<std::pair<std::string, std::string>, int> versions_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_TEST_RECORD_H_
