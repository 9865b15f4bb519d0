// A text as characters in normal form, with their places in the UTF-8.
#ifndef NIANBAO_SERVICES_INTAKE_READING_CHARS_H_
#define NIANBAO_SERVICES_INTAKE_READING_CHARS_H_

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::intake {

// Characters of a text. Full-width digits, letters and marks are folded to
// their usual forms one for one, and so are radicals and compatibility forms of
// Han characters, so that rules see one form; the original text is kept for
// everything that is shown.
class Chars {
 public:
  explicit Chars(std::string_view utf8);

  int size() const { return static_cast<int>(folded_.size()); }

  // The folded character; 0 outside the text.
  char32_t operator[](int i) const;

  // Byte of the UTF-8 text at which character `i` starts; `i` up to size().
  int Offset(int i) const { return offsets_[static_cast<std::size_t>(i)]; }

  // The original text of characters [begin, end).
  std::string Text(int begin, int end) const;

  // Whether the folded `word` stands at `at`.
  bool HasAt(int at, std::u32string_view word) const;

  // Whether the folded `word` ends just before `end`.
  bool EndsAt(int end, std::u32string_view word) const;

  const std::u32string& folded() const { return folded_; }

 private:
  std::string utf8_;
  std::u32string folded_;
  std::vector<int> offsets_;
};

// The characters of a UTF-8 text, folded as above.
std::u32string Fold(std::string_view utf8);

// UTF-8 of characters.
std::string ToUtf8(std::u32string_view chars);

bool IsDigit(char32_t c);
bool IsLatin(char32_t c);
bool IsHan(char32_t c);
bool IsSpace(char32_t c);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_CHARS_H_
