#include "services/validation/check_document.h"

#include <algorithm>
#include <climits>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/core/validity.h"
#include "services/validation/areas.h"
#include "services/validation/award_tables.h"
#include "services/validation/balances.h"
#include "services/validation/changes.h"
#include "services/validation/code_checks.h"
#include "services/validation/cohort_figures.h"
#include "services/validation/count_domains.h"
#include "services/validation/counted_lists.h"
#include "services/validation/coverage.h"
#include "services/validation/earlier_rates.h"
#include "services/validation/extremes.h"
#include "services/validation/findings.h"
#include "services/validation/flows.h"
#include "services/validation/gaps.h"
#include "services/validation/grouped_totals.h"
#include "services/validation/lists.h"
#include "services/validation/named_rows.h"
#include "services/validation/named_shares.h"
#include "services/validation/network_speeds.h"
#include "services/validation/orders.h"
#include "services/validation/other_rates.h"
#include "services/validation/outlier_checks.h"
#include "services/validation/outline_checks.h"
#include "services/validation/per_head.h"
#include "services/validation/per_person.h"
#include "services/validation/percent_domain.h"
#include "services/validation/products.h"
#include "services/validation/quotients.h"
#include "services/validation/rate_ranges.h"
#include "services/validation/report_view.h"
#include "services/validation/restatement.h"
#include "services/validation/row_people.h"
#include "services/validation/rule_checks.h"
#include "services/validation/same_concept.h"
#include "services/validation/share_groups.h"
#include "services/validation/shares.h"
#include "services/validation/stage_orders.h"
#include "services/validation/standard_checks.h"
#include "services/validation/table_changes.h"
#include "services/validation/table_completeness.h"
#include "services/validation/table_heads.h"
#include "services/validation/table_leads.h"
#include "services/validation/table_levels.h"
#include "services/validation/table_means.h"
#include "services/validation/table_rates.h"
#include "services/validation/table_splits.h"
#include "services/validation/table_totals.h"
#include "services/validation/told_cells.h"
#include "services/validation/unit_slips.h"
#include "services/validation/year_spans.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::document::v1::Document;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr std::string_view kAttainability = "attainability";

absl::Status UnknownEdition(const std::string& edition) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      "edition \"" + edition +
          "\" is not in the catalogue; list the editions and name one of them",
      {.reason = "UNKNOWN_EDITION", .metadata = {{"edition", edition}}});
}

absl::Status NoFacts(const std::string& edition) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      "there are no facts to check for edition \"" + edition +
          "\"; read the report first and send what was read",
      {.reason = "NO_FACTS", .metadata = {{"edition", edition}}});
}

// Document order: by the place of the first operand; checks without a place
// come last, in the order in which they were made.
void PutInOrder(const Document& document, Checks& checks) {
  const core::BlockIndex blocks(document);
  const auto place_of = [&](const Check& check) {
    if (check.operands().empty() || check.operands(0).place().block().empty()) {
      return std::make_tuple(INT_MAX, 0, 0, 0);
    }
    const auto& place = check.operands(0).place();
    const int block = blocks.PositionOf(place.block());
    return std::make_tuple(block < 0 ? INT_MAX : block, place.row(),
                           place.column(), place.begin());
  };
  std::vector<std::pair<std::tuple<int, int, int, int>, Check>> keyed;
  keyed.reserve(checks.size());
  for (Check& check : checks) {
    auto place = place_of(check);
    keyed.emplace_back(place, std::move(check));
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](auto& a, auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    checks[i] = std::move(keyed[i].second);
    checks[i].set_id("c" + std::to_string(i + 1));
  }
}

// The figure that a check judges; empty for none.
std::string JudgedBy(const Check& check) {
  return check.operands().empty() ? "" : check.operands(0).fact();
}

// A rule asks whether any group of at most so many people gives a rate. Where
// the rate's own column of people has judged it, that guess says nothing more.
void DropGuessedBases(Checks& checks) {
  std::set<std::string> judged;
  for (const Check& check : checks) {
    const bool own = check.kind() == kAttainability || check.kind() == "share";
    if (own && check.rule().empty()) judged.insert(JudgedBy(check));
  }
  const auto guessed = [&](const Check& check) {
    return check.kind() == kAttainability && !check.rule().empty() &&
           check.verdict() != VERDICT_CONSISTENT &&
           judged.count(JudgedBy(check)) > 0;
  };
  checks.erase(std::remove_if(checks.begin(), checks.end(), guessed),
               checks.end());
}

// A rule that a paragraph's own figure breaks says nothing where that figure
// may be of something else than the concept's other places.
void DropOtherThings(Checks& checks) {
  std::set<std::string> open;
  for (const Check& check : checks) {
    if (check.kind() == "same_concept" &&
        check.verdict() == VERDICT_UNDECIDED) {
      open.insert(JudgedBy(check));
    }
  }
  const auto broken_by_other = [&](const Check& check) {
    return check.kind() == "order" && !check.rule().empty() &&
           check.verdict() == VERDICT_CONTRADICTED &&
           std::any_of(check.operands().begin(), check.operands().end(),
                       [&](const auto& operand) {
                         return open.count(operand.fact()) > 0;
                       });
  };
  checks.erase(std::remove_if(checks.begin(), checks.end(), broken_by_other),
               checks.end());
}

void FindStatedRelations(const ReportView& view, Checks& checks) {
  FindShares(view, checks);
  FindLists(view, checks);
  FindCountedLists(view, checks);
  FindOrdinalLists(view, checks);
  FindTableNumbers(view, checks);
  FindGroupedTotals(view, checks);
  FindOrders(view, checks);
  FindExtremes(view, checks);
  FindKinds(view, checks);
  FindStageOrders(view, checks);
  FindGaps(view, checks);
  FindRateRanges(view, checks);
  FindNetworkSpeeds(view, checks);
  FindChanges(view, checks);
  FindFlows(view, checks);
  FindBalances(view, checks);
  FindQuotients(view, checks);
  FindPerHeads(view, checks);
  FindPerPersons(view, checks);
  FindProducts(view, checks);
  FindTableTotals(view, checks);
  FindTableSplits(view, checks);
  FindTableHeads(view, checks);
  FindRowSums(view, checks);
  FindTableChanges(view, checks);
  FindTableRates(view, checks);
  FindTableMeans(view, checks);
  FindTableLevels(view, checks);
  FindAwardTables(view, checks);
  FindRowPeople(view, checks);
  FindNamedRows(view, checks);
  FindAreas(view, checks);
  FindLedTotals(view, checks);
  FindNamedShares(view, checks);
  FindPercentDomains(view, checks);
  FindBrokenCounts(view, checks);
  FindOtherRates(view, checks);
  FindShareGroups(view, checks);
  FindEarlierRates(view, checks);
  FindYearSpans(view, checks);
  FindSameConcepts(view, checks);
  FindToldCells(view, checks);
  FindUnitSlips(view, checks);
}

}  // namespace

DocumentChecker::DocumentChecker(const core::Catalogue& catalogue)
    : catalogue_(catalogue), terms_(TermsOf(catalogue)) {}

absl::StatusOr<core::CheckResult> DocumentChecker::Check(
    const std::string& edition, const Document& document,
    const core::Facts& facts, const Surroundings& surroundings) const {
  const Edition* scheme = catalogue_.FindEdition(edition);
  if (scheme == nullptr) return UnknownEdition(edition);
  if (facts.empty()) return NoFacts(edition);
  const ReportView view(document, facts, terms_, scheme->data_year());
  core::CheckResult result;
  Ledger ledger;
  CheckRules(
      catalogue_,
      {.edition = edition, .school_class = surroundings.school.school_class},
      view.data().table(), result.checks, ledger);
  FindStatedRelations(view, result.checks);
  FindCohortFigures(view, catalogue_, result.checks);
  DropGuessedBases(result.checks);
  DropOtherThings(result.checks);
  const core::FactTable& table = view.data().table();
  const int year = scheme->data_year();
  CheckStandards(catalogue_, table, year, surroundings.school, result.checks);
  Ledger not_looked_for;
  CheckRestatement(catalogue_, *scheme, table, surroundings, result.checks,
                   not_looked_for);
  CheckOutliers(catalogue_, table, year, surroundings, result.checks, ledger);
  CheckCodes(catalogue_, document, facts, core::StatisticDay(year),
             result.checks);
  CheckOutline(*scheme, document, result.checks);
  CheckTables(catalogue_, *scheme, document, table, result.checks);
  PutInOrder(document, result.checks);
  result.coverage = CoverageOf(result.checks, ledger, not_looked_for, facts);
  result.findings = GroupFindings(view, catalogue_, result.checks);
  result.outcome = OutcomeOf(result.checks);
  return result;
}

absl::StatusOr<core::CheckResult> CheckDocument(
    const core::Catalogue& catalogue, const std::string& edition,
    const Document& document, const core::Facts& facts,
    const Surroundings& surroundings) {
  return DocumentChecker(catalogue).Check(edition, document, facts,
                                          surroundings);
}

}  // namespace nianbao::validation
