#include "services/metrics/questions/major_warnings.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/fact_table.h"
#include "services/metrics/questions/major_figures.h"
#include "services/metrics/questions/school_choice.h"
#include "services/metrics/questions/school_total.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::MajorWarning;
using nianbao::catalogue::v1::Text;
using nianbao::metrics::v1::ListMajorWarningsRequest;
using nianbao::metrics::v1::ListMajorWarningsResponse;
using nianbao::metrics::v1::MajorAlert;

// Dimensions that tables of the catalogue's vocabulary are divided by.
std::set<std::string> Divisions(const core::Catalogue& catalogue) {
  std::set<std::string> names;
  for (const auto* entry :
       catalogue.Words(nianbao::catalogue::v1::Vocabulary::KIND_DIMENSION)) {
    names.insert(entry->normal());
  }
  return names;
}

// One warning tried on the majors of one school.
class WarningTrial {
 public:
  WarningTrial(const Snapshot& snapshot, const EditionTable& table,
               const MajorWarning& warning)
      : snapshot_(snapshot),
        table_(table),
        warning_(warning),
        relation_(snapshot.catalogue().RelationOf(warning.code())) {}

  // Whether the major has the figures and enough of the base; then `warned`
  // says what came of it.
  bool Try(const MajorFigures& figures, const std::string& major,
           bool& warned) const {
    warned = false;
    for (const core::Reference& reference : relation_.references()) {
      if (!figures.Find(major, KeyOf(reference))) return false;
    }
    if (!warning_.base().empty()) {
      const auto base = core::Expression::Parse(warning_.base());
      const auto found = figures.Find(major, KeyOf(*base->AsReference()));
      const auto least = core::Decimal::Parse(warning_.least_base());
      if (!found || found->quantity.value < least->value()) return false;
    }
    const auto result = relation_.Evaluate(
        [&](const core::Reference& reference) -> std::optional<core::Quantity> {
          const auto figure = figures.Find(major, KeyOf(reference));
          if (!figure) return std::nullopt;
          return figure->quantity;
        });
    warned = result.verdict == core::Verdict::VERDICT_CONTRADICTED;
    return true;
  }

  MajorAlert AlertOf(const SchoolRow& school, const MajorFigures& figures,
                     const std::string& major) const {
    MajorAlert alert;
    alert.set_school(school.school);
    alert.set_title(school.title);
    alert.set_major(major);
    alert.set_warning(warning_.code());
    *alert.mutable_reason() = warning_.title();
    *alert.mutable_instruction() = warning_.instruction();
    alert.set_severity(warning_.severity());
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (const core::Reference& reference : relation_.references()) {
      const auto figure = figures.Find(major, KeyOf(reference));
      AddWords(reference, figure->quantity, zh, en);
      for (const std::string& fact : figure->facts) {
        const auto& known = alert.facts();
        if (std::find(known.begin(), known.end(), fact) == known.end()) {
          alert.add_facts(fact);
        }
      }
    }
    alert.mutable_figures()->set_zh(absl::StrJoin(zh, "，"));
    alert.mutable_figures()->set_en(absl::StrJoin(en, ", "));
    return alert;
  }

 private:
  FigureKey KeyOf(const core::Reference& reference) const {
    return SchoolTotal::KeyOf(reference, table_.data_year());
  }

  void AddWords(const core::Reference& reference,
                const core::Quantity& quantity, std::vector<std::string>& zh,
                std::vector<std::string>& en) const {
    const auto& indicator =
        *snapshot_.catalogue().FindIndicator(reference.code);
    const std::string value =
        core::Decimal::Round(quantity.value, quantity.decimals).ToString();
    const int year = KeyOf(reference).year;
    const bool now = reference.years_back == 0;
    zh.push_back(absl::StrCat(
        now ? "" : core::PeriodOfYear(year),
        core::Catalogue::TitleIn(indicator, table_.edition().code()), " ",
        value, " ", indicator.unit()));
    en.push_back(absl::StrCat(indicator.title().en(), " ", value,
                              indicator.unit() == "%" ? "%" : "",
                              now ? "" : absl::StrCat(" in ", year)));
  }

  const Snapshot& snapshot_;
  const EditionTable& table_;
  const MajorWarning& warning_;
  const core::Relation& relation_;
};

absl::StatusOr<std::vector<const MajorWarning*>> Asked(
    const core::Catalogue& catalogue, const ListMajorWarningsRequest& request) {
  std::set<std::string> codes(request.warnings().begin(),
                              request.warnings().end());
  std::vector<const MajorWarning*> warnings;
  std::vector<std::string> known;
  for (const auto& [code, warning] : catalogue.major_warnings()) {
    known.push_back(code);
    if (request.warnings().empty() || codes.erase(code) != 0) {
      warnings.push_back(warning);
    }
  }
  if (request.warnings().empty() || codes.empty()) return warnings;
  return BadField("warnings", absl::StrCat("\"", *codes.begin(), "\""),
                  absl::StrCat("one of: ", absl::StrJoin(known, ", ")));
}

// Tries warnings school by school and keeps a page of alerts.
class AlertPage {
 public:
  AlertPage(const Snapshot& snapshot, const EditionTable& table,
            std::vector<const MajorWarning*> warnings, std::string after,
            std::size_t size)
      : snapshot_(snapshot),
        table_(table),
        warnings_(std::move(warnings)),
        divisions_(Divisions(snapshot.catalogue())),
        after_(std::move(after)),
        size_(size) {}

  void AddSchool(std::size_t row) {
    // Warnings of one dimension look at the same figures.
    std::map<std::string, std::unique_ptr<MajorFigures>> by_dimension;
    std::set<std::string> majors;
    for (const MajorWarning* warning : warnings_) {
      auto& figures = by_dimension[warning->dimension()];
      if (figures != nullptr) continue;
      figures = std::make_unique<MajorFigures>(
          snapshot_, table_, row, warning->dimension(), divisions_);
      majors.insert(figures->majors().begin(), figures->majors().end());
    }
    for (const std::string& major : majors) {
      bool tried = false;
      for (const MajorWarning* warning : warnings_) {
        const MajorFigures& figures = *by_dimension[warning->dimension()];
        const WarningTrial trial(snapshot_, table_, *warning);
        bool warned = false;
        tried = trial.Try(figures, major, warned) || tried;
        if (warned) Add(trial.AlertOf(table_.row(row), figures, major));
      }
      if (tried) response_.set_tried(response_.tried() + 1);
    }
  }

  ListMajorWarningsResponse Take(std::string& last) {
    last = full_ ? KeyOf(response_.alerts(response_.alerts_size() - 1)) : "";
    return std::move(response_);
  }

 private:
  static std::string KeyOf(const MajorAlert& alert) {
    return absl::StrCat(alert.school(), "\n", alert.major(), "\n",
                        alert.warning());
  }

  void Add(MajorAlert alert) {
    if (full_ || KeyOf(alert) <= after_) return;
    if (static_cast<std::size_t>(response_.alerts_size()) == size_) {
      full_ = true;
      return;
    }
    *response_.add_alerts() = std::move(alert);
  }

  const Snapshot& snapshot_;
  const EditionTable& table_;
  const std::vector<const MajorWarning*> warnings_;
  const std::set<std::string> divisions_;
  const std::string after_;
  const std::size_t size_;
  bool full_ = false;
  ListMajorWarningsResponse response_;
};

}  // namespace

absl::StatusOr<ListMajorWarningsResponse> ListMajorWarnings(
    const Snapshot& snapshot, const ListMajorWarningsRequest& request,
    const std::string& after, std::string& last) {
  const core::Catalogue& catalogue = snapshot.catalogue();
  NIANBAO_ASSIGN_OR_RETURN(const EditionTable* table,
                           TableOf(snapshot, request.edition()));
  NIANBAO_RETURN_IF_ERROR(CheckFilter(catalogue, request.filter()));
  NIANBAO_ASSIGN_OR_RETURN(auto warnings, Asked(catalogue, request));
  NIANBAO_ASSIGN_OR_RETURN(const std::size_t size,
                           LargePageSize(request.page_size()));
  AlertPage page(snapshot, *table, std::move(warnings), after, size);
  for (const std::size_t row :
       ChooseCounting(snapshot, *table, request.filter())) {
    if (table->row(row).parts != nullptr) page.AddSchool(row);
  }
  ListMajorWarningsResponse response = page.Take(last);
  response.set_revision(snapshot.revision());
  response.set_catalogue_revision(catalogue.revision());
  return response;
}

}  // namespace nianbao::metrics
