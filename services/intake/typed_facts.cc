#include "services/intake/typed_facts.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/core/quantity.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Dimension;
using nianbao::fact::v1::Fact;

// Whether the text is a number without sign or unit, as nearly all are; others
// are asked of core::QuantityOf, which costs far more.
bool IsPlainNumber(const std::string& text) {
  const std::size_t point = text.find('.');
  const auto are_digits = [](std::string_view part) {
    return !part.empty() &&
           std::all_of(part.begin(), part.end(), absl::ascii_isdigit);
  };
  const std::string_view all = text;
  if (point == std::string::npos) return are_digits(all);
  return are_digits(all.substr(0, point)) && are_digits(all.substr(point + 1));
}

// Problems of one fact.
class FactChecker {
 public:
  FactChecker(const core::Catalogue& catalogue, const std::string& list,
              FieldProblems& problems)
      : catalogue_(catalogue), list_(list), problems_(problems) {}

  void Check(int index, const Fact& fact) {
    index_ = index;
    CheckId(fact.id());
    CheckConcept(fact);
    CheckFigure(fact.figure());
    if (fact.period().empty()) {
      Add("period", "missing; give a period such as \"2021年\"");
    }
    CheckDimensions(fact);
  }

 private:
  void Add(const std::string& field, const std::string& what) {
    problems_.AddOf(list_, index_, field, what);
  }

  void CheckId(const std::string& id) {
    if (id.empty() || ids_.insert(id).second) return;
    Add("id", absl::StrCat("\"", id, "\" is another fact's too"));
  }

  void CheckConcept(const Fact& fact) {
    const std::string& code = fact.concept_code();
    if (code.empty() && fact.label().empty()) {
      return Add("", "neither concept_code nor label");
    }
    if (code.empty() || catalogue_.FindIndicator(code) != nullptr) return;
    Add("concept_code", absl::StrCat("\"", code, "\" is no indicator"));
  }

  void CheckFigure(const nianbao::fact::v1::Figure& figure) {
    if (figure.value().empty()) {
      return Add("figure.value", "missing; give a number such as \"28928\"");
    }
    if (IsPlainNumber(figure.value()) || core::QuantityOf(figure).ok()) return;
    Add("figure.value", absl::StrCat("\"", figure.value(), "\" is no number"));
  }

  void CheckDimensions(const Fact& fact) {
    std::set<std::string_view> names;
    for (const Dimension& dimension : fact.dimensions()) {
      if (dimension.name().empty()) {
        Add("dimensions", "one has no name");
      } else if (!names.insert(dimension.name()).second) {
        Add("dimensions",
            absl::StrCat("\"", dimension.name(), "\" is there twice"));
      }
    }
  }

  const core::Catalogue& catalogue_;
  const std::string& list_;
  FieldProblems& problems_;
  int index_ = 0;
  std::set<std::string> ids_;
};

void Complete(const core::Catalogue& catalogue, const std::string& edition,
              Fact& fact) {
  if (fact.label().empty()) {
    const auto* indicator = catalogue.FindIndicator(fact.concept_code());
    fact.set_label(core::Catalogue::TitleIn(*indicator, edition));
  }
  auto& figure = *fact.mutable_figure();
  if (figure.text().empty()) {
    figure.set_text(absl::StrCat(figure.value(), figure.unit()));
  }
  auto& dimensions = *fact.mutable_dimensions();
  std::stable_sort(dimensions.begin(), dimensions.end(),
                   [](const Dimension& a, const Dimension& b) {
                     return a.name() < b.name();
                   });
  fact.set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  fact.set_origin(nianbao::fact::v1::ORIGIN_TYPED);
  fact.clear_place();
  fact.clear_derivation();
  fact.clear_link();
}

}  // namespace

void CheckTypedFacts(const core::Catalogue& catalogue, const std::string& list,
                     const core::Facts& facts, FieldProblems& problems) {
  FactChecker checker(catalogue, list, problems);
  for (int i = 0; i < facts.size(); ++i) checker.Check(i, facts.Get(i));
}

core::Facts CompleteTypedFacts(const core::Catalogue& catalogue,
                               const std::string& edition, core::Facts facts) {
  std::set<std::string> taken;
  for (const Fact& fact : facts) {
    if (!fact.id().empty()) taken.insert(fact.id());
  }
  int number = 0;
  for (Fact& fact : facts) {
    Complete(catalogue, edition, fact);
    while (fact.id().empty()) {
      const std::string id = absl::StrCat("f", ++number);
      if (taken.empty() || taken.count(id) == 0) fact.set_id(id);
    }
  }
  return facts;
}

}  // namespace nianbao::intake
