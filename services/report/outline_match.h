// Which blocks of a submitted document belong to which section of an outline.
#ifndef NIANBAO_SERVICES_REPORT_OUTLINE_MATCH_H_
#define NIANBAO_SERVICES_REPORT_OUTLINE_MATCH_H_

#include <map>
#include <string>
#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"

namespace nianbao::report {

// A document's chapters sorted into an edition's sections. Holds pointers into
// both, which must outlive it.
class OutlineMatch {
 public:
  OutlineMatch(const nianbao::catalogue::v1::Edition& edition,
               const nianbao::document::v1::Document& document);

  // The blocks below the headings that mean the section, in document order,
  // without those headings and without what belongs to another section.
  const std::vector<const nianbao::document::v1::Block*>& BlocksOf(
      const std::string& section) const;

  // First-level headings of the document that mean no section and have text
  // or tables below them.
  const std::vector<std::string>& unmatched() const { return unmatched_; }

 private:
  using Section = nianbao::catalogue::v1::Section;
  struct Wording {
    std::string words;
    const Section* section;
  };
  struct OpenHeading {
    int level;
    const Section* section;  // null where it means none
    std::string words;
  };

  void AddWordings(const Section& section, const Section* parent);
  const Section* Find(const std::string& heading, const Section* within) const;
  const Section* Enter(const nianbao::document::v1::Block& block);
  bool IsWithin(const Section* section, const Section* parent) const;
  const Section* Current() const;
  void NoteUnmatched(const nianbao::document::v1::Block& block);

  std::vector<Wording> wordings_;
  std::map<const Section*, const Section*> parents_;
  std::vector<OpenHeading> open_;
  std::map<std::string, std::vector<const nianbao::document::v1::Block*>>
      blocks_;
  std::vector<std::string> unmatched_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_OUTLINE_MATCH_H_
