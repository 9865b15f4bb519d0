#include "services/validation/text_scan.h"

#include <algorithm>

namespace nianbao::validation {
namespace {

// Whether `word` can stand at the end of `text`, told by the last byte: of Han
// characters it differs most, and nearly all comparisons fail.
bool MayEndWith(std::string_view text, std::string_view word) {
  return word.empty() || text.back() == word.back();
}

bool StartsWith(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  const std::string_view start = text.substr(0, word.size());
  return MayEndWith(start, word) && start == word;
}

bool EndsWith(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && MayEndWith(text, word) &&
         text.substr(text.size() - word.size()) == word;
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::string_view kWideSpace = "\xE3\x80\x80";

}  // namespace

bool Has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool HasAny(std::string_view text, Words words) {
  return FindAny(text, words) != std::string_view::npos;
}

bool StartsWithAny(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](auto word) { return StartsWith(text, word); });
}

bool EndsWithAny(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](auto word) { return EndsWith(text, word); });
}

std::size_t FindAny(std::string_view text, Words words) {
  std::size_t first = std::string_view::npos;
  for (const auto word : words) first = std::min(first, text.find(word));
  return first;
}

std::string_view StripEnd(std::string_view text, Words words) {
  for (bool again = true; again;) {
    again = false;
    for (const auto word : words) {
      if (!EndsWith(text, word)) continue;
      text.remove_suffix(word.size());
      again = true;
    }
  }
  return text;
}

std::string_view StripStart(std::string_view text, Words words) {
  for (bool again = true; again;) {
    again = false;
    for (const auto word : words) {
      if (!StartsWith(text, word)) continue;
      text.remove_prefix(word.size());
      again = true;
    }
  }
  return text;
}

std::string Compact(std::string_view text) {
  std::string compact;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (StartsWith(text.substr(i), kWideSpace)) {
      i += kWideSpace.size() - 1;
    } else if (!IsBlank(text[i])) {
      compact += text[i];
    }
  }
  return compact;
}

std::size_t CharacterSize(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (text[size] & 0xC0) == 0x80) ++size;
  return size;
}

std::vector<std::string_view> Characters(std::string_view text) {
  std::vector<std::string_view> characters;
  while (!text.empty()) {
    const std::size_t size = CharacterSize(text);
    characters.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return characters;
}

std::string_view LastClause(std::string_view text) {
  std::size_t start = 0;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); i += CharacterSize(text.substr(i))) {
    const std::string_view rest = text.substr(i);
    const std::size_t next = i + CharacterSize(rest);
    if (StartsWithAny(rest, {"（", "("})) {
      open.push_back(next);
    } else if (StartsWithAny(rest, {"）", ")"})) {
      if (open.empty()) start = next;
      if (!open.empty()) open.pop_back();
    } else if (StartsWithAny(rest, {"，", ",", "、", "；", ";", "：", ":", "。",
                                    "！", "？", "\n"})) {
      if (open.empty()) start = next;
    }
  }
  if (!open.empty()) start = std::max(start, open.back());
  return text.substr(start);
}

int CharactersMissing(std::string_view part, std::string_view text) {
  const auto characters = Characters(part);
  return static_cast<int>(
      std::count_if(characters.begin(), characters.end(),
                    [&](auto character) { return !Has(text, character); }));
}

}  // namespace nianbao::validation
