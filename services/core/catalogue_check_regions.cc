// Checks of regions.
#include <set>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Region;

constexpr std::size_t kDigits = 6;

void CheckCodeOf(const Region& region, const std::string& name,
                 CatalogueErrors& errors) {
  if (region.code().size() == kDigits &&
      region.code().find_first_not_of("0123456789") == std::string::npos) {
    return;
  }
  errors.Add(region, "code",
             absl::StrCat(name,
                          ": the code has not six digits; write it like "
                          "\"330800\""));
}

void CheckParents(const Catalogue& catalogue, const Region& region,
                  const std::string& name, CatalogueErrors& errors) {
  std::set<std::string> above = {region.code()};
  const Region* child = &region;
  while (!child->parent().empty()) {
    const Region* parent = catalogue.FindRegion(child->parent());
    if (parent == nullptr) {
      if (child != &region) return;  // told at the region that names it
      errors.Add(region, "parent",
                 absl::StrCat(name, ": unknown parent \"", region.parent(),
                              "\"; correct it or define it"));
      return;
    }
    if (!above.insert(parent->code()).second) {
      errors.Add(region, "parent",
                 absl::StrCat(name, ": lies in itself; correct parent"));
      return;
    }
    child = parent;
  }
}

void CheckSuccessors(const Catalogue& catalogue, const Region& region,
                     const std::string& name, CatalogueErrors& errors) {
  for (int i = 0; i < region.successors_size(); ++i) {
    const std::string& code = region.successors(i);
    if (catalogue.FindRegion(code) != nullptr) continue;
    errors.Add(region, absl::StrCat("successors[", i, "]"),
               absl::StrCat(name, ": unknown successor \"", code,
                            "\"; correct it or define it"));
  }
  if (region.successors().empty() || !region.valid_to().empty()) return;
  errors.Add(
      region, "successors",
      absl::StrCat(name, ": has successors but no last day; set valid_to"));
}

// Where days are given, so are their source and how sure it is.
void CheckSource(const Region& region, const std::string& name,
                 CatalogueErrors& errors) {
  if (region.valid_from().empty() && region.valid_to().empty()) return;
  CheckSet(!region.reference().empty(), region, "reference", name, errors);
  CheckSet(region.certainty() != 0, region, "certainty", name, errors);
}

void CheckOverlap(const Catalogue& catalogue, const Region& region,
                  const std::string& name, CatalogueErrors& errors) {
  for (const Region* other : catalogue.regions().find(region.code())->second) {
    if (other == &region) return;  // later ones tell of it
    if (!ValidityOf(*other).Meets(ValidityOf(region))) continue;
    errors.Add(region, "code",
               absl::StrCat(name, " holds on the same days already (",
                            errors.PlaceOf(*other),
                            "); set valid_from and valid_to apart"));
    return;
  }
}

}  // namespace

void CheckRegions(const Catalogue& catalogue,
                  const nianbao::catalogue::v1::Catalogue& file,
                  CatalogueErrors& errors) {
  for (const Region& region : file.regions()) {
    const std::string name = absl::StrCat("region \"", region.code(), "\"");
    CheckCodeOf(region, name, errors);
    CheckSet(!region.name().empty(), region, "name", name, errors);
    CheckParents(catalogue, region, name, errors);
    CheckSuccessors(catalogue, region, name, errors);
    CheckValidity(region, name, errors);
    CheckSource(region, name, errors);
    CheckOverlap(catalogue, region, name, errors);
  }
}

}  // namespace nianbao::core
