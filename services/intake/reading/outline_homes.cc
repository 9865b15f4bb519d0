#include "services/intake/reading/outline_homes.h"

#include <algorithm>

#include "services/core/document.h"
#include "services/core/sentence_template.h"
#include "services/core/wording.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Section;
using nianbao::document::v1::Heading;

// The indicators that a section itself speaks of.
std::set<std::string> SpokenOf(const Section& section) {
  std::set<std::string> codes;
  for (const auto& part : section.parts()) {
    const auto& chart = part.bar_chart().indicators();
    codes.insert(chart.begin(), chart.end());
    const auto pieces = core::ParseSentence(part.sentence());
    if (!pieces.ok()) continue;
    for (const core::SentencePiece& piece : *pieces) {
      if (!piece.code.empty()) codes.insert(piece.code);
    }
  }
  return codes;
}

}  // namespace

OutlineHomes::OutlineHomes(const Edition& edition) {
  std::vector<std::string> path;
  for (const Section& section : edition.sections()) Add(section, path);
}

void OutlineHomes::Add(const Section& section, std::vector<std::string>& path) {
  path.push_back(section.code());
  by_heading_[core::WordingKey(section.title().zh())].insert(section.code());
  for (const std::string& alias : section.aliases()) {
    by_heading_[core::WordingKey(alias)].insert(section.code());
  }
  const std::set<std::string> codes = SpokenOf(section);
  for (const std::string& above : path) {
    indicators_[above].insert(codes.begin(), codes.end());
  }
  for (const Section& inner : section.sections()) Add(inner, path);
  path.pop_back();
}

const std::set<std::string>& OutlineHomes::SectionsOf(
    const std::string& heading) const {
  static const std::set<std::string> kNone;
  const auto found = by_heading_.find(core::WordingKey(heading));
  return found == by_heading_.end() ? kNone : found->second;
}

bool OutlineHomes::IsHome(const std::string& section,
                          const std::string& indicator) const {
  const auto found = indicators_.find(section);
  return found != indicators_.end() && found->second.count(indicator) > 0;
}

void OutlinePlace::Enter(const Heading& heading) {
  while (!above_.empty() && above_.back().level >= heading.level()) {
    above_.pop_back();
  }
  above_.push_back(
      {heading.level(), &homes_->SectionsOf(core::TextOf(heading.runs()))});
}

bool OutlinePlace::IsHome(const std::string& indicator) const {
  return std::any_of(above_.begin(), above_.end(), [&](const Level& level) {
    return std::any_of(level.sections->begin(), level.sections->end(),
                       [&](const std::string& section) {
                         return homes_->IsHome(section, indicator);
                       });
  });
}

}  // namespace nianbao::intake
