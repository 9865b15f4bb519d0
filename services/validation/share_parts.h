// Which figure a percentage is the share of which whole.
#ifndef NIANBAO_SERVICES_VALIDATION_SHARE_PARTS_H_
#define NIANBAO_SERVICES_VALIDATION_SHARE_PARTS_H_

#include <optional>
#include <vector>

#include "services/validation/names.h"
#include "services/validation/passage.h"
#include "services/validation/report_view.h"
#include "services/validation/share_form.h"

namespace nianbao::validation {

// Whether a rate is one of the part before it.
enum class RateMatch {
  // 对口就业率 behind 就业60人.
  kOther,
  // 持证率 behind 取得证书60人.
  kLikely,
  // 合格率 behind 合格60人; 占 and 比例 behind anything.
  kSure,
};

// A share as the text states it.
struct StatedShare {
  const Datum* percent = nullptr;
  const Datum* part = nullptr;
  // Mention of the part in the passage; -1 where it stands elsewhere.
  int part_mention = -1;
  ShareForm form;
  RateMatch match = RateMatch::kSure;
  // What the base's name means, in 占专任教师的 or 专任教师中…; empty where
  // there is no name.
  NameMeaning named;
  // Wholes that the sentence offers, nearest governing total first.
  std::vector<const Datum*> in_sentence;
  // Further wholes of the paragraph, nearest first.
  std::vector<const Datum*> in_paragraph;
  // The amount just before the part; null where another figure stands there.
  const Datum* adjacent = nullptr;
  // Whether the words make the only whole of the sentence the base.
  bool governed = false;
};

// The share that the percentage `mention` states; nothing where it states none
// or its part is not in the report.
std::optional<StatedShare> ShareAt(const ReportView& view,
                                   const Passage& passage, int mention);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SHARE_PARTS_H_
