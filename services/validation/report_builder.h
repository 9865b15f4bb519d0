// Makes small reports for tests.
#ifndef NIANBAO_SERVICES_VALIDATION_REPORT_BUILDER_H_
#define NIANBAO_SERVICES_VALIDATION_REPORT_BUILDER_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Builds a document with its facts from marked-up text. A figure is written
//
//   [268人|专任教师总数|teachers|2021年|人|方向=增加;专业=护理]
//
// as printed, label, indicator, period, unit, dimensions; fields may be left
// out from the right and empty in the middle. The period is 2021年, the unit
// what stands behind the digits, unless given. 近 约 超过 不足 in front and 余
// 多 以上 behind the digits are hedges. Every call stands on a line of its own.
class ReportBuilder {
 public:
  ReportBuilder& Heading(const std::string& number, const std::string& words);
  ReportBuilder& Text(const std::string& marked);
  // Rows of cells; the first `header_rows` are heads.
  ReportBuilder& Table(int header_rows,
                       const std::vector<std::vector<std::string>>& rows);

  const document::v1::Document& document() const { return document_; }
  const core::Facts& facts() const { return facts_; }

 private:
  std::string Read(const std::string& marked, const document::v1::Place& place,
                   fact::v1::Origin origin);
  void AddFact(const std::string& markup, const document::v1::Place& place,
               fact::v1::Origin origin);
  document::v1::Block& NewBlock();

  document::v1::Document document_;
  core::Facts facts_;
  int line_ = 0;
};

// Names and total words as a catalogue would give them.
Terms TestTerms();

// The checks that `find` makes of the report, each as
// "kind verdict reported | computed".
std::vector<std::string> Found(
    const ReportBuilder& report,
    const std::function<void(const ReportView&, Checks&)>& find);

// The checks themselves.
Checks ChecksOf(const ReportBuilder& report,
                const std::function<void(const ReportView&, Checks&)>& find);

// "kind verdict reported | computed".
std::string Shown(const Check& check);

// A catalogue of one edition "2021" with students, teachers, graduates and a
// few rules, standards and sections; ends the test program where it is wrong.
const core::Catalogue& SmallCatalogue();

// That catalogue with `more`, a Catalogue in text format.
std::unique_ptr<const core::Catalogue> SmallCatalogueWith(
    const std::string& more);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_REPORT_BUILDER_H_
