#include "services/intake/reading/lexicon.h"

#include <algorithm>

namespace nianbao::intake {

using nianbao::catalogue::v1::Vocabulary;
using nianbao::fact::v1::Hedge;

WordList::WordList(const core::Catalogue& catalogue, Vocabulary::Kind kind) {
  for (const Vocabulary::Entry* entry : catalogue.Words(kind)) {
    for (const std::string& word : entry->words()) {
      std::u32string folded = Fold(word);
      longest_ = std::max(longest_, static_cast<int>(folded.size()));
      words_.emplace(std::move(folded), entry->normal());
    }
  }
}

WordList::Match WordList::At(const Chars& text, int at) const {
  const int most = std::min(longest_, text.size() - at);
  for (int length = most; length > 0; --length) {
    const auto found = words_.find(text.folded().substr(
        static_cast<std::size_t>(at), static_cast<std::size_t>(length)));
    if (found != words_.end()) return {length, found->second};
  }
  return {};
}

WordList::Match WordList::EndingAt(const Chars& text, int end) const {
  for (int length = std::min(longest_, end); length > 0; --length) {
    const auto found =
        words_.find(text.folded().substr(static_cast<std::size_t>(end - length),
                                         static_cast<std::size_t>(length)));
    if (found != words_.end()) return {length, found->second};
  }
  return {};
}

int WordList::Find(const Chars& text, int begin, int end) const {
  for (int at = begin; at < end; ++at) {
    const Match match = At(text, at);
    if (match.length > 0 && at + match.length <= end) return at;
  }
  return -1;
}

std::string WordList::NormalOf(const std::u32string& text) const {
  const auto found = words_.find(text);
  return found == words_.end() ? "" : found->second;
}

Lexicon::Lexicon(const core::Catalogue& catalogue)
    : units(catalogue, Vocabulary::KIND_UNIT),
      hedges(catalogue, Vocabulary::KIND_HEDGE),
      changes(catalogue, Vocabulary::KIND_CHANGE),
      names(catalogue, Vocabulary::KIND_NAME),
      classes(catalogue, Vocabulary::KIND_CLASS),
      dimensions(catalogue, Vocabulary::KIND_DIMENSION),
      totals(catalogue, Vocabulary::KIND_TOTAL) {}

Hedge HedgeOf(const std::string& normal) {
  Hedge hedge = Hedge::HEDGE_UNSPECIFIED;
  nianbao::fact::v1::Hedge_Parse("HEDGE_" + normal, &hedge);
  return hedge;
}

}  // namespace nianbao::intake
