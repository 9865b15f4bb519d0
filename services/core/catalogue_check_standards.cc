// Checks for whom standards are.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"
#include "services/core/standards.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::CodeTable;
using nianbao::catalogue::v1::Standard;

// A day before all that are written down.
constexpr char kEarliest[] = "0001-01-01";

std::string NameOf(const Standard& standard) {
  return absl::StrCat("standard \"", standard.code(), "\"");
}

void CheckClasses(const Catalogue& catalogue, const Standard& standard,
                  CatalogueErrors& errors) {
  const CodeTable* table = catalogue.FindCodeTable(kSchoolClasses);
  for (int i = 0; i < standard.school_classes_size(); ++i) {
    const std::string& code = standard.school_classes(i);
    const bool known =
        table != nullptr &&
        std::any_of(table->entries().begin(), table->entries().end(),
                    [&](const auto& entry) { return entry.code() == code; });
    if (known) continue;
    errors.Add(standard, absl::StrCat("school_classes[", i, "]"),
               absl::StrCat(NameOf(standard), ": unknown school class \"", code,
                            "\"; correct it or add it to the code table \"",
                            kSchoolClasses, "\""));
  }
}

// What standards of one requirement tell apart.
struct Distinctions {
  std::set<std::string> days = {kEarliest};
  std::set<std::string> regions = {""};
  std::set<std::string> classes = {""};

  void Add(const Standard& standard) {
    days.insert(standard.valid_from().empty() ? kEarliest
                                              : standard.valid_from());
    if (IsDay(standard.valid_to())) {
      days.insert(standard.valid_to());
      days.insert(NextDay(standard.valid_to()));
    }
    regions.insert(standard.region());
    classes.insert(standard.school_classes().begin(),
                   standard.school_classes().end());
  }
};

// Tells of two standards of one requirement that apply to the same school.
class AmbiguityCheck {
 public:
  AmbiguityCheck(const Catalogue& catalogue, CatalogueErrors& errors)
      : catalogue_(catalogue), errors_(errors) {}

  void Run(const std::string& requirement, const Distinctions& distinctions) {
    for (const std::string& day : distinctions.days) {
      for (const std::string& region : distinctions.regions) {
        for (const std::string& school_class : distinctions.classes) {
          Try(requirement, {day, region, school_class});
        }
      }
    }
  }

 private:
  void Try(const std::string& requirement, const StandardScope& scope) {
    const auto nearest = MostSpecificStandards(catalogue_, scope);
    const auto found = nearest.find(requirement);
    if (found == nearest.end() || found->second.size() < 2) return;
    const Standard& first = *found->second[0];
    const Standard& second = *found->second[1];
    if (!told_.insert({&first, &second}).second) return;
    errors_.Add(
        second, "code",
        absl::StrCat(
            NameOf(second), ": applies on ", scope.day,
            scope.region.empty() ? "" : absl::StrCat(" in ", scope.region),
            scope.school_class.empty()
                ? ""
                : absl::StrCat(" to class ", scope.school_class),
            " together with ", NameOf(first), " (", errors_.PlaceOf(first),
            "); set their days apart, or a nearer region or class for one"));
  }

  const Catalogue& catalogue_;
  CatalogueErrors& errors_;
  std::set<std::pair<const Standard*, const Standard*>> told_;
};

}  // namespace

void CheckStandardScopes(const Catalogue& catalogue, CatalogueErrors& errors) {
  std::map<std::string, Distinctions> by_requirement;
  std::map<std::string, int> counts;
  for (const auto& [code, standard] : catalogue.standards()) {
    const std::string name = NameOf(*standard);
    if (!standard->requirement().empty()) {
      CheckCode(*standard, name, standard->requirement(), errors);
    }
    CheckValidity(*standard, name, errors);
    CheckClasses(catalogue, *standard, errors);
    if (!standard->region().empty() &&
        catalogue.FindRegion(standard->region()) == nullptr) {
      errors.Add(*standard, "region",
                 absl::StrCat(name, ": unknown region \"", standard->region(),
                              "\"; correct it or define it"));
    }
    by_requirement[RequirementOf(*standard)].Add(*standard);
    ++counts[RequirementOf(*standard)];
  }
  AmbiguityCheck check(catalogue, errors);
  for (const auto& [requirement, distinctions] : by_requirement) {
    if (counts[requirement] > 1) check.Run(requirement, distinctions);
  }
}

}  // namespace nianbao::core
