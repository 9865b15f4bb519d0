#include "services/intake/reading/table_classes.h"

#include <string_view>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::FACT_CLASS_OTHER_PARTY;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::FACT_CLASS_PLAN;
using nianbao::fact::v1::FACT_CLASS_STANDARD;
using nianbao::fact::v1::FactClass;

bool Cut(std::u32string& words, std::u32string_view end) {
  if (words.size() <= end.size() ||
      words.compare(words.size() - end.size(), end.size(), end) != 0) {
    return false;
  }
  words.erase(words.size() - end.size());
  return true;
}

}  // namespace

FactClass ClassOfName(const std::string& name, const Lexicon& lexicon) {
  std::u32string words = Fold(name);
  std::string normal = lexicon.classes.NormalOf(words);
  for (const std::u32string_view end : {U"数据", U"数值", U"水平", U"值"}) {
    if (normal.empty() && Cut(words, end)) {
      normal = lexicon.classes.NormalOf(words);
    }
  }
  if (normal == "standard") return FACT_CLASS_STANDARD;
  if (normal == "plan") return FACT_CLASS_PLAN;
  return normal == "other_party" ? FACT_CLASS_OTHER_PARTY : FACT_CLASS_OWN;
}

}  // namespace nianbao::intake
