// Where in an edition's outline indicators are at home.
#ifndef NIANBAO_SERVICES_INTAKE_READING_OUTLINE_HOMES_H_
#define NIANBAO_SERVICES_INTAKE_READING_OUTLINE_HOMES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// The sections of one edition by their headings, and the indicators that they
// speak of: those in a section's sentences and charts. Immutable; safe from
// any thread.
class OutlineHomes {
 public:
  explicit OutlineHomes(const nianbao::catalogue::v1::Edition& edition);

  // The codes of the sections with that heading; usually one, none where the
  // outline does not have it.
  const std::set<std::string>& SectionsOf(const std::string& heading) const;

  // Whether a section of that code, or one within it, speaks of the indicator.
  bool IsHome(const std::string& section, const std::string& indicator) const;

 private:
  void Add(const nianbao::catalogue::v1::Section& section,
           std::vector<std::string>& path);

  // Section codes by heading, in the form in which wordings are compared.
  std::map<std::string, std::set<std::string>> by_heading_;
  // Indicator codes by section code.
  std::map<std::string, std::set<std::string>> indicators_;
};

// The sections in which the reading stands, going from heading to heading.
// For one thread.
class OutlinePlace {
 public:
  // The homes outlive the place.
  explicit OutlinePlace(const OutlineHomes& homes) : homes_(&homes) {}

  void Enter(const nianbao::document::v1::Heading& heading);

  // Whether one of the headings above names a section that speaks of the
  // indicator.
  bool IsHome(const std::string& indicator) const;

 private:
  struct Level {
    int level;
    const std::set<std::string>* sections;
  };

  const OutlineHomes* homes_;
  std::vector<Level> above_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_OUTLINE_HOMES_H_
