#include "services/validation/echoed_figures.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "services/validation/repeated_figures.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::FACT_CLASS_OWN;

// Smaller counts come in pairs by chance.
constexpr int kLeast = 5;
constexpr std::size_t kNounCharacters = 2;
constexpr std::size_t kLongestPhrase = 12;

// Two counts side by side with what stands behind each.
struct Pair {
  const Datum* first = nullptr;
  const Datum* second = nullptr;
  std::string phrase;  // behind the second
};

bool IsCandidate(const Mention& mention) {
  const Datum& datum = *mention.datum;
  return !mention.change && IsCount(datum) && !IsHedged(datum) &&
         datum.code.empty() && datum.fact->fact_class() == FACT_CLASS_OWN &&
         datum.quantity.value >= kLeast;
}

// The first characters behind the mention, up to a mark.
std::string Behind(const Passage& passage, int mention, std::size_t most) {
  const std::string after = Compact(passage.After(mention));
  const auto characters = Characters(std::string_view(after).substr(
      0, FindAny(after, {"，", "。", "；", "、", "（", "("})));
  std::string text;
  for (std::size_t i = 0; i < characters.size() && i < most; ++i) {
    text += characters[i];
  }
  return text;
}

// Whether two characters in a row of one phrase stand in the other.
bool ShareAWord(const std::string& a, const std::string& b) {
  const auto characters = Characters(a);
  for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
    const std::string word =
        std::string(characters[i]) + std::string(characters[i + 1]);
    if (word.size() == 2 * std::string_view("字").size() && Has(b, word)) {
      return true;
    }
  }
  return false;
}

std::string KeyOf(const Passage& passage, int mention) {
  const Datum& first = *passage.at(mention).datum;
  const Datum& second = *passage.at(mention + 1).datum;
  const std::string noun = Behind(passage, mention, kNounCharacters);
  if (Characters(noun).size() < kNounCharacters) return "";
  return first.fact->figure().value() + noun + second.fact->figure().value() +
         "|" + first.fact->period();
}

}  // namespace

std::vector<std::vector<const Datum*>> EchoedFigures(const ReportView& view) {
  std::map<std::string, std::vector<Pair>> pairs;
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i + 1 < passage.size(); ++i) {
      if (passage.at(i).sentence != passage.at(i + 1).sentence ||
          !IsCandidate(passage.at(i)) || !IsCandidate(passage.at(i + 1))) {
        continue;
      }
      const std::string key = KeyOf(passage, i);
      if (key.empty()) continue;
      pairs[key].push_back({passage.at(i).datum, passage.at(i + 1).datum,
                            Behind(passage, i + 1, kLongestPhrase)});
    }
  }
  std::vector<std::vector<const Datum*>> echoed;
  for (const auto& [key, group] : pairs) {
    std::vector<const Datum*> first;
    std::vector<const Datum*> second;
    for (const Pair& pair : group) {
      if (&pair != &group.front() &&
          !ShareAWord(pair.phrase, group.front().phrase)) {
        continue;
      }
      first.push_back(pair.first);
      second.push_back(pair.second);
    }
    if (first.size() < 2 || !InSeveralBlocks(first)) continue;
    echoed.push_back(std::move(first));
    echoed.push_back(std::move(second));
  }
  return echoed;
}

}  // namespace nianbao::validation
