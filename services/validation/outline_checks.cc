#include "services/validation/outline_checks.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "services/core/document.h"
#include "services/core/wording.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Section;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

// A paragraph that opens with a section's title, as in "4.1 经费投入。…".
constexpr std::size_t kLongestInlineHeading = 60;

// A heading's words without numbers, marks and filling words.
std::string Core(std::string_view heading) {
  const std::string normal = core::NormalWording(heading);
  std::string words;
  for (const auto character : Characters(normal)) {
    const bool han = character.size() >= 3 &&
                     !StartsWithAny(character, {"、", "。", "：", "“", "”",
                                                "《", "》", "—", "·", "；"});
    if (han) words += character;
  }
  const std::string_view core =
      StripEnd(StripStart(words, {"一", "二", "三", "四", "五", "六", "七",
                                  "八", "九", "十", "第", "章", "节", "部分"}),
               {"情况", "方面", "部分", "工作"});
  return core.size() >= 6 ? std::string(core) : words;
}

bool Matches(std::string_view title, std::string_view heading) {
  if (title.empty() || heading.empty()) return false;
  if (title == heading) return true;
  return title.size() >= 12 && Has(heading, title);
}

std::vector<std::string> HeadingsOf(const Document& document) {
  std::vector<std::string> headings;
  for (const auto& block : document.blocks()) {
    if (block.has_heading()) {
      headings.push_back(Core(core::TextOf(block.heading().runs())));
    } else if (block.has_paragraph() &&
               block.paragraph().role() != Paragraph::ROLE_CONTENTS) {
      const std::string text = core::TextOf(block);
      const std::size_t end = FindAny(text, {"。", "：", "\n"});
      if (end != std::string::npos && end <= kLongestInlineHeading) {
        headings.push_back(Core(text.substr(0, end)));
      }
    }
  }
  return headings;
}

bool HasHeading(const Document& document) {
  return std::any_of(document.blocks().begin(), document.blocks().end(),
                     [](const auto& block) { return block.has_heading(); });
}

bool IsPresent(const Section& section,
               const std::vector<std::string>& headings) {
  std::vector<std::string> names(section.aliases().begin(),
                                 section.aliases().end());
  names.push_back(section.title().zh());
  return std::any_of(names.begin(), names.end(), [&](const auto& name) {
    const std::string title = Core(name);
    return std::any_of(
        headings.begin(), headings.end(),
        [&](const auto& heading) { return Matches(title, heading); });
  });
}

void CheckSection(const Section& section,
                  const std::vector<std::string>& headings, Checks& checks) {
  if (section.required() && !IsPresent(section, headings)) {
    checks.push_back(
        CheckMaker("outline")
            .Severity(SEVERITY_QUERY)
            .Reported("", std::nullopt)
            .Message(MessageId::kOutlineMissing,
                     {{"title", section.title().zh(), section.title().en()}})
            .Instruction(MessageId::kOutlineInstruction)
            .Done());
  }
  for (const Section& part : section.sections()) {
    CheckSection(part, headings, checks);
  }
}

}  // namespace

void CheckOutline(const Edition& edition, const Document& document,
                  Checks& checks) {
  if (!HasHeading(document)) return;
  const std::vector<std::string> headings = HeadingsOf(document);
  for (const Section& section : edition.sections()) {
    CheckSection(section, headings, checks);
  }
}

}  // namespace nianbao::validation
