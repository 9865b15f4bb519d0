// Aggregates as SDMX-CSV 2.0.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_SDMX_CSV_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_SDMX_CSV_H_

#include <string>
#include <vector>

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"

namespace nianbao::metrics {

// Writes rows as RFC 4180 has them: separated by commas, fields with quotes,
// commas or line ends in quotes, lines ended by CR LF, UTF-8 without a mark of
// order. Beside each coded column stands one with the names. A name that begins
// like a formula gets an apostrophe, so that no spreadsheet runs it.
class SdmxCsv {
 public:
  // The catalogue outlives it.
  SdmxCsv(const core::Catalogue& catalogue, bool english)
      : catalogue_(catalogue), english_(english) {}

  // The line of columns.
  std::string Head() const;

  // The lines of one group: for each aggregate its total, then its statistics
  // and bins, in the order that `query` asks for them.
  std::string Lines(
      const nianbao::metrics::v1::QueryAggregatesRequest& query,
      const nianbao::metrics::v1::QueryAggregatesResponse::Group& group) const;

 private:
  struct Observation;

  std::string Line(const Observation& observation) const;
  std::string In(const char* zh, const char* en) const {
    return english_ ? en : zh;
  }

  const core::Catalogue& catalogue_;
  const bool english_;
};

// A field of a line; quoted where it needs it.
std::string CsvField(const std::string& text);

// A text that no spreadsheet takes for a formula.
std::string HarmlessText(const std::string& text);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_SDMX_CSV_H_
