// Paragraphs as sentences with the figures that stand in them.
#ifndef NIANBAO_SERVICES_VALIDATION_PASSAGE_H_
#define NIANBAO_SERVICES_VALIDATION_PASSAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/validation/datum.h"

namespace nianbao::validation {

// A figure in a sentence. Places are bytes of the paragraph's text.
struct Mention {
  const Datum* datum = nullptr;
  int begin = 0;
  int end = 0;
  // Brackets that are open around it.
  int depth = 0;
  // Position of its sentence.
  int sentence = 0;
  // Whether the figure is a difference: not one that a change led to, as in
  // "下降到79.93%".
  bool change = false;
  // Direction of a change: 1 up, -1 down, 0 where the figure has its own sign.
  int direction = 0;
};

// What stands between two of 。！？； and the block's ends.
struct Sentence {
  int begin = 0;
  int end = 0;
  // Mentions [first, last).
  int first = 0;
  int last = 0;
  // Sentences that only ； parts have one group.
  int group = 0;
};

// A paragraph. Holds pointers to data, which must outlive it.
class Passage {
 public:
  Passage(const nianbao::document::v1::Block& block, const Data& data,
          int position);

  const std::string& text() const { return text_; }
  const std::vector<Mention>& mentions() const { return mentions_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  const Mention& at(int mention) const {
    return mentions_[static_cast<std::size_t>(mention)];
  }
  const Sentence& SentenceOf(int mention) const {
    return sentences_[static_cast<std::size_t>(at(mention).sentence)];
  }
  int size() const { return static_cast<int>(mentions_.size()); }

  // Position of the block in the document.
  int position() const { return position_; }

  // Text from the mention before in the same sentence, or the sentence's
  // start, up to the mention.
  std::string_view Before(int mention) const;

  // Text from the mention up to the next in the same sentence, or its end.
  std::string_view After(int mention) const;

  // The clause that leads up to the mention, without spaces.
  std::string Lead(int mention) const;

  // Text between two bytes.
  std::string_view Text(int begin, int end) const;

  // The first mention of the mention's group of sentences.
  int GroupFirst(int mention) const;
  // The mention behind the last of the group.
  int GroupLast(int mention) const;

 private:
  void SplitSentences();
  void PlaceMentions(const std::vector<const Datum*>& data);
  void ReadChange(int index);

  std::string text_;
  int position_;
  std::vector<Mention> mentions_;
  std::vector<Sentence> sentences_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PASSAGE_H_
