#include "services/intake/reading/text_facts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "services/core/document.h"
#include "services/core/fact_table.h"
#include "services/intake/reading/clauses.h"
#include "services/intake/reading/fact_classes.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/labels.h"
#include "services/intake/reading/levels.h"
#include "services/intake/reading/periods.h"
#include "services/intake/reading/printed_unit.h"
#include "services/intake/reading/said.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::document::v1::Block;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FactClass;
using Why = ReadingTrace::Reading;

constexpr char kDirection[] = "方向";
constexpr char kScope[] = "范围";
constexpr char kLevel[] = "级别";

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

constexpr std::array<std::string_view, 18> kVerbs = {
    "建有", "建成", "设有", "开设了", "开设", "配备", "拥有", "完成", "组建",
    "聘请", "聘任", "成立", "形成",   "取得", "具有", "设置", "开办", "设"};

bool IsPlainVerb(const std::string& words) {
  return std::find(kVerbs.begin(), kVerbs.end(), words) != kVerbs.end();
}

// 建有实践基地 → 实践基地
std::string WithoutVerb(const std::string& words) {
  for (const std::string_view verb : kVerbs) {
    if (words.size() > verb.size() &&
        words.compare(0, verb.size(), verb) == 0) {
      return words.substr(verb.size());
    }
  }
  return words;
}

bool IsPerHead(const std::string& words) {
  return words == "生均" || words == "人均" || words == "师均";
}

// Reads one paragraph, figure by figure.
class ParagraphReader {
 public:
  ParagraphReader(const Block& block, ReadingContext& context)
      : block_(block),
        context_(context),
        chars_(core::TextOf(block.paragraph().runs())),
        numbers_(ScanNumbers(chars_, context.lexicon)),
        scopes_(chars_, context.edition.data_year()) {}

  void Read() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (numbers_[i].kind == NumberKind::kFigure) {
        ReadFigure(i);
      } else if (context_.all_figures || context_.trace != nullptr) {
        AddOther(i);
      }
    }
  }

 private:
  void ReadFigure(std::size_t index) {
    const Number& number = numbers_[index];
    Label label = LabelOf(chars_, numbers_, index, context_.lexicon);
    Fact fact;
    *fact.mutable_figure() = number.figure;
    CompleteUnit(label, *fact.mutable_figure());
    const FactClass of_whom = ClassOfFigure(chars_, number, context_.lexicon);
    const bool own = of_whom == nianbao::fact::v1::FACT_CLASS_OWN;
    fact.set_fact_class(of_whom);
    if (!own && !context_.all_figures) return LeaveOut(number, fact);
    if (Coupled(index, label)) {
      label.direction = last_direction_;
    }
    fact.set_period(PeriodOf(index, label));
    SetMeaning(number, label, fact);
    SetPlace(number, fact);
    last_direction_ = label.direction;
    Append(number, fact);
  }

  // 比2020年升学931人增加478人，其中…540人增加325人: a figure that a change
  // follows at once is the one compared with.
  std::string PeriodOf(std::size_t index, const Label& label) const {
    const Number& number = numbers_[index];
    const bool changed = !label.direction.empty();
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

  // Whether the figure only goes on with the one before: 0.1 和 2 个百分点.
  bool Coupled(std::size_t index, const Label& label) const {
    if (index == 0 || !label.left.empty() || !label.direction.empty()) {
      return false;
    }
    const Number& before = numbers_[index - 1];
    const std::u32string between = chars_.folded().substr(
        static_cast<std::size_t>(before.end),
        static_cast<std::size_t>(numbers_[index].begin - before.end));
    return before.kind == NumberKind::kFigure &&
           between.find(U'和') != std::u32string::npos && between.size() <= 3;
  }

  void SetMeaning(const Number& number, const Label& label, Fact& fact) {
    if (!label.direction.empty()) return SetChange(label, fact);
    const int sentence = SentenceBegin(chars_, number.begin);
    const std::string text = LabelText(sentence, label, fact);
    const std::string group = said_.GroupOf(sentence, fact.figure().unit());
    const Indicator* indicator =
        group.empty() ? Link(label, text, fact) : nullptr;
    if (!group.empty()) AddDimension(kScope, group, fact);
    Note(context_, Why::DECISION_DIMENSION, Why::SOURCE_EARLIER, group);
    const bool leans = label.share && said_.Last() != nullptr;
    Said said{sentence,
              leans ? said_.Last()->label : text,
              fact.figure().unit(),
              fact.period(),
              number.begin,
              "",
              ""};
    if (indicator != nullptr) {
      said.title =
          core::Catalogue::TitleIn(*indicator, context_.edition.code());
      fact.set_concept_code(indicator->code());
      fact.set_label(said.title);
    } else {
      SetFreeLabel(number, text, said, fact);
    }
    said_.Add(std::move(said));
  }

  // A free label: its level becomes a dimension, and a part of a whole is
  // named with the whole.
  void SetFreeLabel(const Number& number, const std::string& text, Said& said,
                    Fact& fact) const {
    fact.set_label(text);
    const LeveledLabel leveled = TakeLevel(text);
    if (!leveled.level.empty()) {
      said.level = leveled.level;
      AddDimension(kLevel, leveled.level, fact);
      fact.set_label(LabelWithoutLevel(said.sentence, leveled.label));
      said.label = fact.label();
    }
    const Said* whole = WholeOf(number, fact.figure().unit());
    if (whole == nullptr) return;
    const std::string& name =
        whole->title.empty() ? whole->label : whole->title;
    Note(context_, Why::DECISION_LABEL, Why::SOURCE_WHOLE, name);
    if (fact.label() != name) fact.set_label(name + "（" + text + "）");
  }

  // 学生获国家级奖项93项、省级奖项272项: the second goes on with the first.
  std::string LabelWithoutLevel(int sentence, const std::string& rest) const {
    const Said* last = said_.Last();
    const bool goes_on = last != nullptr && !last->level.empty() &&
                         last->sentence == sentence &&
                         last->label.size() >= rest.size() &&
                         last->label.compare(last->label.size() - rest.size(),
                                             rest.size(), rest) == 0;
    return goes_on ? last->label : rest;
  }

  // The whole of which the figure is a part by 其中, for things counted in the
  // same unit; persons are named by their own words. Null where none.
  const Said* WholeOf(const Number& number, const std::string& unit) const {
    if (unit == "人" || unit == "%") return nullptr;
    const int begin = ParagraphSentence(number.begin);
    for (int at = number.begin; at > begin; --at) {
      if (!chars_.HasAt(at, U"其中")) continue;
      const Said* whole = said_.Before(at);
      const bool fits =
          whole != nullptr && whole->at >= begin && whole->unit == unit;
      return fits ? whole : nullptr;
    }
    return nullptr;
  }

  // The start of the sentence, which a semicolon does not end here.
  int ParagraphSentence(int at) const {
    while (at > 0 && chars_[at - 1] != U'。') --at;
    return at;
  }

  void SetChange(const Label& label, Fact& fact) const {
    const Said* last = said_.Last();
    Note(context_, Why::DECISION_CHANGE, Why::SOURCE_OWN_CLAUSE,
         label.direction);
    Note(context_, Why::DECISION_LABEL, Why::SOURCE_OWN_CLAUSE, label.left);
    if (label.left.empty() && last != nullptr) {
      Note(context_, Why::DECISION_LABEL, Why::SOURCE_EARLIER,
           last->title.empty() ? last->label : last->title);
    }
    if (label.left.empty() && last != nullptr) {
      fact.set_label((last->title.empty() ? last->label : last->title) +
                     "变化");
    } else {
      fact.set_label(label.left + "变化");
    }
    AddDimension(kDirection, label.direction, fact);
  }

  static void AddDimension(const char* name, const std::string& value,
                           Fact& fact) {
    auto* dimension = fact.add_dimensions();
    dimension->set_name(name);
    dimension->set_value(value);
  }

  // What the figure counts, with what it leans on.
  std::string LabelText(int sentence, const Label& label,
                        const Fact& fact) const {
    std::string text = label.text;
    Note(context_, Why::DECISION_LABEL,
         text == label.left ? Why::SOURCE_OWN_CLAUSE : Why::SOURCE_BEHIND,
         text);
    if (text.empty()) {
      const Said* governing = said_.Governing(sentence, fact.figure().unit());
      if (governing != nullptr) text = governing->label;
      Note(context_, Why::DECISION_LABEL, Why::SOURCE_EARLIER, text);
    }
    const Said* last = said_.Last();
    if (label.share && last != nullptr) text = last->label + text;
    if (IsPerHead(text) && last != nullptr) text += last->label;
    return text.empty() ? label.right : text;
  }

  const Indicator* Link(const Label& label, const std::string& text,
                        Fact& fact) const {
    if (LeansOnSamePeriod(label, fact)) {
      return Take(text, Why::REFUSAL_SAID_ALREADY, fact);
    }
    const bool left_says_more =
        text == label.right && !label.left.empty() && !IsPlainVerb(label.left);
    for (const std::string& words :
         {text, label.left, WithoutVerb(label.left)}) {
      const bool more = left_says_more && words == text;
      if (const Indicator* found = Take(
              words, more ? Why::REFUSAL_SAYS_MORE : Why::REFUSAL_UNSPECIFIED,
              fact)) {
        return found;
      }
    }
    return nullptr;
  }

  // The indicator that the words name, with its points put into the fact; null
  // where there is none, or for a `refusal`.
  const Indicator* Take(const std::string& words, Why::Refusal refusal,
                        Fact& fact) const {
    const LinkResult result = context_.linker.Find(
        words, ToLink(context_, fact.figure(), fact.period()));
    if (context_.trace != nullptr) context_.trace->Consider(result, refusal);
    if (refusal != Why::REFUSAL_UNSPECIFIED || result.indicator == nullptr) {
      return nullptr;
    }
    *fact.mutable_link() = result.ToLink();
    return result.indicator;
  }

  // A figure without words of its own is the same thing in another period, or
  // another thing that the text does not name.
  bool LeansOnSamePeriod(const Label& label, const Fact& fact) const {
    const Said* last = said_.Last();
    return label.text.empty() && last != nullptr &&
           last->period == fact.period();
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
  SaidSoFar said_;
  std::string last_direction_;
};

}  // namespace

void ReadParagraph(const Block& block, ReadingContext& context) {
  ParagraphReader(block, context).Read();
}

}  // namespace nianbao::intake
