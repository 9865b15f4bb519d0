#include "services/intake/report_reader.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/intake/fact_pages.h"
#include "services/intake/readers/reader.h"
#include "services/intake/reading/periods.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::document::v1::Document;

// Blocks at the start in which a report says of which year it is.
constexpr int kFrontBlocks = 12;

std::string KnownEditions(const core::Catalogue& catalogue) {
  std::vector<std::string> codes;
  for (const auto& [code, edition] : catalogue.editions()) {
    codes.push_back(code);
  }
  return absl::StrJoin(codes, ", ");
}

absl::StatusOr<const Edition*> FindEdition(const core::Catalogue& catalogue,
                                           const std::string& code) {
  if (const Edition* edition = catalogue.FindEdition(code)) return edition;
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("unknown edition \"", code, "\"; known are ",
                   KnownEditions(catalogue)),
      {.reason = "UNKNOWN_EDITION",
       .metadata = {{"edition", code}, {"field", "edition"}}});
}

// The edition whose data year the title pages name first.
const Edition* EditionInText(const core::Catalogue& catalogue,
                             const Document& document) {
  for (int i = 0; i < document.blocks_size() && i < kFrontBlocks; ++i) {
    const Chars text(core::TextOf(document.blocks(i)));
    for (const PeriodMention& mention : FindPeriods(text)) {
      if (!mention.year) continue;
      for (const auto& [code, edition] : catalogue.editions()) {
        if (edition->data_year() == *mention.year) return edition;
      }
    }
  }
  return nullptr;
}

absl::Status NoSuchPlace(const ReadOrder& order, const Document& document) {
  const int lines = document.source().line_count();
  const std::string size =
      lines > 0 ? absl::StrCat("the text has ", lines, " lines")
                : absl::StrCat("the file has no lines but blocks b1 to b",
                               document.blocks_size());
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("\"", order.filename, "\": nothing stands at \"",
                   order.explain, "\"; ", size,
                   "; name a line or a block with words"),
      {.reason = "NO_SUCH_PLACE",
       .metadata = {{"filename", order.filename},
                    {"place", order.explain},
                    {"field", "explain"}}});
}

}  // namespace

absl::StatusOr<ReadResult> ReportReader::Read(const ReadOrder& order,
                                              std::string_view bytes) const {
  const Edition* edition = nullptr;
  if (!order.edition.empty()) {
    NIANBAO_ASSIGN_OR_RETURN(edition, FindEdition(catalogue_, order.edition));
  }
  ReadResult result;
  NIANBAO_ASSIGN_OR_RETURN(result.document,
                           ReadFile(order.filename, bytes, programs_));
  if (edition == nullptr) edition = EditionInText(catalogue_, result.document);
  if (edition == nullptr) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("\"", order.filename,
                     "\": the text does not say of which edition it is; name "
                     "one of ",
                     KnownEditions(catalogue_)),
        {.reason = "EDITION_NOT_STATED",
         .metadata = {{"filename", order.filename}, {"field", "edition"}}});
  }
  result.edition = edition->code();
  Explainer explainer(order.explain, facts_.linker());
  result.facts = facts_.Read(*edition, result.document, order.all_figures,
                             order.explain.empty() ? nullptr : &explainer);
  SetPages(result.document, result.facts);
  result.explanations = explainer.Take();
  if (!order.explain.empty() && result.explanations.empty()) {
    return NoSuchPlace(order, result.document);
  }
  return result;
}

}  // namespace nianbao::intake
