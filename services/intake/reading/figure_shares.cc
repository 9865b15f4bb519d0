// What of FigureNamer names shares.
#include "services/intake/reading/composed_names.h"
#include "services/intake/reading/figure_names.h"
#include "services/intake/reading/measures.h"

namespace nianbao::intake {

using nianbao::fact::v1::Fact;

// The part that a share names: in full where it was said before, 学校安排的占
// 85.19%, and with its topic where it leans on one.
std::u32string FigureNamer::SharedPart(const std::u32string& words,
                                       const Said& said) const {
  const Said* again = said_.Called(said.sentence, ToUtf8(words));
  if (again == nullptr) {
    again = said_.Called(said.sentence, "学校" + ToUtf8(words));
  }
  if (again != nullptr && !NamesPersons(words)) {
    return again->title.empty() ? again->noun : WithoutMeasure(again->title);
  }
  const std::u32string part = NounPhrase(words);
  const Leaning leaning = LeaningOf(part, said.unit);
  return leaning == Leaning::kNone ? part : Completed(leaning, part, said);
}

// The whole of which `last` is a part, where it counts things and is short:
// 总学时3180学时，其中实践教学1701学时，占53.49%. Empty for others.
std::u32string FigureNamer::WholeOfThing(const Said* last, int sentence) const {
  const bool things = last != nullptr && last->unit != "人" &&
                      last->sentence == sentence && last->part.empty();
  if (!things || WholeBehind(*last) == nullptr) return U"";
  const std::u32string& whole = said_.Governing(sentence, last->unit)->noun;
  constexpr std::size_t kShortest = 3;
  constexpr std::size_t kLongest = 6;
  return whole.size() >= kShortest && whole.size() <= kLongest ? whole : U"";
}

// The last figure, but for those in a bracket that is closed since: behind
// 升学685人（其中单招559人），占60.88% is of the 685.
const Said* FigureNamer::LastOutside(int at) const {
  const Said* last = said_.Last();
  if (last == nullptr) return nullptr;
  int depth = 0;
  for (int i = last->at; i < at && depth >= 0; ++i) {
    if (text_[i] == U'(') ++depth;
    if (text_[i] == U')') --depth;
  }
  if (depth >= 0) return last;
  int open = last->at;
  while (open > last->sentence && text_[open] != U'(') --open;
  const Said* before = said_.Before(open);
  const bool near = before != nullptr && before->sentence == last->sentence;
  return near ? before : last;
}

// 占55.75%, 占在校生的25%, 男生占55%: the part's share of the whole.
void FigureNamer::NameShare(std::size_t index, const Label& label, Said& said,
                            Fact& fact) const {
  SharedWords words = SplitShare(Fold(label.left));
  const std::u32string dealt = DealtPhrase(index);
  CutShareAdverbs(words.part);
  std::u32string name;
  const Said* last = LastOutside(said.at);
  if (last != nullptr && last->base && label.left.empty()) {
    words.whole = last->noun;
    last = said_.Before(last->at);
  }
  if (!dealt.empty()) {
    said.noun = SplitShare(dealt).part;
  } else if (!words.part.empty()) {
    said.noun = SharedPart(words.part, said);
  } else if (last != nullptr) {
    said.noun = last->noun;
    said.part = last->part;
    name = last->title.empty() ? last->noun : WithoutMeasure(last->title);
  }
  if (name.empty()) name = said.noun;
  const std::u32string told = words.part.empty() && words.whole.empty()
                                  ? WholeOfThing(last, said.sentence)
                                  : U"";
  said.topic = last == nullptr ? TopicOf(said.noun) : last->topic;
  said.among = last == nullptr ? U"" : last->among;
  if (words.whole.empty()) words.whole = said.among;
  const bool more = !told.empty() && name.find(told) == name.npos;
  fact.set_label(ToUtf8(ShareName(name, more ? told : words.whole)));
  LinkShare(said.noun, words.whole, fact);
  if (!fact.has_link()) LinkShare(name, words.whole, fact);
}

}  // namespace nianbao::intake
