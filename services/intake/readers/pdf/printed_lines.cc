#include "services/intake/readers/pdf/printed_lines.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

// A character's size in heights of its box, where the file does not show it.
constexpr double kUsualEm = 0.77;
// Words of a line stand this high beside each other at most, in em.
constexpr double kSameLine = 0.4;
// A wider gap parts segments, in em.
constexpr double kSegmentGap = 0.75;
// Gaps that stand for a blank between letters and between Han characters.
constexpr double kLatinGap = 0.12;
constexpr double kHanGap = 0.42;
// A list's mark is this far before its text at most.
constexpr double kMarkGap = 4;

bool IsAllHan(const Chars& text) {
  for (int i = 0; i < text.size(); ++i) {
    if (!IsHan(text[i])) return false;
  }
  return text.size() >= 2;
}

// A character's size in heights of its box: fonts differ in how much room they
// claim above and below.
double EmOfHeight(const std::vector<BoxPage>& pages) {
  constexpr std::size_t kEnough = 2000;
  std::vector<double> ratios;
  for (const BoxPage& page : pages) {
    for (const WordBox& word : page.words) {
      const Chars text(word.text);
      if (word.height() <= 0 || !IsAllHan(text)) continue;
      ratios.push_back(word.width() / text.size() / word.height());
      if (ratios.size() >= kEnough) break;
    }
    if (ratios.size() >= kEnough) break;
  }
  if (ratios.empty()) return kUsualEm;
  const auto middle =
      ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end());
  return std::clamp(*middle, 0.4, 1.2);
}

bool IsLetter(char32_t c) { return IsDigit(c) || IsLatin(c); }

// Whether a segment is the mark of a list's item: ①, ●, （1）, 1.
bool IsMark(const Segment& segment) {
  if (segment.words.size() != 1) return false;
  const Chars text(segment.words[0].text);
  if (text.size() > 4) return false;
  const char32_t first = text[0];
  const char32_t last = text[text.size() - 1];
  if (text.size() == 1) {
    return (first >= 0x2460 && first <= 0x24FF) || first == 0x2022 ||
           (first >= 0x25A0 && first <= 0x27BF) || first >= 0xE000;
  }
  return last == U'.' || last == U'、' || last == U')';
}

void Split(std::vector<WordBox> words, PrintedLine& line) {
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.left < b.left; });
  for (WordBox& word : words) {
    const bool apart =
        line.segments.empty() ||
        word.left - line.segments.back().right > kSegmentGap * line.em;
    if (apart) {
      line.segments.push_back({word.left, word.right, {}});
    }
    Segment& segment = line.segments.back();
    segment.right = std::max(segment.right, word.right);
    segment.words.push_back(std::move(word));
  }
  if (line.segments.size() == 2 && IsMark(line.segments[0]) &&
      line.segments[1].left - line.segments[0].right < kMarkGap * line.em) {
    Segment& mark = line.segments[0];
    mark.right = line.segments[1].right;
    for (WordBox& word : line.segments[1].words) {
      mark.words.push_back(std::move(word));
    }
    line.segments.pop_back();
  }
}

PrintedLine MakeLine(std::vector<WordBox> words, int page, double ratio) {
  PrintedLine line;
  line.page = page;
  line.top = words.front().top;
  line.bottom = words.front().bottom;
  const WordBox* widest = &words.front();
  for (const WordBox& word : words) {
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    if (word.width() > widest->width()) widest = &word;
  }
  line.center = widest->center();
  line.em = std::max(widest->height() * ratio, 1.0);
  Split(std::move(words), line);
  return line;
}

PrintedPage PrintPage(BoxPage page, int number, double ratio) {
  PrintedPage printed{page.width, page.height, {}};
  std::sort(page.words.begin(), page.words.end(),
            [](const auto& a, const auto& b) {
              return std::make_pair(a.center(), a.left) <
                     std::make_pair(b.center(), b.left);
            });
  std::vector<WordBox> open;
  double center = 0;
  double em = 0;
  for (WordBox& word : page.words) {
    const double size = std::max(em, word.height() * ratio);
    if (!open.empty() && word.center() - center > kSameLine * size) {
      printed.lines.push_back(MakeLine(std::exchange(open, {}), number, ratio));
    }
    if (open.empty()) {
      center = word.center();
      em = word.height() * ratio;
    }
    open.push_back(std::move(word));
  }
  if (!open.empty()) {
    printed.lines.push_back(MakeLine(std::move(open), number, ratio));
  }
  return printed;
}

}  // namespace

std::string JoinWords(const std::vector<WordBox>& words, double em) {
  std::string text;
  double right = 0;
  char32_t last = 0;
  for (const WordBox& word : words) {
    const Chars chars(word.text);
    const double gap = (word.left - right) / em;
    const char32_t first = chars[0];
    const bool letters = IsLetter(last) && IsLetter(first) && gap > kLatinGap;
    const bool wide = gap > kHanGap && !(IsLetter(last) && IsHan(first)) &&
                      !(IsHan(last) && IsLetter(first));
    if (!text.empty() && (letters || wide)) text += ' ';
    text += word.text;
    right = word.right;
    last = chars[chars.size() - 1];
  }
  return text;
}

std::string TextOf(const PrintedLine& line) {
  std::string text;
  for (const Segment& segment : line.segments) {
    if (!text.empty()) text += '\t';
    text += JoinWords(segment.words, line.em);
  }
  return text;
}

std::vector<PrintedPage> PrintLines(std::vector<BoxPage> pages) {
  const double ratio = EmOfHeight(pages);
  std::vector<PrintedPage> printed;
  for (BoxPage& page : pages) {
    const int number = static_cast<int>(printed.size()) + 1;
    printed.push_back(PrintPage(std::move(page), number, ratio));
  }
  return printed;
}

}  // namespace nianbao::intake
