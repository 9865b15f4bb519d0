#include "services/intake/reading/lexicon.h"

#include <algorithm>
#include <string_view>

namespace nianbao::intake {
namespace {

void Mark(char32_t c, std::vector<bool>& marks) {
  if (marks.size() <= c) marks.resize(c + 1);
  marks[c] = true;
}

bool Has(const std::vector<bool>& marks, char32_t c) {
  return c < marks.size() && marks[c];
}

std::u32string_view Part(const Chars& text, int at, int length) {
  return std::u32string_view(text.folded())
      .substr(static_cast<std::size_t>(at), static_cast<std::size_t>(length));
}

}  // namespace

using nianbao::catalogue::v1::Vocabulary;
using nianbao::fact::v1::Hedge;

WordList::WordList(const core::Catalogue& catalogue, Vocabulary::Kind kind) {
  for (const Vocabulary::Entry* entry : catalogue.Words(kind)) {
    for (const std::string& word : entry->words()) {
      std::u32string folded = Fold(word);
      if (folded.empty()) continue;
      longest_ = std::max(longest_, static_cast<int>(folded.size()));
      Mark(folded.front(), starts_);
      Mark(folded.back(), ends_);
      words_.emplace(std::move(folded), entry->normal());
    }
  }
}

WordList::Match WordList::At(const Chars& text, int at) const {
  if (!Has(starts_, text[at])) return {};
  const int most = std::min(longest_, text.size() - at);
  for (int length = most; length > 0; --length) {
    const auto found = words_.find(Part(text, at, length));
    if (found != words_.end()) return {length, found->second};
  }
  return {};
}

WordList::Match WordList::EndingAt(const Chars& text, int end) const {
  if (!Has(ends_, text[end - 1])) return {};
  for (int length = std::min(longest_, end); length > 0; --length) {
    const auto found = words_.find(Part(text, end - length, length));
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

void WordList::Replace(std::u32string& words) const {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!Has(starts_, words[at])) continue;
    const std::u32string_view rest = std::u32string_view(words).substr(at);
    const auto most = std::min(static_cast<std::size_t>(longest_), rest.size());
    for (std::size_t length = most; length > 0; --length) {
      const auto found = words_.find(rest.substr(0, length));
      if (found == words_.end()) continue;
      const std::u32string normal = Fold(found->second);
      words.replace(at, length, normal);
      at += normal.size();
      --at;
      break;
    }
  }
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
      totals(catalogue, Vocabulary::KIND_TOTAL),
      terms(catalogue, Vocabulary::KIND_TERM) {}

Hedge HedgeOf(const std::string& normal) {
  Hedge hedge = Hedge::HEDGE_UNSPECIFIED;
  nianbao::fact::v1::Hedge_Parse("HEDGE_" + normal, &hedge);
  return hedge;
}

}  // namespace nianbao::intake
