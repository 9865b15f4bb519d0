#include "services/validation/outline_checks.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/core/document.h"
#include "services/core/wording.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Section;
using nianbao::catalogue::v1::Severity;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;
using nianbao::document::v1::Place;

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

// A heading of the document.
struct HeadingLine {
  // Its words without numbers, marks and filling words.
  std::string core;
  std::string printed;
  Place place;
  // Place among the document's blocks; depth, zero where the heading opens a
  // paragraph.
  int block = 0;
  int level = 0;
};

HeadingLine LineOf(const Document& document, int block, std::string printed,
                   int level) {
  HeadingLine line;
  line.core = Core(printed);
  line.printed = std::move(printed);
  line.block = block;
  line.level = level;
  line.place.set_block(document.blocks(block).id());
  for (const auto& run : document.blocks(block).heading().runs()) {
    if (run.place().line() > 0) line.place.set_line(run.place().line());
  }
  return line;
}

std::vector<HeadingLine> HeadingsOf(const Document& document) {
  std::vector<HeadingLine> headings;
  for (int i = 0; i < document.blocks_size(); ++i) {
    const auto& block = document.blocks(i);
    if (block.has_heading()) {
      headings.push_back(LineOf(document, i,
                                core::TextOf(block.heading().runs()),
                                block.heading().level()));
    } else if (block.has_paragraph() &&
               block.paragraph().role() != Paragraph::ROLE_CONTENTS) {
      const std::string text = core::TextOf(block);
      const std::size_t end = FindAny(text, {"。", "：", "\n"});
      if (end != std::string::npos && end <= kLongestInlineHeading) {
        headings.push_back(LineOf(document, i, text.substr(0, end), 0));
      }
    }
  }
  return headings;
}

bool HasHeading(const Document& document) {
  return std::any_of(document.blocks().begin(), document.blocks().end(),
                     [](const auto& block) { return block.has_heading(); });
}

bool HasTable(const Document& document) {
  return std::any_of(document.blocks().begin(), document.blocks().end(),
                     [](const auto& block) { return block.has_table(); });
}

// Looks a report's headings up in the outline.
class OutlineSearch {
 public:
  OutlineSearch(const Document& document, Checks& checks)
      : document_(document),
        headings_(HeadingsOf(document)),
        has_tables_(HasTable(document)),
        checks_(checks) {}

  void Run(const Edition& edition) {
    for (const Section& section : edition.sections()) {
      LookFor(section);
      NoteOrder(section);
    }
  }

 private:
  // The first heading that one of the names stands in. Headings with something
  // below them go before bare ones, which a list of contents may be, and those
  // before paragraphs that open with the words.
  template <typename Names>
  const HeadingLine* Find(const Names& names) const {
    const HeadingLine* bare = nullptr;
    const HeadingLine* in_text = nullptr;
    for (const HeadingLine& heading : headings_) {
      const bool named = std::any_of(
          names.begin(), names.end(),
          [&](const auto& name) { return Matches(Core(name), heading.core); });
      if (!named) continue;
      if (heading.level > 0 && !IsEmpty(heading)) return &heading;
      const HeadingLine*& weak = heading.level > 0 ? bare : in_text;
      if (weak == nullptr) weak = &heading;
    }
    return bare != nullptr ? bare : in_text;
  }

  const HeadingLine* Find(const Section& section) const {
    const HeadingLine* titled = Find(std::vector{section.title().zh()});
    return titled != nullptr ? titled : Find(section.aliases());
  }

  void LookFor(const Section& section) {
    if (section.required() && !IsTables(section)) LookForRequired(section);
    for (const Section& part : section.sections()) LookFor(part);
  }

  // Whether the section is the edition's tables, which are looked for by their
  // figures.
  bool IsTables(const Section& section) const {
    return has_tables_ &&
           std::any_of(section.parts().begin(), section.parts().end(),
                       [](const auto& part) { return part.indicator_table(); });
  }

  void LookForRequired(const Section& section) {
    const HeadingLine* heading = Find(section);
    const Args args = {{"title", section.title().zh(), section.title().en()}};
    if (heading == nullptr) {
      Add(SEVERITY_QUERY, MessageId::kOutlineMissing, args,
          MessageId::kOutlineInstruction, nullptr);
      return;
    }
    if (IsEmpty(*heading)) {
      Add(SEVERITY_QUERY, MessageId::kOutlineEmpty, args,
          MessageId::kOutlineEmptyInstruction, heading);
    }
    if (Find(std::vector{section.title().zh()}) == nullptr) {
      Args renamed = args;
      renamed.push_back({"printed", heading->printed});
      Add(SEVERITY_NOTE, MessageId::kOutlineRenamed, renamed,
          MessageId::kOutlineRenamedInstruction, heading);
    }
  }

  // Whether only headings below it, or nothing, follow up to the next heading
  // of its level.
  bool IsEmpty(const HeadingLine& heading) const {
    if (heading.level == 0) return false;
    for (int i = heading.block + 1; i < document_.blocks_size(); ++i) {
      const auto& block = document_.blocks(i);
      if (!block.has_heading()) return false;
      if (block.heading().level() <= heading.level) return true;
    }
    return true;
  }

  // Sections of the outline's first level under headings of one depth.
  void NoteOrder(const Section& section) {
    const HeadingLine* heading = Find(section);
    if (heading == nullptr || heading->level == 0) return;
    const bool comparable = last_ != nullptr && last_->level == heading->level;
    if (comparable && heading->block < last_->block) {
      Add(SEVERITY_NOTE, MessageId::kOutlineOrder,
          {{"title", last_section_->title().zh(), last_section_->title().en()},
           {"before", section.title().zh(), section.title().en()}},
          MessageId::kOutlineOrderInstruction, last_);
      return;
    }
    last_ = heading;
    last_section_ = &section;
  }

  void Add(Severity severity, MessageId message, const Args& args,
           MessageId instruction, const HeadingLine* heading) {
    CheckMaker maker("outline");
    maker.Severity(severity)
        .Reported("", std::nullopt)
        .Message(message, args)
        .Instruction(instruction);
    if (heading != nullptr) {
      TextFigure figure;
      figure.text = heading->printed;
      figure.label = heading->printed;
      figure.place = heading->place;
      maker.Operand(figure, "heading");
    }
    checks_.push_back(maker.Done());
  }

  const Document& document_;
  const std::vector<HeadingLine> headings_;
  const bool has_tables_;
  Checks& checks_;
  const HeadingLine* last_ = nullptr;
  const Section* last_section_ = nullptr;
};

}  // namespace

void CheckOutline(const Edition& edition, const Document& document,
                  Checks& checks) {
  if (!HasHeading(document)) return;
  OutlineSearch(document, checks).Run(edition);
}

}  // namespace nianbao::validation
