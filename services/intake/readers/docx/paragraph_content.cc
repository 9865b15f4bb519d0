#include "services/intake/readers/docx/paragraph_content.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/intake/readers/docx/symbol.h"
#include "services/intake/readers/package/clean_text.h"
#include "services/intake/readers/package/xml_part.h"

namespace nianbao::intake {
namespace {

template <std::size_t N>
bool IsOneOf(const std::array<std::string_view, N>& names,
             std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Text that was taken away or only guides Word, and phonetic guides.
constexpr std::array<std::string_view, 10> kDropped = {
    "del",          "moveFrom", "rPr",        "pPr",     "delText",
    "delInstrText", "rt",       "annotation", "fldData", "sdtPr"};

bool HasText(pugi::xml_node node) {
  const std::string_view name = LocalName(node);
  if (name == "txbxContent" || name == "t") return true;
  return std::any_of(node.begin(), node.end(), HasText);
}

class ContentReader {
 public:
  ContentReader(const StyleTable& styles, FieldStack& fields)
      : styles_(styles), fields_(fields) {}

  void Read(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) ReadNode(child);
  }

  ParagraphContent Take() { return std::move(content_); }

 private:
  void ReadNode(pugi::xml_node node) {
    const std::string_view name = LocalName(node);
    if (name.empty() || IsOneOf(kDropped, name)) return;
    if (name == "r") return ReadRun(node);
    if (name == "fldSimple") return ReadSimpleField(node);
    if (name == "AlternateContent") return Read(PickAlternative(node));
    if (name == "txbxContent") return content_.boxes.push_back(node);
    if (!ReadLeaf(node, name)) Read(node);
  }

  // Text, marks and references; whether the element is one of them.
  bool ReadLeaf(pugi::xml_node node, std::string_view name) {
    if (name == "t") {
      Add(node.child_value());
    } else if (name == "tab" || name == "ptab") {
      Add("\t");
    } else if (name == "br" || name == "cr") {
      AddBreak();
    } else if (name == "noBreakHyphen") {
      Add("-");
    } else if (name == "sym") {
      Add(SymbolText(Attribute(node, "font"), Attribute(node, "char")));
    } else if (name == "fldChar") {
      fields_.Mark(Attribute(node, "fldCharType"));
    } else if (name == "instrText") {
      fields_.Instruct(node.child_value());
    } else if (name == "footnoteReference") {
      content_.notes.push_back("f" + std::string(Attribute(node, "id")));
    } else if (name == "endnoteReference") {
      content_.notes.push_back("e" + std::string(Attribute(node, "id")));
    } else {
      return false;
    }
    return true;
  }

  // Hidden text goes, but its field marks still count.
  void ReadRun(pugi::xml_node run) {
    const pugi::xml_node look = Child(run, "rPr");
    const bool before = hidden_;
    if (Child(look, "vanish")) {
      hidden_ = IsOn(look, "vanish");
    } else if (styles_.IsHidden(std::string(ChildValue(look, "rStyle")))) {
      hidden_ = true;
    }
    Read(run);
    hidden_ = before;
  }

  void ReadSimpleField(pugi::xml_node field) {
    content_.contents =
        content_.contents || MakesContents(Attribute(field, "instr"));
    Read(field);
  }

  bool Shows() const { return !hidden_ && fields_.Shows(); }

  void Add(std::string_view text) {
    if (!Shows() || text.empty()) return;
    content_.lines.back() += CleanText(text);
    content_.contents = content_.contents || fields_.InContents();
  }

  void AddBreak() {
    if (Shows()) content_.lines.emplace_back();
  }

  const StyleTable& styles_;
  FieldStack& fields_;
  bool hidden_ = false;
  ParagraphContent content_;
};

bool HidesText(pugi::xml_node paragraph, const StyleTable& styles) {
  const std::string style(ChildValue(Child(paragraph, "pPr"), "pStyle"));
  return styles.Paragraph(style).hidden.value_or(false);
}

}  // namespace

ParagraphContent ReadParagraphContent(pugi::xml_node paragraph,
                                      const StyleTable& styles,
                                      FieldStack& fields) {
  ContentReader reader(styles, fields);
  if (!HidesText(paragraph, styles)) reader.Read(paragraph);
  return reader.Take();
}

pugi::xml_node PickAlternative(pugi::xml_node alternates) {
  for (const pugi::xml_node alternative : alternates.children()) {
    if (HasText(alternative)) return alternative;
  }
  return {};
}

}  // namespace nianbao::intake
