#include "services/intake/readers/docx/body_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "services/core/errors.h"
#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/docx/column_edges.h"
#include "services/intake/readers/docx/table_cells.h"
#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/readers/package/file_errors.h"
#include "services/intake/readers/package/xml_part.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

// Longer text is no heading, whatever its style says.
constexpr int kLongestHeading = 60;

constexpr std::size_t kLongestParagraph = std::size_t{1} << 20;

constexpr std::string_view kContentsGallery = "Table of Contents";

bool Wraps(std::string_view name) {
  return name == "sdtContent" || name == "customXml" || name == "ins" ||
         name == "moveTo" || name == "smartTag";
}

// Running text that was given a heading's style.
bool IsRunningText(const std::string& text) {
  return CountChars(text) > kLongestHeading ||
         text.find("。") != std::string::npos;
}

// Whether an item of a list states a figure: digits that name no year, month,
// day or class.
bool StatesFigure(const std::string& text) {
  const Chars chars(text);
  for (int i = 0; i < chars.size(); ++i) {
    if (!IsDigit(chars[i])) continue;
    while (IsDigit(chars[i])) ++i;
    constexpr std::u32string_view kNames = U"年月日级届";
    if (kNames.find(chars[i]) == std::u32string_view::npos) return true;
  }
  return false;
}

bool FramesText(const DocxTable& table) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [](const auto& row) { return row.cells.size() <= 1; });
}

// Joins the end of `before` with the beginning of `content`.
void Prepend(ParagraphContent before, ParagraphContent& content) {
  before.lines.back() += content.lines.front();
  before.lines.insert(before.lines.end(), content.lines.begin() + 1,
                      content.lines.end());
  content.lines = std::move(before.lines);
  before.notes.insert(before.notes.end(), content.notes.begin(),
                      content.notes.end());
  content.notes = std::move(before.notes);
  content.contents = content.contents || before.contents;
}

// Bytes of the lines with their ends.
std::size_t CountBytes(const std::vector<std::string>& lines) {
  std::size_t bytes = 0;
  for (const std::string& line : lines) bytes += line.size() + 1;
  return bytes;
}

std::vector<std::string> Trimmed(const std::vector<std::string>& lines) {
  std::vector<std::string> trimmed;
  for (const std::string& line : lines) {
    std::string text = Trim(line);
    if (!text.empty()) trimmed.push_back(std::move(text));
  }
  return trimmed;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

}  // namespace

absl::Status BodyReader::ReadBlock(pugi::xml_node node) {
  const std::string_view name = LocalName(node);
  if (name == "p") return ReadParagraph(node);
  if (name == "tbl") return ReadTable(node);
  if (name == "sdt") return ReadContentControl(node);
  if (name == "AlternateContent") return ReadBlocks(PickAlternative(node));
  if (Wraps(name)) return ReadBlocks(node);
  if (name == "altChunk") {
    return builder_.AddNote("未读取的内容", {"文中嵌入的另一份文件没有读取。"});
  }
  return absl::OkStatus();
}

absl::Status BodyReader::ReadBlocks(pugi::xml_node parent) {
  for (const pugi::xml_node child : parent.children()) {
    NIANBAO_RETURN_IF_ERROR(ReadBlock(child));
  }
  return absl::OkStatus();
}

absl::Status BodyReader::ReadContentControl(pugi::xml_node node) {
  const pugi::xml_node gallery = Child(Child(node, "sdtPr"), "docPartObj");
  const bool contents =
      ChildValue(gallery, "docPartGallery") == kContentsGallery;
  in_contents_ += contents ? 1 : 0;
  const absl::Status read = ReadBlocks(Child(node, "sdtContent"));
  in_contents_ -= contents ? 1 : 0;
  return read;
}

absl::Status BodyReader::ReadParagraph(pugi::xml_node node) {
  ParagraphContent content = ReadParagraphContent(node, parts_.styles, fields_);
  const std::vector<pugi::xml_node> boxes = std::exchange(content.boxes, {});
  const std::size_t bytes =
      std::exchange(carried_bytes_, 0) + CountBytes(content.lines);
  Prepend(std::exchange(carried_, {}), content);
  if (bytes > kLongestParagraph) {
    return FileTooLarge("", "a paragraph has more than 1 MB of text");
  }
  if (IsEndDeleted(node)) {
    carried_ = std::move(content);
    carried_bytes_ = bytes;
  } else {
    const ParagraphShape shape =
        ReadShape(node, parts_.styles, parts_.numbering);
    NIANBAO_RETURN_IF_ERROR(AddText(shape, content));
    NIANBAO_RETURN_IF_ERROR(AddNotes(content.notes));
  }
  for (const pugi::xml_node box : boxes) {
    NIANBAO_RETURN_IF_ERROR(ReadBlocks(box));
  }
  return absl::OkStatus();
}

absl::Status BodyReader::AddText(const ParagraphShape& shape,
                                 const ParagraphContent& content) {
  const std::vector<std::string> lines = Trimmed(content.lines);
  if (lines.empty()) return absl::OkStatus();
  if (shape.contents || content.contents || in_contents_ > 0) {
    return builder_.AddParagraph({WithLabel(shape, Joined(lines))},
                                 Paragraph::ROLE_CONTENTS);
  }
  if (shape.caption) {
    return builder_.AddParagraph({WithLabel(shape, Joined(lines))},
                                 Paragraph::ROLE_CAPTION);
  }
  const std::string words = Joined(lines);
  if (shape.level > 0 && !IsRunningText(words)) {
    return AddHeading(shape, WithLabel(shape, words), words);
  }
  return AddLines(shape, lines);
}

absl::Status BodyReader::AddHeading(const ParagraphShape& shape,
                                    const std::string& printed,
                                    const std::string& words) {
  const auto parsed = ParseHeading(printed);
  const int level =
      parsed ? static_cast<int>(parsed->style) * 8 + parsed->depth : 1;
  const std::string label = shape.label ? shape.label->text : "";
  NIANBAO_RETURN_IF_ERROR(
      parsed ? builder_.AddHeading(parsed->number, parsed->words, level)
             : builder_.AddHeading(label, words, level));
  if (shape.level > 0) {
    levels_[builder_.document().blocks().rbegin()->id()] = shape.level;
  }
  return absl::OkStatus();
}

// Line breaks are often put where a paragraph should end.
absl::Status BodyReader::AddLines(const ParagraphShape& shape,
                                  const std::vector<std::string>& lines) {
  const auto role =
      shape.label ? Paragraph::ROLE_LIST_ITEM : Paragraph::ROLE_UNSPECIFIED;
  const bool item = shape.label && StatesFigure(lines.front());
  std::vector<std::string> open;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string text = i == 0 ? WithLabel(shape, lines[i]) : lines[i];
    if (open.empty() && !(item && i == 0) && ParseHeading(text)) {
      NIANBAO_RETURN_IF_ERROR(AddHeading({}, text, text));
      continue;
    }
    open.push_back(text);
    if (i + 1 < lines.size() && GoesOn(text, lines[i + 1])) continue;
    NIANBAO_RETURN_IF_ERROR(builder_.AddParagraph(open, role));
    open.clear();
  }
  return absl::OkStatus();
}

absl::Status BodyReader::ReadTable(pugi::xml_node node) {
  NIANBAO_ASSIGN_OR_RETURN(DocxTable table, ReadTableCells(node));
  const bool frame = FramesText(table);
  Extras extras;
  for (DocxRow& row : table.rows) {
    for (DocxCell& cell : row.cells) {
      if (frame) {
        NIANBAO_RETURN_IF_ERROR(ReadBlocks(cell.node));
      } else {
        std::vector<std::string> lines;
        ReadCell(cell.node, extras, lines);
        if (!cell.goes_on) cell.text = JoinWrapped(lines);
      }
    }
  }
  if (frame) return absl::OkStatus();
  NIANBAO_RETURN_IF_ERROR(builder_.AddTable(MergeCells(table)));
  return AddExtras(extras);
}

void BodyReader::ReadCell(pugi::xml_node node, Extras& extras,
                          std::vector<std::string>& lines) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = LocalName(child);
    if (name == "tbl") {
      extras.tables.push_back(child);
    } else if (name == "AlternateContent") {
      ReadCell(PickAlternative(child), extras, lines);
    } else if (name == "sdt" || Wraps(name)) {
      ReadCell(child, extras, lines);
    } else if (name == "p") {
      ParagraphContent content =
          ReadParagraphContent(child, parts_.styles, fields_);
      const ParagraphShape shape =
          ReadShape(child, parts_.styles, parts_.numbering);
      content.lines.front() = WithLabel(shape, content.lines.front());
      lines.insert(lines.end(), content.lines.begin(), content.lines.end());
      extras.boxes.insert(extras.boxes.end(), content.boxes.begin(),
                          content.boxes.end());
      extras.notes.insert(extras.notes.end(), content.notes.begin(),
                          content.notes.end());
    }
  }
}

absl::Status BodyReader::AddExtras(const Extras& extras) {
  for (const pugi::xml_node table : extras.tables) {
    NIANBAO_RETURN_IF_ERROR(ReadTable(table));
  }
  for (const pugi::xml_node box : extras.boxes) {
    NIANBAO_RETURN_IF_ERROR(ReadBlocks(box));
  }
  return AddNotes(extras.notes);
}

// A note is printed once, however often it is referred to.
absl::Status BodyReader::AddNotes(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    auto note = parts_.notes.extract(key);
    if (note.empty()) continue;
    for (const std::string& text : note.mapped()) {
      NIANBAO_RETURN_IF_ERROR(
          builder_.AddParagraph({text}, Paragraph::ROLE_UNSPECIFIED));
    }
  }
  return absl::OkStatus();
}

Document BodyReader::Finish() {
  // A deleted end at the very end has nothing to join with.
  AddText({}, std::exchange(carried_, {})).IgnoreError();
  Document document = builder_.Finish();
  SetStyledLevels(levels_, document);
  return document;
}

}  // namespace nianbao::intake
