#include "services/report/outline_match.h"

#include "services/core/document.h"
#include "services/core/wording.h"

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

// Shorter wordings mean a section only where they are the whole heading.
constexpr std::size_t kShortestPart = 12;  // bytes: four characters

}  // namespace

OutlineMatch::OutlineMatch(const Edition& edition, const Document& document) {
  for (const Section& section : edition.sections()) {
    AddWordings(section, nullptr);
  }
  for (const Block& block : document.blocks()) {
    if (block.has_heading() && Enter(block) != nullptr) continue;
    const Section* section = Current();
    if (section == nullptr) {
      NoteUnmatched(block);
    } else {
      blocks_[section->code()].push_back(&block);
    }
  }
}

// The section of the innermost open heading that means one; a chapter that
// means none keeps its parts to itself.
const OutlineMatch::Section* OutlineMatch::Current() const {
  const Section* section = nullptr;
  for (const OpenHeading& heading : open_) {
    if (heading.section != nullptr || heading.level == 1) {
      section = heading.section;
    }
  }
  return section;
}

void OutlineMatch::NoteUnmatched(const Block& block) {
  const bool text = block.has_paragraph() &&
                    block.paragraph().role() != Paragraph::ROLE_CONTENTS &&
                    !core::TextOf(block).empty();
  if (open_.empty() || open_.front().level > 1) return;
  if (!text && !block.has_table()) return;
  const std::string& words = open_.front().words;
  if (unmatched_.empty() || unmatched_.back() != words) {
    unmatched_.push_back(words);
  }
}

void OutlineMatch::AddWordings(const Section& section, const Section* parent) {
  parents_[&section] = parent;
  wordings_.push_back({core::NormalWording(section.title().zh()), &section});
  for (const std::string& alias : section.aliases()) {
    wordings_.push_back({core::NormalWording(alias), &section});
  }
  for (const Section& inner : section.sections()) {
    AddWordings(inner, &section);
  }
}

bool OutlineMatch::IsWithin(const Section* section,
                            const Section* parent) const {
  for (; section != nullptr; section = parents_.at(section)) {
    if (section == parent) return true;
  }
  return false;
}

// The section of the longest wording that is the heading, or else a part of
// it; one within the chapter that is open goes before others.
const OutlineMatch::Section* OutlineMatch::Find(const std::string& heading,
                                                const Section* within) const {
  const std::string words = core::NormalWording(heading);
  const Section* best = nullptr;
  std::size_t best_score = 0;
  for (const Wording& wording : wordings_) {
    const bool whole = words == wording.words;
    const bool part = wording.words.size() >= kShortestPart &&
                      words.find(wording.words) != std::string::npos;
    if (!whole && !part) continue;
    const bool inside = within != nullptr && IsWithin(wording.section, within);
    const std::size_t score =
        wording.words.size() + (whole ? 2000U : 0U) + (inside ? 1000U : 0U);
    if (score <= best_score) continue;
    best_score = score;
    best = wording.section;
  }
  return best;
}

// Opens the heading of `block` and gives the section that it means.
const OutlineMatch::Section* OutlineMatch::Enter(const Block& block) {
  const int level = block.heading().level();
  while (!open_.empty() && open_.back().level >= level) open_.pop_back();
  const Section* within = nullptr;
  for (const OpenHeading& heading : open_) {
    if (heading.section != nullptr) within = heading.section;
  }
  const std::string words = core::TextOf(block.heading().runs());
  const Section* matched = Find(words, within);
  // Deep headings belong to their chapter, whatever they sound like.
  if (level > 2 && within != nullptr && matched != nullptr &&
      !IsWithin(matched, within)) {
    matched = nullptr;
  }
  open_.push_back({level, matched, words});
  return matched;
}

const std::vector<const Block*>& OutlineMatch::BlocksOf(
    const std::string& section) const {
  static const std::vector<const Block*> kNone;
  const auto found = blocks_.find(section);
  return found == blocks_.end() ? kNone : found->second;
}

}  // namespace nianbao::report
