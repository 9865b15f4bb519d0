#include "services/validation/passage.h"

#include <algorithm>

#include "services/core/document.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::document::v1::Block;

// How deep in brackets the text stands at each byte. A full stop closes all,
// since brackets are lost now and then.
std::vector<int> Depths(std::string_view text) {
  std::vector<int> depths(text.size() + 1, 0);
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const std::size_t size = CharacterSize(rest);
    if (StartsWithAny(rest, {"（", "("})) ++depth;
    std::fill_n(depths.begin() + static_cast<long>(i), size, depth);
    if (StartsWithAny(rest, {"）", ")"}) && depth > 0) --depth;
    if (StartsWithAny(rest, {"。"})) depth = 0;
    i += size;
  }
  depths[text.size()] = depth;
  return depths;
}

bool IsFullStop(std::string_view rest) {
  return StartsWithAny(rest, {"。", "！", "？", "!", "?", "\n"});
}

bool LeadsToValue(std::string_view before) {
  const std::string compact = Compact(before);
  return EndsWithAny(compact, {"到", "至", "到了", "达", "达到"});
}

// Direction of what "比上年多" and the like lead to; 0 for other words.
int DirectionOf(std::string_view lead) {
  if (!StartsWithAny(lead, {"比", "较"})) return 0;
  const std::string_view words = StripEnd(lead, {"了", "出"});
  if (EndsWithAny(words, {"多", "高"})) return 1;
  return EndsWithAny(words, {"少", "低"}) ? -1 : 0;
}

}  // namespace

Passage::Passage(const Block& block, const Data& data, int position)
    : text_(core::TextOf(block)), position_(position) {
  SplitSentences();
  PlaceMentions(data.InBlock(block.id()));
}

void Passage::SplitSentences() {
  const std::vector<int> depths = Depths(text_);
  const std::string_view text = text_;
  int group = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const std::size_t next = i + CharacterSize(rest);
    const bool stop = IsFullStop(rest);
    const bool part = StartsWithAny(rest, {"；", ";"}) && depths[i] == 0;
    if (stop || part) {
      sentences_.push_back(
          {static_cast<int>(start), static_cast<int>(next), 0, 0, group});
      start = next;
      if (stop) ++group;
    }
    i = next;
  }
  sentences_.push_back(
      {static_cast<int>(start), static_cast<int>(text.size()), 0, 0, group});
}

void Passage::PlaceMentions(const std::vector<const Datum*>& data) {
  const std::vector<int> depths = Depths(text_);
  const int size = static_cast<int>(text_.size());
  std::size_t sentence = 0;
  for (const Datum* datum : data) {
    const auto& place = datum->fact->place();
    if (place.begin() < 0 || place.end() > size ||
        place.begin() >= place.end() ||
        (!mentions_.empty() && place.begin() < mentions_.back().end)) {
      continue;  // no place in this text, or the same figure again
    }
    while (sentences_[sentence].end <= place.begin()) {
      ++sentence;
      sentences_[sentence].first = sentences_[sentence].last =
          static_cast<int>(mentions_.size());
    }
    Mention mention;
    mention.datum = datum;
    mention.begin = place.begin();
    mention.end = place.end();
    mention.depth = depths[static_cast<std::size_t>(place.begin())];
    mention.sentence = static_cast<int>(sentence);
    mentions_.push_back(mention);
    sentences_[sentence].last = static_cast<int>(mentions_.size());
    ReadChange(static_cast<int>(mentions_.size()) - 1);
  }
  for (++sentence; sentence < sentences_.size(); ++sentence) {
    sentences_[sentence].first = sentences_[sentence].last =
        static_cast<int>(mentions_.size());
  }
}

void Passage::ReadChange(int index) {
  Mention& mention = mentions_[static_cast<std::size_t>(index)];
  const int direction = DirectionOf(Lead(index));
  mention.change =
      direction != 0 || (mention.datum->change && !LeadsToValue(Before(index)));
  mention.direction = direction != 0 ? direction : mention.datum->direction;
}

std::string_view Passage::Text(int begin, int end) const {
  return std::string_view(text_).substr(
      static_cast<std::size_t>(begin),
      static_cast<std::size_t>(std::max(end - begin, 0)));
}

std::string_view Passage::Before(int mention) const {
  const Sentence& sentence = SentenceOf(mention);
  const int from =
      mention > sentence.first ? at(mention - 1).end : sentence.begin;
  return Text(from, at(mention).begin);
}

std::string_view Passage::After(int mention) const {
  const Sentence& sentence = SentenceOf(mention);
  const int to =
      mention + 1 < sentence.last ? at(mention + 1).begin : sentence.end;
  return Text(at(mention).end, to);
}

std::string Passage::Lead(int mention) const {
  return Compact(LastClause(Before(mention)));
}

int Passage::GroupFirst(int mention) const {
  const int group = SentenceOf(mention).group;
  int first = mention;
  while (first > 0 && SentenceOf(first - 1).group == group) --first;
  return first;
}

int Passage::GroupLast(int mention) const {
  const int group = SentenceOf(mention).group;
  int last = mention + 1;
  while (last < size() && SentenceOf(last).group == group) ++last;
  return last;
}

}  // namespace nianbao::validation
