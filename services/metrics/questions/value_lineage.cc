#include "services/metrics/questions/value_lineage.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/core/fact_table.h"
#include "services/metrics/questions/school_choice.h"
#include "services/metrics/questions/school_total.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::ROLLUP_SUM;
using nianbao::metrics::v1::ExplainValueRequest;
using nianbao::metrics::v1::ExplainValueResponse;
using nianbao::metrics::v1::ValueNode;

constexpr int kUsualSchools = 100;
constexpr int kMostSchools = 10000;

class LineageMaker {
 public:
  LineageMaker(const Snapshot& snapshot, const EditionTable& table,
               std::size_t most_schools)
      : snapshot_(snapshot), table_(table), most_schools_(most_schools) {}

  void AddSchool(std::size_t row) {
    schools_.push_back(std::make_unique<SchoolValues>(snapshot_, table_, row));
  }

  absl::StatusOr<ValueNode> Make(const FigureKey& key) {
    if (schools_.size() == 1) return NodeOfSchool(key, *schools_.front());
    NIANBAO_ASSIGN_OR_RETURN(const SchoolTotal total,
                             SchoolTotal::Create(snapshot_.catalogue(), key));
    SchoolSums sums;
    for (auto& school : schools_) {
      if (total.IsReported(*school)) reporting_.push_back(school.get());
      total.Add(*school, sums);
    }
    return NodeOfTotal(key, total, sums);
  }

 private:
  ValueNode NodeOf(const FigureKey& key) const {
    const auto& indicator = *snapshot_.catalogue().FindIndicator(key.indicator);
    ValueNode node;
    node.set_indicator(key.indicator);
    *node.mutable_title() = indicator.title();
    node.set_period(core::PeriodOfYear(key.year));
    node.set_unit(indicator.unit());
    return node;
  }

  ValueNode NodeOfTotal(const FigureKey& key, const SchoolTotal& total,
                        const SchoolSums& sums) {
    const auto& indicator = *snapshot_.catalogue().FindIndicator(key.indicator);
    ValueNode node = NodeOf(key);
    const auto value = total.ValueOf(key, sums);
    if (value) {
      node.set_value(core::ToText(*value));
      *node.mutable_interval() = core::ToProto(*total.IntervalOf(key, sums));
    }
    node.set_reported(sums.sums.reported);
    node.set_missing(sums.sums.missing);
    if (indicator.rollup() == ROLLUP_SUM) {
      for (std::size_t i = 0; i < reporting_.size() && i < most_schools_; ++i) {
        *node.add_inputs() = NodeOfSchool(key, *reporting_[i]);
      }
      return node;
    }
    node.set_formula(indicator.formula());
    for (const auto& reference :
         snapshot_.catalogue().FormulaOf(key.indicator).references()) {
      *node.add_inputs() =
          NodeOfTotal(SchoolTotal::KeyOf(reference, key.year), total, sums);
    }
    return node;
  }

  ValueNode NodeOfSchool(const FigureKey& key, SchoolValues& school) {
    ValueNode node = NodeOf(key);
    node.set_school(school.school().school);
    if (school.IsComputed(key)) {
      const Derived& derived = school.graph().Compute(key.indicator, key.year);
      SetQuantity(*derived.quantity, node);
      node.set_formula(
          snapshot_.catalogue().FindIndicator(key.indicator)->formula());
      // Copied: computing an input may move what `derived` refers to.
      const std::vector<Operand> operands = derived.operands;
      for (const Operand& operand : operands) {
        *node.add_inputs() = NodeOfSchool(operand.key, school);
      }
      return node;
    }
    const SourcedFigure printed = school.Printed(key);
    if (!printed.quantity) return node;
    SetQuantity(*printed.quantity, node);
    if (printed.sources.size() == 1) {
      SetSource(printed.sources.front(), node);
      return node;
    }
    for (const FigureSource& source : printed.sources) {
      ValueNode& part = *node.add_inputs();
      part = NodeOf(key);
      SetSource(source, part);
      SchoolValues own(snapshot_, *source.table, source.row);
      if (const auto figure = own.Printed(key).quantity) {
        SetQuantity(*figure, part);
      }
    }
    return node;
  }

  static void SetQuantity(const core::Quantity& quantity, ValueNode& node) {
    node.set_value(core::ToText(quantity.value));
    *node.mutable_interval() = core::ToProto(quantity.rounded);
  }

  static void SetSource(const FigureSource& source, ValueNode& node) {
    const SchoolRow& row = source.table->row(source.row);
    node.set_school(row.school);
    node.set_submission(row.submission);
    node.set_fact(source.fact);
  }

  const Snapshot& snapshot_;
  const EditionTable& table_;
  const std::size_t most_schools_;
  std::vector<std::unique_ptr<SchoolValues>> schools_;
  std::vector<SchoolValues*> reporting_;
};

// Fills in what facts printed and where; asks for each submission once.
class PlaceFinder {
 public:
  explicit PlaceFinder(core::IntakePeer& intake) : intake_(intake) {}

  absl::Status Fill(ValueNode& node) {
    for (ValueNode& input : *node.mutable_inputs()) {
      NIANBAO_RETURN_IF_ERROR(Fill(input));
    }
    if (node.fact().empty()) return absl::OkStatus();
    auto found = facts_.find(node.submission());
    if (found == facts_.end()) {
      auto facts = intake_.GetFacts(node.submission());
      if (!facts.ok()) {
        return core::Annotate(facts.status(), node.submission());
      }
      found = facts_.emplace(node.submission(), *std::move(facts)).first;
    }
    for (const auto& fact : found->second) {
      if (fact.id() != node.fact()) continue;
      node.set_printed(fact.figure().text().empty() ? fact.figure().value()
                                                    : fact.figure().text());
      if (fact.has_place()) *node.mutable_place() = fact.place();
      break;
    }
    return absl::OkStatus();
  }

 private:
  core::IntakePeer& intake_;
  std::map<std::string, core::Facts> facts_;
};

}  // namespace

absl::StatusOr<ExplainValueResponse> ExplainValue(
    const Snapshot& snapshot, core::IntakePeer& intake,
    const ExplainValueRequest& request) {
  const core::Catalogue& catalogue = snapshot.catalogue();
  NIANBAO_ASSIGN_OR_RETURN(const EditionTable* table,
                           TableOf(snapshot, request.edition()));
  if (catalogue.FindIndicator(request.indicator()) == nullptr) {
    return UnknownIndicator(catalogue, request.indicator());
  }
  if (request.max_schools() < 0 || request.max_schools() > kMostSchools) {
    return BadField("max_schools", absl::StrCat(request.max_schools()),
                    absl::StrCat("0 to ", kMostSchools));
  }
  NIANBAO_RETURN_IF_ERROR(CheckFilter(catalogue, request.filter()));
  LineageMaker maker(snapshot, *table,
                     static_cast<std::size_t>(request.max_schools() == 0
                                                  ? kUsualSchools
                                                  : request.max_schools()));
  for (const std::size_t row :
       ChooseCounting(snapshot, *table, request.filter())) {
    maker.AddSchool(row);
  }
  ExplainValueResponse response;
  NIANBAO_ASSIGN_OR_RETURN(
      *response.mutable_value(),
      maker.Make({request.indicator(), table->data_year()}));
  NIANBAO_RETURN_IF_ERROR(PlaceFinder(intake).Fill(*response.mutable_value()));
  response.set_revision(snapshot.revision());
  response.set_catalogue_revision(catalogue.revision());
  return response;
}

}  // namespace nianbao::metrics
