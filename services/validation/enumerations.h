// Things that a text names one after the other.
#ifndef NIANBAO_SERVICES_VALIDATION_ENUMERATIONS_H_
#define NIANBAO_SERVICES_VALIDATION_ENUMERATIONS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::validation {

// How deep in brackets and quotes each byte of `text` stands; the marks
// themselves stand inside. A full stop closes all.
std::vector<int> NestingOf(std::string_view text);

// Names joined by 、 and the like.
struct Enumeration {
  std::vector<std::string> items;
  // How many things that can be: 和 and 与 may join two names or stand in one.
  int least = 0;
  int most = 0;
  // Whether 等 or the like says that it may go on.
  bool open = false;
  // Whether 等, 共 or 这 ties it to what follows.
  bool tied = false;
  // Place in the text.
  std::size_t begin = 0;
  std::size_t end = 0;

  bool CanBe(int count) const { return least <= count && count <= most; }
};

// The names right before byte `end` of the text: 政治、思想及作风等 of
// "…等三项建设". Without items where there are none.
Enumeration EnumerationBefore(std::string_view text,
                              const std::vector<int>& nesting, std::size_t end);

// The names within [begin, end), split at each kind of mark that stands there
// outside brackets, and those in each of its brackets and quotes.
std::vector<Enumeration> EnumerationsIn(std::string_view text,
                                        const std::vector<int>& nesting,
                                        std::size_t begin, std::size_t end);

// Whether the names are of one kind: all end alike, or all but the first, which
// words may lead up to, are short.
bool AreOfOneKind(const Enumeration& enumeration);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_ENUMERATIONS_H_
