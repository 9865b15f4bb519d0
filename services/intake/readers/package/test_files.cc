#include "services/intake/readers/package/test_files.h"

#include <zip.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/document.h"
#include "services/intake/readers/sheet/cell_place.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

// Smaller parts are kept as they are: fuzzers make thousands of files a second.
constexpr std::size_t kFewBytes = 2048;
constexpr char kTypeRoot[] =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr char kNames[] =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships\"";

std::string Link(const std::string& id, const std::string& type,
                 const std::string& target) {
  return absl::StrCat("<Relationship Id=\"", id, "\" Type=\"", kTypeRoot, type,
                      "\" Target=\"", target, "\"/>");
}

std::string Links(const std::string& links) {
  return absl::StrCat("<?xml version=\"1.0\"?><Relationships>", links,
                      "</Relationships>");
}

// The parts that say which part is the main one and what it is.
TestParts Frame(const std::string& main, const std::string& kind) {
  return {
      {"[Content_Types].xml",
       absl::StrCat("<Types><Default Extension=\"xml\" "
                    "ContentType=\"application/xml\"/><Override PartName=\"/",
                    main,
                    "\" ContentType=\"application/vnd.openxmlformats-"
                    "officedocument.",
                    kind, ".main+xml\"/></Types>")},
      {"_rels/.rels", Links(Link("rId1", "officeDocument", main))},
  };
}

std::string RoleMark(Paragraph::Role role) {
  switch (role) {
    case Paragraph::ROLE_TITLE:
      return "[title] ";
    case Paragraph::ROLE_SUBTITLE:
      return "[subtitle] ";
    case Paragraph::ROLE_CONTENTS:
      return "[contents] ";
    case Paragraph::ROLE_CAPTION:
      return "[caption] ";
    case Paragraph::ROLE_LIST_ITEM:
      return "[item] ";
    default:
      return "";
  }
}

void ShowTable(const Block& block, std::vector<std::string>& shown) {
  for (int r = 0; r < block.table().rows_size(); ++r) {
    std::string line;
    for (const auto& cell : block.table().rows(r).cells()) {
      line += line.empty() ? (cell.header() ? "!" : "|") : "|";
      line += core::TextOf(cell.runs());
      if (cell.column_span() > 1)
        absl::StrAppend(&line, "<", cell.column_span());
      if (cell.row_span() > 1) absl::StrAppend(&line, "^", cell.row_span());
    }
    shown.push_back(line);
  }
}

}  // namespace

std::string MakeZip(const TestParts& parts) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : parts) {
    zip_source_t* part =
        zip_source_buffer(zip, content.data(), content.size(), 0);
    const zip_int64_t index =
        zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (content.size() < kFewBytes) {
      zip_set_file_compression(zip, static_cast<zip_uint64_t>(index),
                               ZIP_CM_STORE, 0);
    }
  }
  zip_close(zip);
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

std::string MakeDocx(const std::string& body, const TestParts& parts) {
  TestParts all = Frame("word/document.xml", "wordprocessingml.document");
  std::string links;
  for (const auto& [name, content] : parts) {
    if (absl::StrContains(name, ".")) {
      all[name] = content;
      continue;
    }
    links += Link(absl::StrCat("r", name), name, name + ".xml");
    all[absl::StrCat("word/", name, ".xml")] =
        absl::StrCat("<w:", name, kNames, ">", content, "</w:", name, ">");
  }
  all["word/_rels/document.xml.rels"] = Links(links);
  all.try_emplace("word/document.xml",
                  absl::StrCat("<?xml version=\"1.0\"?><w:document", kNames,
                               "><w:body>", body, "</w:body></w:document>"));
  return MakeZip(all);
}

std::string MakeXlsx(const std::vector<TestSheet>& sheets,
                     const TestParts& parts) {
  TestParts all = Frame("xl/workbook.xml", "spreadsheetml.sheet");
  std::string links = Link("rS", "sharedStrings", "sharedStrings.xml") +
                      Link("rT", "styles", "styles.xml");
  std::string list;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string file = absl::StrCat("worksheets/sheet", i + 1, ".xml");
    links += Link(absl::StrCat("rId", i), "worksheet", file);
    absl::StrAppend(&list, "<sheet name=\"", sheets[i].name, "\" state=\"",
                    sheets[i].state, "\" r:id=\"rId", i, "\"/>");
    all[absl::StrCat("xl/", file)] =
        absl::StrCat("<worksheet>", sheets[i].xml, "</worksheet>");
  }
  for (const auto& [name, content] : parts) {
    const std::string root = name == "styles" ? "styleSheet" : "sst";
    all[absl::StrCat("xl/", name, ".xml")] =
        absl::StrCat("<", root, ">", content, "</", root, ">");
  }
  all["xl/_rels/workbook.xml.rels"] = Links(links);
  all["xl/workbook.xml"] = absl::StrCat("<workbook", kNames, "><sheets>", list,
                                        "</sheets></workbook>");
  return MakeZip(all);
}

std::string Para(const std::string& text, const std::string& look) {
  return absl::StrCat("<w:p>", look.empty() ? "" : "<w:pPr>", look,
                      look.empty() ? "" : "</w:pPr>",
                      "<w:r><w:t xml:space=\"preserve\">", text,
                      "</w:t></w:r></w:p>");
}

std::string Rows(const std::vector<std::vector<std::string>>& rows) {
  std::string xml = "<sheetData>";
  for (std::size_t r = 0; r < rows.size(); ++r) {
    absl::StrAppend(&xml, "<row r=\"", r + 1, "\">");
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& text = rows[r][c];
      if (text.empty()) continue;
      const std::string place =
          PlaceName({static_cast<int>(r) + 1, static_cast<int>(c) + 1});
      absl::StrAppend(&xml, "<c r=\"", place, "\"");
      if (text[0] == '=') {
        absl::StrAppend(&xml, "><v>", text.substr(1), "</v></c>");
      } else {
        absl::StrAppend(&xml, " t=\"inlineStr\"><is><t>", text,
                        "</t></is></c>");
      }
    }
    xml += "</row>";
  }
  return xml + "</sheetData>";
}

std::vector<std::string> Shown(const Document& document) {
  std::vector<std::string> shown;
  for (const Block& block : document.blocks()) {
    if (block.has_heading()) {
      shown.push_back(absl::StrCat("#", block.heading().level(), " ",
                                   block.heading().number(), "|",
                                   core::TextOf(block.heading().runs())));
    } else if (block.has_paragraph()) {
      shown.push_back(RoleMark(block.paragraph().role()) +
                      core::TextOf(block.paragraph().runs()));
    } else if (block.has_table()) {
      ShowTable(block, shown);
    } else {
      for (const auto& line : block.notice().lines()) {
        shown.push_back("[note] " + core::TextOf(line.runs()));
      }
    }
  }
  return shown;
}

}  // namespace nianbao::intake
