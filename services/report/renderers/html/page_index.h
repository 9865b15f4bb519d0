// What a page's links lead to, found before it is written.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_PAGE_INDEX_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_PAGE_INDEX_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/document.h"
#include "services/core/fact_table.h"

namespace nianbao::report::html {

// A finding's box and the run that it is about.
struct FindingEntry {
  nianbao::document::v1::Notice::Kind kind;
  // Counted from one among the boxes of its kind.
  int number = 0;
  // Its title in words, without number and place.
  std::string title;
  // The run that its box leads to; null where nothing is marked.
  const nianbao::document::v1::Run* mark = nullptr;
};

// Facts, findings and blocks of a document. Holds pointers into document and
// facts, which must outlive it.
class PageIndex {
 public:
  // InvalidArgument for a document that can't be rendered: a run or point
  // whose fact is not among `facts`, a block without content, two blocks of
  // one id, a chart of no kind or with a value that is no decimal.
  static absl::StatusOr<PageIndex> Create(
      const nianbao::document::v1::Document& document,
      const core::Facts& facts);

  const nianbao::fact::v1::Fact* FindFact(const std::string& id) const;

  // Facts that the document names and those that they were computed from, in
  // the order given.
  const std::vector<const nianbao::fact::v1::Fact*>& sources() const {
    return sources_;
  }

  // The run that stands for the fact's figure: where it stood in the
  // submitted file, or else its first outside boxes; null where there is none.
  const nianbao::document::v1::Run* FigureOf(const std::string& fact) const;

  // Null where the finding has no box in the document.
  const FindingEntry* FindFinding(const std::string& id) const;

  // The block; null where there is none of that id.
  const nianbao::document::v1::Block* FindBlock(const std::string& id) const;

 private:
  PageIndex() = default;
  absl::Status AddBlocks(const nianbao::document::v1::Document& document);
  absl::Status AddRun(const nianbao::document::v1::Run& run,
                      const nianbao::document::v1::Block& block);
  absl::Status AddChart(const nianbao::document::v1::Block& block);
  absl::Status Use(const std::string& fact,
                   const nianbao::document::v1::Block& block);
  void AddNotice(const nianbao::document::v1::Block& block);
  void AddMarks();
  void CollectSources(const core::Facts& facts);

  std::map<std::string, const nianbao::fact::v1::Fact*> facts_;
  std::map<std::string, const nianbao::document::v1::Block*> blocks_;
  std::map<std::string, const nianbao::document::v1::Run*> figures_;
  // Where each finding's title leads.
  std::map<std::string, nianbao::document::v1::Place> targets_;
  std::map<std::string, FindingEntry> findings_;
  std::map<std::string, std::vector<const nianbao::document::v1::Run*>> marked_;
  std::map<int, int> numbers_;
  std::set<std::string> used_;
  std::vector<const nianbao::fact::v1::Fact*> sources_;
};

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_PAGE_INDEX_H_
