#include "services/report/renderers/html/markup.h"

#include <cctype>

namespace nianbao::report::html {
namespace {

constexpr char kReplacement[] = "\xEF\xBF\xBD";

// Whether the byte is a control character that HTML has no place for.
bool IsForbidden(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

}  // namespace

std::string Escape(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (IsForbidden(static_cast<unsigned char>(c))) {
          out += kReplacement;
        } else {
          out += c;
        }
    }
  }
  return out;
}

std::string Anchor(const std::string& prefix, const std::string& name) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = prefix;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '.')) {
      out += c;
    } else {
      out += '_';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 0xFU];
    }
  }
  return out;
}

void Markup::Tag(const std::string& tag, const Attributes& attributes,
                 const char* end) {
  out_ += "<" + tag;
  for (const auto& [name, value] : attributes) {
    if (!value.empty()) out_ += " " + name + "=\"" + Escape(value) + "\"";
  }
  out_ += end;
}

void Markup::Open(const std::string& tag, const Attributes& attributes) {
  Tag(tag, attributes, ">");
  open_.push_back(tag);
}

void Markup::Close() {
  out_ += "</" + open_.back() + ">";
  open_.pop_back();
}

void Markup::Void(const std::string& tag, const Attributes& attributes) {
  Tag(tag, attributes, "/>");
}

void Markup::Text(const std::string& text) { out_ += Escape(text); }

void Markup::Raw(const std::string& trusted) { out_ += trusted; }

void Markup::Leaf(const std::string& tag, const Attributes& attributes,
                  const std::string& text) {
  Open(tag, attributes);
  Text(text);
  Close();
}

void Markup::Line() { out_ += '\n'; }

std::string Markup::Take() {
  std::string page = std::move(out_);
  out_.clear();
  open_.clear();
  return page;
}

}  // namespace nianbao::report::html
