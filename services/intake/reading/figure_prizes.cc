// What of FigureNamer names prizes and their winners.
#include "services/intake/reading/awards.h"
#include "services/intake/reading/composed_names.h"
#include "services/intake/reading/figure_names.h"

namespace nianbao::intake {

using nianbao::fact::v1::Fact;

// 技能节：一等奖6项: a prize that is a part of no whole said before; whether it
// is one.
bool FigureNamer::NamePrize(Said& said, Fact& fact) const {
  const std::u32string topic = PrizeTopic(text_, said.at, said_);
  if (topic.empty()) return false;
  said.noun = Awarded(topic, said.unit);
  fact.set_label(LabelOfThing(said.noun, said.unit));
  return true;
}

// 一等奖6项9人，学生7人: whether `phrase` are winners of that prize.
bool FigureNamer::NameWinners(const std::u32string& phrase, Said& said,
                              Fact& fact) const {
  const Said* last = said_.Last();
  if (!SharesPrize(phrase, said, last)) return false;
  auto* dimension = fact.add_dimensions();
  dimension->set_name("等级");
  dimension->set_value(ToUtf8(last->part));
  said.part = last->part;
  said.topic = last->topic;
  said.noun = said.topic + U"获奖" + phrase;
  fact.set_label(LabelOfThing(said.noun, said.unit));
  return true;
}

}  // namespace nianbao::intake
