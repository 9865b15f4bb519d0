#include "services/validation/expression_text.h"

#include <vector>

namespace nianbao::validation {
namespace {

bool IsCodeStart(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Writes one expression; it has been parsed before, so it is well formed.
class Writer {
 public:
  Writer(std::string_view text, const ReferenceText& reference_text)
      : text_(text), reference_text_(reference_text) {}

  std::string Run() {
    while (at_ < text_.size()) Step();
    return Bare(out_);
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (IsCodeStart(c)) {
      Word();
      return;
    }
    ++at_;
    switch (c) {
      case ' ':
        return;
      case '*':
        out_ += "×";
        return;
      case '/':
        out_ += "÷";
        return;
      case '-':
        out_ += "−";
        return;
      case '(':
        Open(false);
        return;
      case ')':
        calls_.pop_back();
        out_ += ")";
        return;
      case ',':
        out_ += calls_.back() ? "+" : ", ";
        return;
      default:
        out_ += c;
    }
  }

  void Open(bool sum) {
    calls_.push_back(sum);
    out_ += "(";
  }

  void Word() {
    const std::size_t start = at_;
    while (at_ < text_.size() &&
           (IsCodeStart(text_[at_]) || IsDigit(text_[at_]))) {
      ++at_;
    }
    core::Reference reference;
    reference.code = std::string(text_.substr(start, at_ - start));
    std::size_t next = at_;
    while (next < text_.size() && text_[next] == ' ') ++next;
    if (next < text_.size() && text_[next] == '(') {
      at_ = next + 1;
      const bool sum = reference.code == "sum";
      if (!sum) out_ += reference.code;
      Open(sum);
      return;
    }
    Suffixes(reference);
    out_ += reference_text_(reference);
  }

  void Suffixes(core::Reference& reference) {
    if (text_.substr(at_, 2) == "@-") {
      at_ += 2;
      while (at_ < text_.size() && IsDigit(text_[at_])) {
        reference.years_back = reference.years_back * 10 + (text_[at_++] - '0');
      }
    }
    if (text_.substr(at_, 3) == "[*]") {
      at_ += 3;
      reference.each = true;
    }
  }

  // Without brackets around the whole.
  static std::string Bare(const std::string& text) {
    if (text.empty() || text.front() != '(') return text;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && --depth == 0) {
        return i + 1 == text.size() ? text.substr(1, text.size() - 2) : text;
      }
    }
    return text;
  }

  const std::string_view text_;
  const ReferenceText& reference_text_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<bool> calls_;  // whether each open bracket is a sum's
};

}  // namespace

std::string ExpressionText(std::string_view expression,
                           const ReferenceText& reference_text) {
  return Writer(expression, reference_text).Run();
}

}  // namespace nianbao::validation
