#include "services/validation/outlier_checks.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "services/core/outlier.h"
#include "services/validation/rule_case.h"

namespace nianbao::validation {
namespace {

using core::Reference;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::OutlierTest;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::fact::v1::Fact;
using nianbao::validation::v1::Coverage;

constexpr int kShownDecimals = 2;

// The whole school's exact figure of a year; nothing for a blank or a vague
// one.
std::optional<core::Quantity> FigureOf(const core::Catalogue& catalogue,
                                       const core::FactTable& table,
                                       const std::string& code, int year) {
  auto quantity =
      RuleCase(catalogue, table, year).QuantityOf(Reference{code, 0, false});
  if (quantity && (quantity->vague || !quantity->rounded.lower.value ||
                   !quantity->rounded.upper.value)) {
    return std::nullopt;
  }
  return quantity;
}

std::vector<std::unique_ptr<core::FactTable>> TablesOf(
    const std::vector<OtherSubmission>& others) {
  std::vector<std::unique_ptr<core::FactTable>> tables;
  for (const OtherSubmission& other : others) {
    tables.push_back(std::make_unique<core::FactTable>(other.facts));
  }
  return tables;
}

// Runs all tests on one report.
class OutlierRun {
 public:
  OutlierRun(const core::Catalogue& catalogue, const core::FactTable& table,
             int data_year, const Surroundings& surroundings, Checks& checks)
      : catalogue_(catalogue),
        table_(table),
        data_year_(data_year),
        surroundings_(surroundings),
        earlier_(TablesOf(surroundings.earlier)),
        peers_(TablesOf(surroundings.peers)),
        checks_(checks) {}

  Coverage::Entry Run(const OutlierTest& test) {
    Coverage::Entry entry;
    entry.set_code(test.code());
    // A loaded catalogue's limits are numbers.
    const auto limits = core::OutlierLimits::Of(test);
    if (!limits.ok()) return entry;
    for (const std::string& code : test.indicators()) {
      const Fact* fact = table_.Principal(code, data_year_);
      const auto figure = FigureOf(catalogue_, table_, code, data_year_);
      if (fact == nullptr || !figure) continue;
      const auto others = OthersOf(test, code);
      const auto usual = limits->Usual(others);
      if (!usual) continue;
      entry.set_ran(entry.ran() + 1);
      checks_.push_back(CheckOf(test, code, *fact, *figure, *usual,
                                static_cast<int>(others.size())));
    }
    if (entry.ran() == 0) {
      *entry.mutable_skipped() =
          Say(MessageId::kOutlierFew,
              {{"least", std::to_string(test.least_values())}});
    }
    return entry;
  }

 private:
  std::vector<core::Rational> OthersOf(const OutlierTest& test,
                                       const std::string& code) const {
    return test.against() == OutlierTest::AGAINST_HISTORY ? HistoryOf(code)
                                                          : PeersOf(code);
  }

  // One figure a year: as the report of that year has it, or else as the next
  // one restates it.
  std::vector<core::Rational> HistoryOf(const std::string& code) const {
    std::map<int, core::Rational> by_year;
    const auto note = [&](const core::FactTable& table, int year, bool own) {
      if (year >= data_year_ || (!own && by_year.count(year) > 0)) return;
      const auto figure = FigureOf(catalogue_, table, code, year);
      if (figure) by_year[year] = figure->value;
    };
    note(table_, data_year_ - 1, false);
    for (std::size_t i = 0; i < earlier_.size(); ++i) {
      const int year = surroundings_.earlier[i].data_year;
      note(*earlier_[i], year, true);
      note(*earlier_[i], year - 1, false);
    }
    std::vector<core::Rational> values;
    for (const auto& [year, value] : by_year) values.push_back(value);
    return values;
  }

  std::vector<core::Rational> PeersOf(const std::string& code) const {
    std::vector<core::Rational> values;
    for (const auto& peer : peers_) {
      const auto figure = FigureOf(catalogue_, *peer, code, data_year_);
      if (figure) values.push_back(figure->value);
    }
    return values;
  }

  Check CheckOf(const OutlierTest& test, const std::string& code,
                const Fact& fact, const core::Quantity& figure,
                const core::UsualRange& usual, int count) const {
    const bool unusual = !core::Meets(figure.rounded, usual.range);
    const Indicator& indicator = *catalogue_.FindIndicator(code);
    const std::string median =
        core::ToRoundedText(usual.median, kShownDecimals);
    const std::string range = core::ToText(usual.range, kShownDecimals);
    CheckMaker maker("outlier");
    maker.Severity(unusual ? test.severity() : SEVERITY_UNSPECIFIED)
        .Reported(Printed(fact), figure.rounded)
        .Computed(range, usual.range)
        .Message(MessageOf(test, unusual),
                 {{"label", fact.label().empty() ? indicator.title().zh()
                                                 : fact.label()},
                  {"label_en", indicator.title().en()},
                  {"year", std::to_string(data_year_)},
                  {"reported", Printed(fact)},
                  {"count", std::to_string(count)},
                  {"median", median},
                  {"range", range}});
    Check check = maker.Done();
    check.set_rule(test.code());
    if (unusual) *check.mutable_instruction() = test.instruction();
    AddOperand(fact, "measure", check);
    AddLines(check);
    return check;
  }

  static MessageId MessageOf(const OutlierTest& test, bool unusual) {
    if (test.against() == OutlierTest::AGAINST_HISTORY) {
      return unusual ? MessageId::kHistoryUnusual : MessageId::kHistoryUsual;
    }
    return unusual ? MessageId::kPeersUnusual : MessageId::kPeersUsual;
  }

  const core::Catalogue& catalogue_;
  const core::FactTable& table_;
  const int data_year_;
  const Surroundings& surroundings_;
  const std::vector<std::unique_ptr<core::FactTable>> earlier_;
  const std::vector<std::unique_ptr<core::FactTable>> peers_;
  Checks& checks_;
};

}  // namespace

void CheckOutliers(const core::Catalogue& catalogue,
                   const core::FactTable& table, int data_year,
                   const Surroundings& surroundings, Checks& checks,
                   Ledger& ledger) {
  OutlierRun run(catalogue, table, data_year, surroundings, checks);
  for (const auto& [code, test] : catalogue.outlier_tests()) {
    ledger.push_back(run.Run(*test));
  }
}

}  // namespace nianbao::validation
