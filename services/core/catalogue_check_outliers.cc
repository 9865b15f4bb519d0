// Checks of outlier tests; runs their examples.
#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"
#include "services/core/decimal.h"
#include "services/core/outlier.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::OutlierTest;

constexpr int kFewestValues = 3;

std::string OutcomeOf(const OutlierLimits& limits, const Rational& value,
                      const std::vector<Rational>& others) {
  const auto usual = limits.Usual(others);
  if (!usual) return "inapplicable";
  return usual->range.Contains(value) ? "usual" : "unusual";
}

// The examples of one test.
class SituationRun {
 public:
  SituationRun(const OutlierTest& test, std::string name,
               CatalogueErrors& errors)
      : test_(test), name_(std::move(name)), errors_(errors) {}

  void Run(const OutlierLimits& limits) {
    for (const auto& example : test_.examples()) RunOne(limits, example);
    for (const std::string outcome : {"usual", "unusual"}) {
      const bool has = std::any_of(
          test_.examples().begin(), test_.examples().end(),
          [&](const auto& example) { return example.outcome() == outcome; });
      if (has) continue;
      errors_.Add(test_, "",
                  absl::StrCat(name_, ": has no example that is ", outcome,
                               "; add one"));
    }
  }

 private:
  void RunOne(const OutlierLimits& limits,
              const OutlierTest::Situation& example) {
    const std::string name =
        absl::StrCat(name_, ", example \"", example.name(), "\"");
    CheckSet(!example.name().empty(), example, "name", name_, errors_);
    std::vector<Rational> numbers;
    const auto read = [&](const std::string& field, const std::string& text) {
      const auto decimal = Decimal::Parse(text);
      if (decimal.ok()) return numbers.push_back(decimal->value());
      errors_.Add(example, field,
                  absl::StrCat(name, ": ", decimal.status().message()));
    };
    read("value", example.value());
    for (int i = 0; i < example.others_size(); ++i) {
      read(absl::StrCat("others[", i, "]"), example.others(i));
    }
    if (static_cast<int>(numbers.size()) != example.others_size() + 1) return;
    const Rational value = numbers.front();
    numbers.erase(numbers.begin());
    const std::string got = OutcomeOf(limits, value, numbers);
    if (got == example.outcome()) return;
    errors_.Add(
        example, "outcome",
        absl::StrCat(name, ": expected \"", example.outcome(), "\", got \"",
                     got, "\"; correct the example or the limits"));
  }

  const OutlierTest& test_;
  const std::string name_;
  CatalogueErrors& errors_;
};

void CheckFields(const Catalogue& catalogue, const OutlierTest& test,
                 const std::string& name, CatalogueErrors& errors) {
  CheckCode(test, name, test.code(), errors);
  CheckText(test, "title", name, test.title(), errors);
  CheckText(test, "instruction", name, test.instruction(), errors);
  CheckSet(test.against() != 0, test, "against", name, errors);
  CheckSet(test.severity() != 0, test, "severity", name, errors);
  CheckSet(!test.reference().empty(), test, "reference", name, errors);
  CheckSet(test.certainty() != 0, test, "certainty", name, errors);
  CheckSet(!test.indicators().empty(), test, "indicators", name, errors);
  if (test.severity() == nianbao::catalogue::v1::SEVERITY_ERROR) {
    errors.Add(test, "severity",
               absl::StrCat(name,
                            ": an unusual figure may be right; make it a "
                            "query or a note"));
  }
  if (test.least_values() < kFewestValues) {
    errors.Add(test, "least_values",
               absl::StrCat(name, ": fewer than ", kFewestValues,
                            " figures show nothing; ask for more"));
  }
  for (int i = 0; i < test.indicators_size(); ++i) {
    if (catalogue.FindIndicator(test.indicators(i)) != nullptr) continue;
    errors.Add(test, absl::StrCat("indicators[", i, "]"),
               absl::StrCat(name, ": unknown indicator \"", test.indicators(i),
                            "\"; correct the code or define it"));
  }
}

}  // namespace

void CheckOutlierTests(const Catalogue& catalogue,
                       const nianbao::catalogue::v1::Catalogue& file,
                       CatalogueErrors& errors) {
  for (const OutlierTest& test : file.outlier_tests()) {
    const std::string name = absl::StrCat("outlier test \"", test.code(), "\"");
    CheckFields(catalogue, test, name, errors);
    const auto limits = OutlierLimits::Of(test);
    if (limits.ok()) {
      SituationRun(test, name, errors).Run(*limits);
    } else {
      errors.Add(test, "deviations",
                 absl::StrCat(name, ": ", limits.status().message()));
    }
  }
}

}  // namespace nianbao::core
