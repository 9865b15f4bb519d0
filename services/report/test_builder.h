// Builds small submissions for the tests of reports.
#ifndef NIANBAO_SERVICES_REPORT_TEST_BUILDER_H_
#define NIANBAO_SERVICES_REPORT_TEST_BUILDER_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/report/compose.h"

namespace nianbao::report {

// An own fact of the school as a table prints it.
nianbao::fact::v1::Fact FactOf(const std::string& id, const std::string& code,
                               const std::string& label,
                               const std::string& value,
                               const std::string& unit,
                               const std::string& period);

// Builds documents whose texts name their facts in braces.
class MaterialBuilder {
 public:
  void AddHeading(int level, const std::string& number,
                  const std::string& words, int line);

  // Makes a fact that texts added later can name.
  nianbao::fact::v1::Fact& Define(const nianbao::fact::v1::Fact& fact);

  // A paragraph in which "{f1}" stands for the figure of fact f1; the fact
  // gets its place there.
  nianbao::document::v1::Paragraph& AddText(const std::string& text, int line);

  // A table with one header row; cells name facts as texts do.
  nianbao::document::v1::Table& AddTable(
      const std::vector<std::vector<std::string>>& rows, int line);

  // A check of facts, the judged one first.
  nianbao::validation::v1::Check& AddCheck(
      const std::string& id, const std::string& kind,
      nianbao::validation::v1::Verdict verdict,
      const std::vector<std::string>& facts);

  Material& material() { return material_; }

 private:
  nianbao::document::v1::Block& AddBlock();
  std::string Fill(const std::string& text, nianbao::document::v1::Place place,
                   nianbao::fact::v1::Origin origin);
  nianbao::fact::v1::Fact* Find(const std::string& id);

  Material material_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_TEST_BUILDER_H_
