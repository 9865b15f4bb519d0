// Writes well-formed HTML: every text escaped, every element closed.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_MARKUP_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_MARKUP_H_

#include <string>
#include <utility>
#include <vector>

namespace nianbao::report::html {

// `text` for element content and attribute values: the five special
// characters as references, characters that HTML forbids as U+FFFD.
std::string Escape(const std::string& text);

// An identifier for id attributes and fragments: `prefix` and `name`, in which
// other bytes than ASCII letters, digits, "-" and "." become "_" and two
// hexadecimal digits. Different names give different anchors.
std::string Anchor(const std::string& prefix, const std::string& name);

// Attributes in order; those with an empty value are left out.
using Attributes = std::vector<std::pair<std::string, std::string>>;

// The text of a page so far. The output is also well-formed XML.
class Markup {
 public:
  // Starts an element; Close ends the one opened last.
  void Open(const std::string& tag, const Attributes& attributes = {});
  void Close();

  // An element without content or end tag, such as "meta".
  void Void(const std::string& tag, const Attributes& attributes = {});

  void Text(const std::string& text);

  // Text that is markup or a style sheet of our own; never anything read.
  void Raw(const std::string& trusted);

  // An element with text only.
  void Leaf(const std::string& tag, const Attributes& attributes,
            const std::string& text);

  // Starts a new line, to keep the file readable.
  void Line();

  // The page; the writer is empty after it.
  std::string Take();

 private:
  void Tag(const std::string& tag, const Attributes& attributes,
           const char* end);

  std::string out_;
  std::vector<std::string> open_;
};

// An element for as long as the object lives.
class Element {
 public:
  Element(Markup& markup, const std::string& tag,
          const Attributes& attributes = {})
      : markup_(markup) {
    markup_.Open(tag, attributes);
  }
  ~Element() { markup_.Close(); }
  Element(const Element&) = delete;
  Element& operator=(const Element&) = delete;

 private:
  Markup& markup_;
};

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_MARKUP_H_
