// Links labels to the catalogue's indicators.
#ifndef NIANBAO_SERVICES_INTAKE_READING_LINKER_H_
#define NIANBAO_SERVICES_INTAKE_READING_LINKER_H_

#include <map>
#include <string>
#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "nianbao/intake/v1/explanation.pb.h"
#include "services/core/catalogue.h"
#include "services/intake/reading/outline_homes.h"

namespace nianbao::intake {

// A figure to link, with what is known beside its label.
struct LinkFigure {
  const nianbao::fact::v1::Figure& figure;
  // Period as named; empty where it is not known yet.
  std::string period;
  // Edition's code.
  const std::string& edition;
  // Where the figure stands; null where that is not known.
  const OutlinePlace* place = nullptr;
};

// An indicator that was considered for a figure.
struct LinkCandidate {
  const nianbao::catalogue::v1::Indicator* indicator = nullptr;
  // The wording that the label met.
  const std::string* wording = nullptr;
  // Points from 0 to 100; zero where it is refused outright.
  int score = 0;
  nianbao::intake::v1::NumberReading::Refusal refusal =
      nianbao::intake::v1::NumberReading::REFUSAL_UNSPECIFIED;
};

// What linking a figure came to.
struct LinkResult {
  // The indicator; null where none is named.
  const nianbao::catalogue::v1::Indicator* indicator = nullptr;
  // All that were considered, best first.
  std::vector<LinkCandidate> candidates;

  // Points and runner-up of the indicator.
  nianbao::fact::v1::Link ToLink() const;
};

// Finds the indicator that a label names. Points are given for the words (the
// label is a title or wording, as it stands or without words of quantity), the
// unit, the section in which the indicator is at home, the kind of period and
// the edition; another unit or a period of several years is no link, and
// neither is a lead of less than kLinkLead over the next best. Immutable; safe
// from any thread.
class Linker {
 public:
  explicit Linker(const core::Catalogue& catalogue);

  // What `label` names.
  LinkResult Find(const std::string& label, const LinkFigure& figure) const;

  // The part of `whole` with that name, such as 国家级.
  LinkResult FindPart(const std::string& whole_code, const std::string& part,
                      const LinkFigure& figure) const;

  // The only indicator of that name whatever its unit; null for none or many.
  const nianbao::catalogue::v1::Indicator* FindByName(
      const std::string& label) const;

  // For explanations: indicators whose wording is like the label but is not
  // it, best first, at most `most`. Slow: goes through all wordings.
  std::vector<LinkCandidate> Alike(const std::string& label,
                                   std::size_t most) const;

 private:
  // A title or wording of an indicator.
  struct Name {
    const nianbao::catalogue::v1::Indicator* indicator;
    const std::string* wording;
  };
  using Names = std::map<std::string, std::vector<Name>>;

  void AddName(const nianbao::catalogue::v1::Indicator& indicator,
               const std::string& wording);
  void Consider(const Names& names, const std::string& key, int points,
                const LinkFigure& figure, LinkResult& result) const;

  // By the form in which wordings are compared, and by that without words of
  // quantity where that leaves enough.
  Names by_name_;
  Names by_core_;
  std::map<std::string, std::vector<const nianbao::catalogue::v1::Indicator*>>
      parts_;
};

// The lead that a link needs over the next best indicator, in points.
inline constexpr int kLinkLead = 5;

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_LINKER_H_
