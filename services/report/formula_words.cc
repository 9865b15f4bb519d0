#include "services/report/formula_words.h"

#include <cctype>
#include <map>
#include <string_view>

namespace nianbao::report {
namespace {

bool IsCodeStart(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool IsCodePart(char c) {
  return IsCodeStart(c) || std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::string FunctionName(const std::string& word) {
  static const std::map<std::string, std::string> kNames = {
      {"sum", "合计"},
      {"min", "最小"},
      {"max", "最大"},
      {"mean", "平均"},
      {"attainable", "可能出现"}};
  const auto found = kNames.find(word);
  return found == kNames.end() ? "" : found->second;
}

// The text as people write it, and how many bytes it stands for.
struct Piece {
  std::string text;
  std::size_t length;
};

Piece YearPiece(std::string_view rest) {
  std::size_t end = 2;
  while (end < rest.size() && IsCodePart(rest[end])) ++end;
  const std::string years(rest.substr(2, end - 2));
  if (years == "1") return {"（上年）", end};
  return {"（" + years + "年前）", end};
}

Piece CodePiece(std::string_view rest, const TitleOf& title) {
  std::size_t end = 1;
  while (end < rest.size() && IsCodePart(rest[end])) ++end;
  const std::string word(rest.substr(0, end));
  std::string text = title(word);
  if (text.empty()) text = FunctionName(word);
  if (text.empty()) text = word;
  return {text, end};
}

Piece SignPiece(std::string_view rest) {
  static const std::map<std::string, std::string, std::less<>> kSigns = {
      {"<=", " ≤ "}, {">=", " ≥ "},      {"*", " × "}, {"/", " ÷ "},
      {"+", " + "},  {"-", " − "},       {"=", " = "}, {"<", " < "},
      {">", " > "},  {",", "，"},        {"(", "("},   {")", ")"},
      {" ", ""},     {"[*]", "（各项）"}};
  for (const std::size_t length : {3U, 2U, 1U}) {
    const auto found = kSigns.find(rest.substr(0, length));
    if (found != kSigns.end()) return {found->second, length};
  }
  return {std::string(rest.substr(0, 1)), 1};
}

}  // namespace

std::string FormulaInWords(const std::string& formula, const TitleOf& title) {
  std::string words;
  std::size_t at = 0;
  while (at < formula.size()) {
    const std::string_view rest = std::string_view(formula).substr(at);
    Piece piece;
    if (rest.substr(0, 2) == "@-") {
      piece = YearPiece(rest);
    } else if (IsCodeStart(rest[0])) {
      piece = CodePiece(rest, title);
    } else {
      piece = SignPiece(rest);
    }
    words += piece.text;
    at += piece.length;
  }
  return words;
}

}  // namespace nianbao::report
