// Names figures of a paragraph: label, concept and dimensions.
#ifndef NIANBAO_SERVICES_INTAKE_READING_FIGURE_NAMES_H_
#define NIANBAO_SERVICES_INTAKE_READING_FIGURE_NAMES_H_

#include <string>
#include <vector>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/labels.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/reading_context.h"
#include "services/intake/reading/said.h"

namespace nianbao::intake {

// Names the figures of one paragraph, which are asked for in order: words that
// do not stand for themselves are completed by what was said before.
class FigureNamer {
 public:
  // All arguments must outlive the object; `context` holds what the paragraph
  // before said.
  FigureNamer(const Chars& text, const std::vector<Number>& numbers,
              const ReadingContext& context);

  // Sets label, concept and dimensions of `fact`, which holds the figure
  // `index` and its period; `label` is the words around it.
  void Name(std::size_t index, const Label& label,
            nianbao::fact::v1::Fact& fact);

  // Sets the unit of a part that prints none to that of its whole; `at` is the
  // figure's first character.
  void TakeUnit(int at, nianbao::fact::v1::Figure& figure) const;

  // Takes note of a rate that a rule demands: in 本科率应达到95%，我校为100%
  // the second figure is of what the first one is.
  void Hear(std::size_t index, const Label& label,
            const nianbao::fact::v1::Fact& fact);

  // What the paragraph has said so far.
  const SaidSoFar& said() const { return said_; }

 private:
  void NameChange(const Label& label, nianbao::fact::v1::Fact& fact) const;
  void NameFreely(std::size_t index, const Label& label, Said& said,
                  nianbao::fact::v1::Fact& fact) const;
  void NameShare(std::size_t index, const Label& label, Said& said,
                 nianbao::fact::v1::Fact& fact) const;
  std::u32string SharedPart(const std::u32string& words,
                            const Said& said) const;
  void LinkShare(const std::u32string& part, const std::u32string& whole,
                 nianbao::fact::v1::Fact& fact) const;
  void NamePart(const std::u32string& value, Said& said,
                nianbao::fact::v1::Fact& fact) const;
  bool NamePrize(Said& said, nianbao::fact::v1::Fact& fact) const;
  bool NameWinners(const std::u32string& phrase, Said& said,
                   nianbao::fact::v1::Fact& fact) const;
  void NameThing(const std::u32string& phrase, Said& said,
                 nianbao::fact::v1::Fact& fact) const;
  bool LinkPhrase(const std::u32string& phrase, Said& said,
                  nianbao::fact::v1::Fact& fact) const;
  std::u32string Completed(Leaning leaning, const std::u32string& phrase,
                           const Said& said) const;
  std::u32string GoneOnWith(const std::u32string& phrase, const Said& said,
                            const std::u32string& topic) const;
  std::u32string PerHead(const std::u32string& phrase, const Said& said,
                         const std::u32string& topic) const;
  const Said* LastOutside(int at) const;
  std::u32string SummedUp(const Said& said) const;
  std::u32string RateSaid(const std::u32string& item, std::size_t index,
                          int at) const;
  std::u32string WholeOfThing(const Said* last, int sentence) const;
  std::u32string PhraseOf(std::size_t index, const Label& label,
                          const Said& said) const;
  std::u32string OwnPhrase(std::size_t index, const Label& label) const;
  bool EntersContest(std::size_t index) const;
  bool DealsShares(std::size_t index) const;
  std::u32string DealtPhrase(std::size_t index) const;
  std::u32string TopicAt(const Said& said) const;
  void TakeAmong(Said& said) const;
  const Said* WholeOfValue(const Said& said) const;
  const Said* WholeBehind(const Said& said) const;
  std::string Text(const Said& said, const Label& label) const;
  const nianbao::catalogue::v1::Indicator* Link(
      const Label& label, const std::string& text,
      nianbao::fact::v1::Fact& fact) const;
  const nianbao::catalogue::v1::Indicator* Take(
      const std::string& words, ReadingTrace::Reading::Refusal refusal,
      nianbao::fact::v1::Fact& fact) const;
  bool LeansOnSamePeriod(const Label& label,
                         const nianbao::fact::v1::Fact& fact) const;
  std::string LabelWithoutLevel(int sentence, const std::string& rest) const;

  const Chars& text_;
  const std::vector<Number>& numbers_;
  const ReadingContext& context_;
  const SaidSoFar& before_;
  SaidSoFar said_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_FIGURE_NAMES_H_
