// What a figure counts: the words around it.
#ifndef NIANBAO_SERVICES_INTAKE_READING_LABELS_H_
#define NIANBAO_SERVICES_INTAKE_READING_LABELS_H_

#include <string>
#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// The words around a figure.
struct Label {
  // What the figure counts; empty where the words around it say nothing.
  std::string text;
  // Words before the figure in its clause, without function words.
  std::string left;
  // Words behind the figure in its clause; empty where the clause ends.
  std::string right;
  // Noun phrase behind a counted figure; empty for other figures.
  std::string noun;
  // The words behind the figure where `noun` tells not all of them.
  std::string detail;
  // Direction of the change that the figure states, such as "增加"; empty for
  // a figure that states no change.
  std::string direction;
  // Whether the figure is a share of something said before: 占比, 占…的.
  bool share = false;
  // Whether the figure is the level that a change started from: 由79人增至84人.
  bool from = false;
};

// The words around number `index` of `numbers`, which are those of `text`.
Label LabelOf(const Chars& text, const std::vector<Number>& numbers,
              std::size_t index, const Lexicon& lexicon);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_LABELS_H_
