#include "services/intake/readers/sheet/format_section.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/ascii.h"
#include "services/intake/readers/sheet/stored_number.h"

namespace nianbao::intake {
namespace {

using Kind = FormatToken::Kind;

constexpr std::size_t kMostSections = 4;
constexpr std::string_view kChineseGeneral = "g/通用格式";
constexpr std::string_view kChineseHalves = "上午/下午";

bool IsDateLetter(char c) {
  return std::string_view("ymdhseaYMDHSEA").find(c) != std::string_view::npos;
}

// Reads one code from left to right.
class FormatParser {
 public:
  explicit FormatParser(std::string_view code) : code_(code) {}

  std::vector<FormatSection> Parse() {
    sections_.emplace_back();
    while (at_ < code_.size()) {
      if (code_[at_] == ';') {
        ++at_;
        if (sections_.size() == kMostSections) break;
        sections_.emplace_back();
      } else {
        ReadToken();
      }
    }
    for (FormatSection& section : sections_) Settle(section);
    return std::move(sections_);
  }

 private:
  FormatSection& section() { return sections_.back(); }

  void Add(Kind kind, std::string text) {
    auto& tokens = section().tokens;
    const bool joins = kind == Kind::kLiteral && !tokens.empty() &&
                       tokens.back().kind == Kind::kLiteral;
    if (joins) {
      tokens.back().text += text;
    } else {
      tokens.push_back({kind, std::move(text)});
    }
  }

  bool HasAt(std::string_view word) const {
    const std::string_view here = code_.substr(at_, word.size());
    return here.size() == word.size() &&
           std::equal(
               here.begin(), here.end(), word.begin(), [](char a, char b) {
                 return absl::ascii_tolower(static_cast<unsigned char>(a)) ==
                        absl::ascii_tolower(static_cast<unsigned char>(b));
               });
  }

  bool Take(std::string_view word, Kind kind) {
    if (!HasAt(word)) return false;
    Add(kind,
        absl::AsciiStrToLower(absl::string_view(word.data(), word.size())));
    at_ += word.size();
    return true;
  }

  void ReadToken() {
    const char c = code_[at_];
    if (c == '"') return ReadQuoted();
    if (c == '[') return ReadBracket();
    if (c == '\\' || c == '!') return ReadEscaped();
    if (c == '_' || c == '*') return SkipFiller();
    if (Take("general", Kind::kGeneral) ||
        Take(kChineseGeneral, Kind::kGeneral) || Take("am/pm", Kind::kDate) ||
        Take("a/p", Kind::kDate) || Take(kChineseHalves, Kind::kDate)) {
      return;
    }
    if (HasAt("E+") || HasAt("E-")) {
      section().unusual = true;
      ++at_;
    } else if (IsDateLetter(c)) {
      ReadDate();
    } else {
      ReadMark(c);
      ++at_;
    }
  }

  void ReadMark(char c) {
    const auto& tokens = section().tokens;
    const bool behind_digit =
        !tokens.empty() && tokens.back().kind == Kind::kDigit;
    if (c == '0' || c == '#' || c == '?') {
      Add(Kind::kDigit, std::string(1, c));
    } else if (c == '.') {
      Add(Kind::kPoint, ".");
    } else if (c == '%') {
      Add(Kind::kPercent, "%");
    } else if (c == '@') {
      Add(Kind::kGeneral, "@");
    } else if (c == ',') {
      // Between digits a comma parts thousands, behind them it leaves them
      // away; which it is shows when all is read.
      Add(behind_digit ? Kind::kDigit : Kind::kLiteral, ",");
    } else if (c == '/' && behind_digit) {
      section().unusual = true;
    } else {
      Add(Kind::kLiteral, std::string(1, c));
    }
  }

  void ReadQuoted() {
    const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
    Add(Kind::kLiteral, std::string(code_.substr(at_ + 1, end - at_ - 1)));
    at_ = end + 1;
  }

  // A whole character, which may take several bytes.
  std::size_t NextChar(std::size_t at) const {
    if (at < code_.size()) ++at;
    while (at < code_.size() && (code_[at] & 0xC0) == 0x80) ++at;
    return at;
  }

  void ReadEscaped() {
    const std::size_t end = NextChar(at_ + 1);
    Add(Kind::kLiteral, std::string(code_.substr(at_ + 1, end - at_ - 1)));
    at_ = end;
  }

  void SkipFiller() { at_ = NextChar(at_ + 1); }

  void ReadDate() {
    const char letter =
        absl::ascii_tolower(static_cast<unsigned char>(code_[at_]));
    std::string run;
    while (at_ < code_.size() && absl::ascii_tolower(static_cast<unsigned char>(
                                     code_[at_])) == letter) {
      run += letter;
      ++at_;
    }
    Add(Kind::kDate, std::move(run));
  }

  void ReadBracket() {
    const std::size_t end = std::min(code_.find(']', at_), code_.size());
    const std::string inner = absl::AsciiStrToLower(absl::string_view(
        code_.data() + at_ + 1, end > at_ ? end - at_ - 1 : 0));
    at_ = std::min(end + 1, code_.size());
    if (inner.empty()) return;
    if (inner == "red" || inner == "红色" || inner == "color3") {
      section().red = true;
    } else if (inner.find_first_not_of(inner[0]) == inner.npos &&
               std::string_view("hms").find(inner[0]) != inner.npos) {
      Add(Kind::kElapsed, inner);
    } else if (inner[0] == '$') {
      Add(Kind::kLiteral, inner.substr(1, inner.find('-') - 1));
    } else if (inner[0] == '<' || inner[0] == '>' || inner[0] == '=') {
      ReadComparison(inner);
    }
  }

  void ReadComparison(const std::string& inner) {
    const std::size_t number = inner.find_first_not_of("<>=");
    if (number == inner.npos) return;
    const auto bound = StoredNumber::Read(inner.substr(number));
    if (!bound) return;
    section().comparison = inner.substr(0, number);
    section().bound = bound->Value();
  }

  // Decides what commas mean, and whether the section shows dates.
  static void Settle(FormatSection& section) {
    auto& tokens = section.tokens;
    const auto is_digit = [](const FormatToken& token) {
      return token.kind == Kind::kDigit && token.text != ",";
    };
    bool last = true;  // no digit of the whole part stands behind
    for (auto it = tokens.rbegin(); it != tokens.rend(); ++it) {
      section.date =
          section.date || it->kind == Kind::kDate || it->kind == Kind::kElapsed;
      if (is_digit(*it)) last = false;
      if (it->kind == Kind::kPoint) last = true;
      if (it->kind != Kind::kDigit || it->text != ",") continue;
      if (last) ++section.thousands;
      if (!last) section.grouped = true;
    }
    tokens.erase(std::remove_if(tokens.begin(), tokens.end(),
                                [](const FormatToken& token) {
                                  return token.kind == Kind::kDigit &&
                                         token.text == ",";
                                }),
                 tokens.end());
  }

  const std::string_view code_;
  std::size_t at_ = 0;
  std::vector<FormatSection> sections_;
};

}  // namespace

std::vector<FormatSection> ParseFormat(std::string_view code) {
  return FormatParser(code).Parse();
}

}  // namespace nianbao::intake
