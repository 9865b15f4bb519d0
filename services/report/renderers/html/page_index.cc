#include "services/report/renderers/html/page_index.h"

#include <functional>
#include <utility>

#include "services/core/decimal.h"
#include "services/core/errors.h"

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Chart;
using nianbao::document::v1::Document;
using nianbao::document::v1::Notice;
using nianbao::document::v1::Place;
using nianbao::document::v1::Run;
using nianbao::fact::v1::Fact;

using RunVisitor = std::function<absl::Status(const Run&)>;

absl::Status VisitRuns(const core::Runs& runs, const RunVisitor& visit) {
  for (const Run& run : runs) NIANBAO_RETURN_IF_ERROR(visit(run));
  return absl::OkStatus();
}

absl::Status VisitNotice(const Notice& notice, const RunVisitor& visit) {
  NIANBAO_RETURN_IF_ERROR(VisitRuns(notice.title(), visit));
  for (const auto& line : notice.lines()) {
    NIANBAO_RETURN_IF_ERROR(VisitRuns(line.runs(), visit));
  }
  return absl::OkStatus();
}

absl::Status VisitBlock(const Block& block, const RunVisitor& visit) {
  if (block.has_heading()) return VisitRuns(block.heading().runs(), visit);
  if (block.has_paragraph()) return VisitRuns(block.paragraph().runs(), visit);
  if (block.has_notice()) return VisitNotice(block.notice(), visit);
  for (const auto& row : block.table().rows()) {
    for (const auto& cell : row.cells()) {
      NIANBAO_RETURN_IF_ERROR(VisitRuns(cell.runs(), visit));
    }
  }
  return absl::OkStatus();
}

absl::Status Refuse(const std::string& reason, const Block& block,
                    const std::string& what,
                    std::map<std::string, std::string> metadata = {}) {
  metadata["block"] = block.id();
  return core::MakeError(absl::StatusCode::kInvalidArgument,
                         "block \"" + block.id() + "\": " + what,
                         {.reason = reason, .metadata = metadata});
}

// Whether the run is a piece of the submitted file in its own block.
bool IsSourceText(const Run& run, const Block& block) {
  return run.place().block() == block.id();
}

bool SamePlace(const Place& a, const Place& b) {
  return a.block() == b.block() && a.row() == b.row() &&
         a.column() == b.column() && a.begin() == b.begin();
}

// The words of a finding's title behind number and place, which "·" parts.
std::string LastWords(const Notice& notice) {
  static const std::string kGap = " · ";
  const std::string title = core::TextOf(notice.title());
  const std::size_t gap = title.rfind(kGap);
  return gap == std::string::npos ? title : title.substr(gap + kGap.size());
}

}  // namespace

absl::StatusOr<PageIndex> PageIndex::Create(const Document& document,
                                            const core::Facts& facts) {
  PageIndex index;
  for (const Fact& fact : facts) index.facts_.emplace(fact.id(), &fact);
  NIANBAO_RETURN_IF_ERROR(index.AddBlocks(document));
  index.AddMarks();
  index.CollectSources(facts);
  return index;
}

absl::Status PageIndex::AddBlocks(const Document& document) {
  for (const Block& block : document.blocks()) {
    if (!blocks_.emplace(block.id(), &block).second) {
      return Refuse("DUPLICATE_BLOCK", block,
                    "two blocks have this id; give each its own");
    }
    if (block.content_case() == Block::CONTENT_NOT_SET) {
      return Refuse("EMPTY_BLOCK", block, "no content is set");
    }
    if (block.has_notice()) AddNotice(block);
    if (block.has_chart()) NIANBAO_RETURN_IF_ERROR(AddChart(block));
    NIANBAO_RETURN_IF_ERROR(
        VisitBlock(block, [&](const Run& run) { return AddRun(run, block); }));
  }
  return absl::OkStatus();
}

absl::Status PageIndex::Use(const std::string& fact, const Block& block) {
  if (FindFact(fact) == nullptr) {
    return Refuse("UNKNOWN_FACT", block,
                  "fact \"" + fact +
                      "\" was not given; pass every fact that "
                      "the document names",
                  {{"fact", fact}});
  }
  used_.insert(fact);
  return absl::OkStatus();
}

absl::Status PageIndex::AddRun(const Run& run, const Block& block) {
  if (!block.has_notice()) {
    for (const std::string& id : run.findings()) marked_[id].push_back(&run);
  }
  if (run.fact().empty()) return absl::OkStatus();
  NIANBAO_RETURN_IF_ERROR(Use(run.fact(), block));
  if (block.has_notice()) return absl::OkStatus();
  const Run*& figure = figures_[run.fact()];
  const bool better = figure != nullptr && figure->place().block().empty() &&
                      IsSourceText(run, block);
  if (figure == nullptr || better) figure = &run;
  return absl::OkStatus();
}

absl::Status PageIndex::AddChart(const Block& block) {
  const Chart& chart = block.chart();
  if (chart.kind() != Chart::KIND_BAR) {
    return Refuse("UNKNOWN_CHART_KIND", block,
                  "the chart's kind is none; set KIND_BAR");
  }
  for (const auto& series : chart.series()) {
    if (series.points_size() != chart.categories_size()) {
      return Refuse(
          "BAD_CHART", block,
          "series \"" + series.name() + "\" needs one point for each category",
          {{"series", series.name()}});
    }
    for (const auto& point : series.points()) {
      if (!point.fact().empty()) {
        NIANBAO_RETURN_IF_ERROR(Use(point.fact(), block));
      }
      if (!point.value().empty() && !core::Decimal::Parse(point.value()).ok()) {
        return Refuse("BAD_CHART", block,
                      "\"" + point.value() + "\" is no decimal",
                      {{"value", point.value()}});
      }
    }
  }
  return absl::OkStatus();
}

void PageIndex::AddNotice(const Block& block) {
  const Notice& notice = block.notice();
  if (notice.finding().empty()) return;
  FindingEntry entry;
  entry.kind = notice.kind();
  entry.number = ++numbers_[notice.kind()];
  entry.title = LastWords(notice);
  for (const Run& run : notice.title()) {
    if (run.has_place()) targets_[notice.finding()] = run.place();
  }
  findings_.emplace(notice.finding(), entry);
}

// A finding leads to the run at its title's place, or else to its first.
void PageIndex::AddMarks() {
  for (auto& [id, entry] : findings_) {
    for (const Run* run : marked_[id]) {
      const bool exact = SamePlace(run->place(), targets_[id]);
      if (entry.mark == nullptr || exact) entry.mark = run;
      if (exact) break;
    }
  }
}

void PageIndex::CollectSources(const core::Facts& facts) {
  // Inputs stand before what is computed from them, so one pass backwards
  // finds them all.
  for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
    if (used_.count(fact->id()) == 0) continue;
    for (const std::string& input : fact->derivation().inputs()) {
      if (FindFact(input) != nullptr) used_.insert(input);
    }
  }
  for (const Fact& fact : facts) {
    const bool first = FindFact(fact.id()) == &fact;
    if (first && used_.count(fact.id()) != 0) sources_.push_back(&fact);
  }
}

const Fact* PageIndex::FindFact(const std::string& id) const {
  const auto found = facts_.find(id);
  return found == facts_.end() ? nullptr : found->second;
}

const Run* PageIndex::FigureOf(const std::string& fact) const {
  const auto found = figures_.find(fact);
  return found == figures_.end() ? nullptr : found->second;
}

const FindingEntry* PageIndex::FindFinding(const std::string& id) const {
  const auto found = findings_.find(id);
  return found == findings_.end() ? nullptr : &found->second;
}

const Block* PageIndex::FindBlock(const std::string& id) const {
  const auto found = blocks_.find(id);
  return found == blocks_.end() ? nullptr : found->second;
}

}  // namespace nianbao::report::html
