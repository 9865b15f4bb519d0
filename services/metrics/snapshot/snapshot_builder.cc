#include "services/metrics/snapshot/snapshot_builder.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "absl/time/time.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "services/metrics/hash.h"
#include "services/metrics/snapshot/school_places.h"

namespace nianbao::metrics {
namespace {

constexpr std::size_t kRows = FigureBlock::kRows;

std::string BytesOf(const google::protobuf::MessageLite& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream out(&stream);
    out.SetSerializationDeterministic(true);
    message.SerializeToCodedStream(&out);
  }
  return bytes;
}

absl::Time TimeOf(const google::protobuf::Timestamp& time) {
  return absl::FromUnixSeconds(time.seconds()) +
         absl::Nanoseconds(time.nanos());
}

}  // namespace

SnapshotBuilder::SnapshotBuilder(const core::Catalogue& catalogue)
    : catalogue_(catalogue), reader_(catalogue), current_(catalogue) {
  for (const auto& [code, edition] : catalogue.editions()) {
    current_.tables_[code] = std::make_shared<EditionTable>(*edition);
    moved_.insert(code);
  }
}

void SnapshotBuilder::Apply(const Change& change) {
  if (!change.has_submission()) return;
  if (pending_.empty() && !change.more()) {
    return Store(change.submission(), change.facts());
  }
  pending_.MergeFrom(change.facts());
  if (change.more()) return;
  Store(change.submission(), pending_);
  pending_.Clear();
}

void SnapshotBuilder::Store(const Submission& submission,
                            const core::Facts& facts) {
  if (current_.Find(submission.edition()) == nullptr) return;
  EditionTable& table = Writable(submission.edition());
  const std::size_t at = RowOf(table, submission.school());
  SchoolRow row = table.row(at);
  if (submission.version() <= row.versions) return;
  const DataVersion version = {submission.revision(),
                               Hash64(BytesOf(submission))};
  const SchoolFigures figures = reader_.Read(facts);
  const bool first = !row.HasFiled();
  row.submission = submission.name();
  row.versions = submission.version();
  row.filed_region = submission.region();
  row.filed_class = submission.school_class();
  row.filed_title = submission.school_title();
  row.parts = figures.parts;
  if (first) row.first_version = version;
  if (submission.version() == 1) {
    row.first_time = TimeOf(submission.create_time());
  }
  Place(table, at, std::move(row), version);
  StoreFigures(table, at, figures, version);
}

void SnapshotBuilder::StoreFigures(EditionTable& table, std::size_t row,
                                   const SchoolFigures& figures,
                                   const DataVersion& version) {
  std::vector<FigureKey> gone;
  for (const auto& [key, column] : table.columns_) {
    const FigureBlock* block = column->Block(row / kRows);
    if (block == nullptr || figures.whole.contains(key)) continue;
    const FigureCell cell = block->CellAt(row % kRows);
    if (!cell.IsBlank() || !cell.fact.empty()) gone.push_back(key);
  }
  for (const FigureKey& key : gone) {
    StoreCell(table, row, key, FigureCell(), version);
  }
  for (const auto& [key, cell] : figures.whole) {
    StoreCell(table, row, key, cell, version);
  }
}

void SnapshotBuilder::StoreCell(EditionTable& table, std::size_t row,
                                const FigureKey& key, const FigureCell& cell,
                                const DataVersion& version) {
  const FigureColumn* known = table.Column(key);
  const FigureBlock* old =
      known == nullptr ? nullptr : known->Block(row / kRows);
  const FigureCell before =
      old == nullptr ? FigureCell() : old->CellAt(row % kRows);
  const bool same = SameFigure(before, cell);
  if (same && before.fact == cell.fact) return;
  FigureColumn& column = Writable(table, key);
  FigureBlock& block = Writable(column, row / kRows);
  block.Set(row % kRows, cell);
  column.scale_ = std::max(column.scale_, block.scale());
  if (same) return;
  const std::size_t unit = table.row(row).unit;
  if (unit >= column.versions_.size()) column.versions_.resize(unit + 1);
  column.versions_[unit].Include(version);
  column.newest_.Include(version);
  if (version == table.row(row).first_version) return;
  auto changed = std::make_shared<SchoolRow>(table.row(row));
  changed->changes[column.index()] = version;
  table.rows_[row] = std::move(changed);
}

std::size_t SnapshotBuilder::RowOf(EditionTable& table,
                                   const std::string& school) {
  if (const auto found = table.Find(school)) return *found;
  if (table.index_turn_ != turn_) {
    table.index_ = std::make_shared<EditionTable::Index>(*table.index_);
    table.index_turn_ = turn_;
  }
  const std::size_t at = table.rows();
  table.index_->rows[school] = static_cast<std::uint32_t>(at);
  auto row = std::make_shared<SchoolRow>();
  row->school = school;
  row->unit = UnitOf(table, SchoolUnit());
  table.rows_.push_back(std::move(row));
  moved_.insert(table.edition().code());
  return at;
}

void SnapshotBuilder::Place(EditionTable& table, std::size_t row,
                            SchoolRow changed, const DataVersion& version) {
  const std::size_t before = table.row(row).unit;
  const bool had_filed = table.row(row).HasFiled();
  const SchoolUnit unit =
      PlaceSchool(catalogue_, *current_.tree_, table.day(), changed);
  changed.unit = UnitOf(table, unit);
  const SchoolRow& old = table.row(row);
  if (changed.unit != before || had_filed != changed.HasFiled()) {
    moved_.insert(table.edition().code());
  }
  if (changed.unit != before || had_filed != changed.HasFiled() ||
      changed.title != old.title || changed.region != old.region ||
      changed.expected != old.expected ||
      changed.registered != old.registered) {
    table.members_[before].Include(version);
    table.members_[changed.unit].Include(version);
    table.newest_members_.Include(version);
    changed.version.Include(version);
  }
  table.rows_[row] = std::make_shared<const SchoolRow>(std::move(changed));
}

std::size_t SnapshotBuilder::UnitOf(EditionTable& table,
                                    const SchoolUnit& unit) {
  auto& units = table.units_;
  const auto found = std::find(units.begin(), units.end(), unit);
  if (found != units.end()) {
    return static_cast<std::size_t>(found - units.begin());
  }
  units.push_back(unit);
  table.members_.emplace_back();
  return units.size() - 1;
}

void SnapshotBuilder::SetOrganisations(core::OrganisationList list) {
  DataVersion version;
  version.revision = list.revision;
  std::string bytes;
  for (const auto& entry : list.organisations) bytes += BytesOf(entry);
  version.stamp = Hash64(bytes);
  current_.tree_ = std::make_shared<const core::OrganisationTree>(
      std::move(list.organisations));
  current_.tree_version_ = version;
  for (const auto& [code, edition] : catalogue_.editions()) {
    EditionTable& table = Writable(code);
    moved_.insert(code);
    for (const auto* school : current_.tree_->SchoolsOn(table.day())) {
      RowOf(table, school->code());
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
      Place(table, row, table.row(row), version);
    }
  }
}

void SnapshotBuilder::NoteVersion(const Submission& submission) {
  if (submission.version() != 1) return;
  const EditionTable* known = current_.Find(submission.edition());
  const auto row =
      known == nullptr ? std::nullopt : known->Find(submission.school());
  if (!row) return;
  EditionTable& table = Writable(submission.edition());
  auto changed = std::make_shared<SchoolRow>(table.row(*row));
  changed->first_time = TimeOf(submission.create_time());
  table.rows_[*row] = std::move(changed);
}

EditionTable& SnapshotBuilder::Writable(const std::string& edition) {
  std::shared_ptr<EditionTable>& table = current_.tables_[edition];
  if (table->turn_ != turn_) {
    table = std::make_shared<EditionTable>(*table);
    table->turn_ = turn_;
  }
  return *table;
}

FigureColumn& SnapshotBuilder::Writable(EditionTable& table,
                                        const FigureKey& key) {
  std::shared_ptr<FigureColumn>& column = table.columns_[key];
  if (column == nullptr) {
    column = std::make_shared<FigureColumn>(
        static_cast<std::uint32_t>(table.columns_.size() - 1));
  } else if (column->turn_ != turn_) {
    column = std::make_shared<FigureColumn>(*column);
  }
  column->turn_ = turn_;
  return *column;
}

FigureBlock& SnapshotBuilder::Writable(FigureColumn& column,
                                       std::size_t block) {
  if (block >= column.blocks_.size()) {
    column.blocks_.resize(block + 1);
    column.turns_.resize(block + 1, 0);
  }
  std::shared_ptr<FigureBlock>& found = column.blocks_[block];
  if (found == nullptr) {
    found = std::make_shared<FigureBlock>();
  } else if (column.turns_[block] != turn_) {
    found = std::make_shared<FigureBlock>(*found);
  }
  column.turns_[block] = turn_;
  return *found;
}

std::shared_ptr<const Snapshot> SnapshotBuilder::Build(std::int64_t revision) {
  current_.revision_ = revision;
  for (const std::string& code : moved_) {
    EditionTable& table = Writable(code);
    std::vector<std::uint32_t> order(table.rows());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&table](std::uint32_t a, std::uint32_t b) {
                return table.row(a).school < table.row(b).school;
              });
    table.by_code_ =
        std::make_shared<const std::vector<std::uint32_t>>(std::move(order));
  }
  Link(current_);
  moved_.clear();
  ++turn_;
  return std::make_shared<const Snapshot>(current_);
}

void SnapshotBuilder::Link(Snapshot& snapshot) {
  std::map<int, const EditionTable*> by_year;
  for (const auto& [code, table] : snapshot.tables_) {
    by_year.try_emplace(table->data_year(), table.get());
  }
  for (const auto& [code, later] : snapshot.tables_) {
    for (int back = 1; back <= Snapshot::kYearsBack; ++back) {
      const auto found = by_year.find(later->data_year() - back);
      if (found == by_year.end()) continue;
      const EditionTable& earlier = *found->second;
      EarlierTable& link =
          snapshot.earlier_[{&later->edition(), earlier.data_year()}];
      link.table = &earlier;
      if (link.links == nullptr || moved_.contains(code) ||
          moved_.contains(earlier.edition().code())) {
        link.links = LinkRows(*snapshot.tree_, *later, earlier);
      }
    }
  }
}

}  // namespace nianbao::metrics
