// What a paragraph has said so far, for figures that lean on it.
#ifndef NIANBAO_SERVICES_INTAKE_READING_SAID_H_
#define NIANBAO_SERVICES_INTAKE_READING_SAID_H_

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::intake {

// A figure that was said.
struct Said {
  // First character of its sentence.
  int sentence = 0;
  std::string label;
  std::string unit;
  std::string period;
  // First character of the figure.
  int at = 0;
  // The catalogue's title where linked; empty otherwise.
  std::string title;
  // Level taken out of the label, such as 省级; empty for none.
  std::string level;
  // What the figure counts, in full but without a word for its measure.
  std::u32string noun = {};
  // What later attributes belong to; empty for none.
  std::u32string topic = {};
  // Among whom it is counted: 专任教师 in 专任教师中文化课教师; empty for none.
  std::u32string among = {};
  // Whether a change starts from it: 由1000兆.
  bool from = false;
  // Whether it is what a share is of: 占专业课教师92人的.
  bool base = false;
  // The value of a dimension that makes it part of a whole; empty for a whole.
  std::u32string part = {};
};

class SaidSoFar;

// What `phrase` sums up, such as 获奖总数 behind 竞赛获奖95项; null where it
// sums up nothing that was said.
const Said* Summed(std::u32string_view phrase, const SaidSoFar& before);

// The figures of a paragraph up to a place, in order.
class SaidSoFar {
 public:
  void Add(Said said) { said_.push_back(std::move(said)); }

  // The last figure; null where there is none.
  const Said* Last() const { return said_.empty() ? nullptr : &said_.back(); }

  // What a figure without words of its own goes on with: the sentence's first
  // figure in its unit, or else the last figure; null where there is none.
  const Said* Governing(int sentence, const std::string& unit) const;

  // The last whole in `unit` within characters [from, to); null where there is
  // none.
  const Said* Whole(int from, int to, const std::string& unit) const;

  // The last whole in any unit but shares at or behind `from`; null for none.
  const Said* AnyWhole(int from) const;

  // The last figure of the sentence, or of any where that is negative, whose
  // words are `words`; null for none.
  const Said* Called(int sentence, const std::string& words) const;

  // The figures before character `at`, the last `count` of them; fewer where
  // there are not so many.
  std::vector<const Said*> LastBefore(int at, int count) const;

  // The last figure before character `at`; null where there is none.
  const Said* Before(int at) const;

  // The first figure of something longer that ends in `noun`; null for none.
  const Said* EndingIn(std::u32string_view noun) const;

  // Whether a figure was said whose title ends in `words`.
  bool HasTitleEnding(const std::string& words) const;

  // What the sentence has narrowed itself to: after 订单班6个, persons are
  // those of the classes, not the school's. Empty where it speaks of the whole.
  std::string GroupOf(int sentence, const std::string& unit) const;

 private:
  std::vector<Said> said_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_SAID_H_
