#include "services/validation/terms.h"

#include <set>

#include "services/validation/label_key.h"

namespace nianbao::validation {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Vocabulary;

std::string Terms::CodeOf(std::string_view name_key) const {
  const auto found = code_by_key.find(name_key);
  return found == code_by_key.end() ? "" : found->second;
}

Terms TermsOf(const core::Catalogue& catalogue) {
  Terms terms;
  std::set<std::string> twice;
  const auto add = [&](const std::string& wording, const std::string& code) {
    const std::string key = LabelKey(wording);
    const auto [at, fresh] = terms.code_by_key.emplace(key, code);
    if (!fresh && at->second != code) twice.insert(key);
  };
  for (const auto& [code, indicator] : catalogue.indicators()) {
    terms.english[code] = indicator->title().en();
    if (indicator->has_part_key()) continue;  // named by its whole
    add(indicator->title().zh(), code);
    for (const std::string& wording : indicator->wordings()) add(wording, code);
  }
  for (const std::string& key : twice) terms.code_by_key.erase(key);
  for (const auto* entry : catalogue.Words(Vocabulary::KIND_TOTAL)) {
    for (const std::string& word : entry->words()) terms.totals.push_back(word);
  }
  return terms;
}

}  // namespace nianbao::validation
