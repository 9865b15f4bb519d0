#include "services/intake/reading/text_facts.h"

#include <string>
#include <vector>

#include "services/core/document.h"
#include "services/core/fact_table.h"
#include "services/intake/reading/clauses.h"
#include "services/intake/reading/fact_classes.h"
#include "services/intake/reading/figure_names.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/labels.h"
#include "services/intake/reading/periods.h"
#include "services/intake/reading/printed_unit.h"
#include "services/intake/reading/respectively.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FactClass;
using Why = ReadingTrace::Reading;

FactClass ClassOf(NumberKind kind) {
  switch (kind) {
    case NumberKind::kFigure:
      return nianbao::fact::v1::FACT_CLASS_OWN;
    case NumberKind::kDate:
      return nianbao::fact::v1::FACT_CLASS_DATE;
    case NumberKind::kOrdinal:
      return nianbao::fact::v1::FACT_CLASS_ORDINAL;
    case NumberKind::kName:
    case NumberKind::kModifier:
    case NumberKind::kBare:
      return nianbao::fact::v1::FACT_CLASS_NAME;
  }
  return nianbao::fact::v1::FACT_CLASS_NAME;
}

// Reads one paragraph, figure by figure.
class ParagraphReader {
 public:
  ParagraphReader(const Block& block, ReadingContext& context)
      : block_(block),
        context_(context),
        chars_(core::TextOf(block.paragraph().runs())),
        numbers_(ScanNumbers(chars_, context.lexicon)),
        scopes_(chars_, context.edition.data_year()),
        namer_(chars_, numbers_, context) {}

  void Read() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (numbers_[i].kind == NumberKind::kFigure) {
        ReadFigure(i);
      } else if (context_.all_figures || context_.trace != nullptr) {
        AddOther(i);
      }
    }
    // Page numbers and running heads interrupt no sentence.
    const bool sentence = chars_.EndsAt(chars_.size(), U"。");
    if (sentence || namer_.said().Last() != nullptr) {
      context_.said = namer_.said();
    }
  }

 private:
  void ReadFigure(std::size_t index) {
    const Number& number = numbers_[index];
    Label label = LabelOf(chars_, numbers_, index, context_.lexicon);
    Fact fact;
    *fact.mutable_figure() = number.figure;
    CompleteUnit(label, *fact.mutable_figure());
    namer_.TakeUnit(number.begin, *fact.mutable_figure());
    const FactClass of_whom = ClassOfFigure(chars_, number, context_.lexicon);
    const bool own = of_whom == nianbao::fact::v1::FACT_CLASS_OWN;
    fact.set_fact_class(of_whom);
    if (of_whom == nianbao::fact::v1::FACT_CLASS_STANDARD) {
      namer_.Hear(index, label, fact);
    }
    if (!own && !context_.all_figures) return LeaveOut(number, fact);
    if (Coupled(index, label)) {
      label.direction = last_direction_;
      label.left = last_left_;
    }
    fact.set_period(PeriodOf(index, label));
    namer_.Name(index, label, fact);
    SetPlace(number, fact);
    last_direction_ = label.direction;
    last_left_ = label.direction.empty() ? "" : label.left;
    Append(number, fact);
  }

  // 比2020年升学931人增加478人，其中…540人增加325人: a figure that a change
  // follows at once is the one compared with.
  std::string PeriodOf(std::size_t index, const Label& label) const {
    const Number& number = numbers_[index];
    const bool changed = !label.direction.empty();
    if (const auto dealt = DealtOut(chars_, numbers_, index)) {
      const auto periods = scopes_.Enumerated(dealt->at, dealt->count);
      if (!periods.empty()) {
        const auto& period = periods[static_cast<std::size_t>(dealt->index)];
        Note(context_, Why::DECISION_PERIOD, Why::SOURCE_SENTENCE, period);
        return period;
      }
    }
    if (!changed && index + 1 < numbers_.size() &&
        numbers_[index + 1].kind == NumberKind::kFigure &&
        ClauseEnd(chars_, number.end) >= numbers_[index + 1].begin) {
      const Label next = LabelOf(chars_, numbers_, index + 1, context_.lexicon);
      const std::string compared =
          scopes_.ComparedIn(SentenceBegin(chars_, number.begin), number.begin);
      if (!next.direction.empty() && next.left.empty() && !compared.empty()) {
        Note(context_, Why::DECISION_PERIOD, Why::SOURCE_SENTENCE, compared);
        return compared;
      }
    }
    if (label.from) return FromPeriod(number);
    NotePeriod(number, changed);
    return scopes_.At(number.begin, changed);
  }

  // The level that a change started from is last year's where no year is named
  // in its clause.
  std::string FromPeriod(const Number& number) const {
    NotePeriod(number, false);
    const std::string named = scopes_.At(number.begin, false);
    const int data_year = context_.edition.data_year();
    return named == core::PeriodOfYear(data_year)
               ? core::PeriodOfYear(data_year - 1)
               : named;
  }

  void NotePeriod(const Number& number, bool changed) const {
    if (context_.trace == nullptr) return;
    const PeriodMention* named = scopes_.MentionAt(number.begin, changed);
    const bool own =
        named != nullptr && named->begin >= ClauseBegin(chars_, number.begin);
    Note(context_, Why::DECISION_PERIOD,
         named == nullptr ? Why::SOURCE_EDITION
         : own            ? Why::SOURCE_OWN_CLAUSE
                          : Why::SOURCE_EARLIER,
         scopes_.At(number.begin, changed));
  }

  void Append(const Number& number, const Fact& fact) {
    Fact* added = AddFact(context_);
    added->MergeFrom(fact);
    added->set_origin(nianbao::fact::v1::ORIGIN_TEXT);
    if (context_.trace != nullptr) context_.trace->Finish(number.kind, *added);
  }

  // A number that is no fact of the school's own.
  void LeaveOut(const Number& number, Fact& fact) const {
    if (context_.trace == nullptr) return;
    SetPlace(number, fact);
    context_.trace->Finish(number.kind, fact);
  }

  void AddOther(std::size_t index) {
    const Number& number = numbers_[index];
    Fact fact;
    *fact.mutable_figure() = number.figure;
    fact.mutable_figure()->set_text(chars_.Text(number.begin, number.end));
    fact.set_fact_class(ClassOf(number.kind));
    if (!context_.all_figures) return LeaveOut(number, fact);
    SetPlace(number, fact);
    fact.set_period(scopes_.At(number.begin, false));
    Append(number, fact);
  }

  // The first digit of a number, behind its hedge.
  int DigitsBegin(const Number& number) const {
    int at = number.begin;
    while (at < number.end && !IsDigit(chars_[at])) ++at;
    return at == number.end ? number.begin : at;
  }

  // Whether the figure only goes on with the one before: 0.1 和 2 个百分点,
  // 20-30%.
  bool Coupled(std::size_t index, const Label& label) const {
    if (index == 0 || !label.direction.empty()) return false;
    const Number& before = numbers_[index - 1];
    if (before.kind != NumberKind::kFigure) return false;
    const std::u32string between = chars_.folded().substr(
        static_cast<std::size_t>(before.end),
        static_cast<std::size_t>(numbers_[index].begin - before.end));
    if (between == U"-" || between == U"~" || between == U"至") return true;
    return label.left.empty() && between.size() <= 3 &&
           between.find(U'和') != std::u32string::npos;
  }

  void SetPlace(const Number& number, Fact& fact) const {
    auto* place = fact.mutable_place();
    place->set_block(block_.id());
    place->set_begin(chars_.Offset(number.begin));
    place->set_end(chars_.Offset(number.end));
    place->set_line(core::LineAt(block_.paragraph().runs(),
                                 chars_.Offset(DigitsBegin(number))));
  }

  const Block& block_;
  ReadingContext& context_;
  const Chars chars_;
  const std::vector<Number> numbers_;
  const PeriodScopes scopes_;
  FigureNamer namer_;
  // Of the last figure: its direction, and the words of what changed.
  std::string last_direction_;
  std::string last_left_;
};

}  // namespace

void ReadParagraph(const Block& block, ReadingContext& context) {
  ParagraphReader(block, context).Read();
}

}  // namespace nianbao::intake
