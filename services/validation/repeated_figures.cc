#include "services/validation/repeated_figures.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::FACT_CLASS_OWN;

// Characters that are looked at before and behind the figure, and how many
// there must be for it to be known again.
constexpr std::size_t kBefore = 10;
constexpr std::size_t kBehind = 4;
constexpr std::size_t kLeast = 4;
constexpr std::size_t kLeastBefore = 2;

// What the figure stands between in its clause; empty where that is too little.
std::string ContextOf(const Passage& passage, int mention) {
  const std::string lead = passage.Lead(mention);
  const std::string after = Compact(passage.After(mention));
  const std::size_t end =
      FindAny(after, {"，", "。", "；", "、", "（", "(", ","});
  const auto before = Characters(lead);
  const auto behind = Characters(std::string_view(after).substr(0, end));
  const std::size_t from =
      before.size() > kBefore ? before.size() - kBefore : 0;
  std::string context;
  for (std::size_t i = from; i < before.size(); ++i) context += before[i];
  context += "#";
  std::size_t count = before.size() - from;
  for (std::size_t i = 0; i < behind.size() && i < kBehind; ++i, ++count) {
    context += behind[i];
  }
  return count >= kLeast && before.size() >= kLeastBefore ? context : "";
}

}  // namespace

bool InSeveralBlocks(const std::vector<const Datum*>& data) {
  return std::any_of(data.begin(), data.end(), [&](const Datum* datum) {
    return datum->fact->place().block() != data.front()->fact->place().block();
  });
}

std::vector<std::vector<const Datum*>> RepeatedFigures(const ReportView& view) {
  std::map<std::string, std::vector<const Datum*>> groups;
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      const Datum& datum = *passage.at(i).datum;
      if (!datum.code.empty() || datum.change ||
          datum.fact->fact_class() != FACT_CLASS_OWN) {
        continue;
      }
      const std::string context = ContextOf(passage, i);
      if (context.empty()) continue;
      groups[context + "|" + datum.fact->figure().value() + "|" +
             datum.quantity.unit + "|" + datum.fact->period()]
          .push_back(&datum);
    }
  }
  std::vector<std::vector<const Datum*>> repeated;
  for (auto& [context, group] : groups) {
    if (InSeveralBlocks(group)) repeated.push_back(std::move(group));
  }
  return repeated;
}

}  // namespace nianbao::validation
