// Figures that are dealt out to things said in the same order: 男生、女生分别占
// 57%和43%.
#ifndef NIANBAO_SERVICES_INTAKE_READING_RESPECTIVELY_H_
#define NIANBAO_SERVICES_INTAKE_READING_RESPECTIVELY_H_

#include <optional>
#include <string>
#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"

namespace nianbao::intake {

// A figure's place among those that one 分别 deals out.
struct Dealt {
  // From zero.
  int index = 0;
  int count = 0;
  // Where 分别 stands.
  int at = 0;
};

// The place of figure `index`; nothing where it is not dealt out.
std::optional<Dealt> DealtOut(const Chars& text,
                              const std::vector<Number>& numbers,
                              std::size_t index);

// The things enumerated right before `at`, with the words that the last one
// shares with all: 语文、数学、英语合格率 → 语文合格率, 数学合格率, 英语合格率.
std::vector<std::u32string> ItemsBefore(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_RESPECTIVELY_H_
