#include "services/report/section_sentence.h"

#include "services/core/errors.h"
#include "services/core/sentence_template.h"
#include "services/report/figure_text.h"
#include "services/report/yearly_change.h"

namespace nianbao::report {
namespace {

using core::SentencePiece;

// The runs of a figure; empty for a blank.
RunList FillPiece(const core::Catalogue& catalogue, const FigureTable& figures,
                  int year, const SentencePiece& piece) {
  const auto* indicator = catalogue.FindIndicator(piece.code);
  if (indicator == nullptr) return {};
  const int asked = year - piece.years_back;
  if (piece.kind == SentencePiece::Kind::kChange) {
    const auto change = YearlyChange(figures, *indicator, asked);
    return change ? ChangeInWords(*change) : RunList();
  }
  const auto* fact = figures.Find(piece.code, asked);
  if (fact == nullptr) return {};
  return RunList().Figure(FigureText(fact->figure(), indicator->unit()),
                          fact->id());
}

}  // namespace

absl::StatusOr<RunList> FillSentence(const core::Catalogue& catalogue,
                                     const FigureTable& figures, int year,
                                     const std::string& sentence) {
  NIANBAO_ASSIGN_OR_RETURN(const auto pieces, core::ParseSentence(sentence));
  RunList line;
  for (const SentencePiece& piece : pieces) {
    if (piece.kind == SentencePiece::Kind::kText) {
      line.Text(piece.text);
      continue;
    }
    const RunList figure = FillPiece(catalogue, figures, year, piece);
    if (figure.empty()) return RunList();
    line.Append(figure.runs());
  }
  return line;
}

}  // namespace nianbao::report
