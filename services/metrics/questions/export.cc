#include "services/metrics/questions/export.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/core/errors.h"
#include "services/metrics/questions/sdmx_csv.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::ExportAggregatesRequest;
using nianbao::metrics::v1::ExportAggregatesResponse;
using nianbao::metrics::v1::QueryAggregatesRequest;

constexpr std::size_t kChunkBytes = 64 * 1024;
constexpr int kPageSize = 1000;

// Lines cut into messages.
class Chunks {
 public:
  void Add(const std::string& lines) {
    if (!messages_.empty() &&
        messages_.back().data().size() + lines.size() <= kChunkBytes) {
      messages_.back().mutable_data()->append(lines);
      return;
    }
    messages_.emplace_back().set_data(lines);
  }

  std::vector<ExportAggregatesResponse> Take(std::int64_t revision) {
    messages_.back().set_revision(revision);
    return std::move(messages_);
  }

 private:
  std::vector<ExportAggregatesResponse> messages_;
};

}  // namespace

absl::StatusOr<std::vector<ExportAggregatesResponse>> ExportAggregates(
    const core::Catalogue& catalogue, const AskAggregates& ask,
    const ExportAggregatesRequest& request) {
  std::vector<std::string> editions(request.editions().begin(),
                                    request.editions().end());
  if (editions.empty()) editions.push_back(request.query().edition());
  const SdmxCsv csv(catalogue, request.english());
  Chunks chunks;
  chunks.Add(csv.Head());
  std::int64_t revision = 0;
  for (const std::string& edition : editions) {
    QueryAggregatesRequest query = request.query();
    query.set_edition(edition);
    query.set_page_size(kPageSize);
    query.clear_page_token();
    do {
      NIANBAO_ASSIGN_OR_RETURN(const auto page, ask(query));
      for (const auto& group : page.groups()) {
        chunks.Add(csv.Lines(query, group));
      }
      revision = std::max(revision, page.snapshot_revision());
      query.set_page_token(page.next_page_token());
    } while (!query.page_token().empty());
  }
  return chunks.Take(revision);
}

}  // namespace nianbao::metrics
