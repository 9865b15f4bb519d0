#include "services/intake/readers/docx/field_stack.h"

#include <algorithm>
#include <cstddef>

namespace nianbao::intake {
namespace {

// An instruction is known by its first word; more of it is not kept.
constexpr std::size_t kKept = 64;
constexpr std::size_t kDeepest = 64;

}  // namespace

void FieldStack::Mark(std::string_view type) {
  if (type == "begin") {
    if (fields_.size() < kDeepest) fields_.emplace_back();
  } else if (fields_.empty()) {
    return;
  } else if (type == "separate") {
    fields_.back().result = true;
  } else if (type == "end") {
    fields_.pop_back();
  }
}

void FieldStack::Instruct(std::string_view text) {
  if (fields_.empty()) return;
  std::string& instruction = fields_.back().instruction;
  if (instruction.size() < kKept) instruction += text.substr(0, kKept);
}

bool FieldStack::Shows() const {
  return std::all_of(fields_.begin(), fields_.end(),
                     [](const Field& field) { return field.result; });
}

bool FieldStack::InContents() const {
  return std::any_of(fields_.begin(), fields_.end(), [](const Field& field) {
    return MakesContents(field.instruction);
  });
}

bool MakesContents(std::string_view instruction) {
  const std::size_t word = instruction.find_first_not_of(' ');
  if (word == std::string_view::npos) return false;
  const std::string_view rest = instruction.substr(word);
  return rest.substr(0, 3) == "TOC" && (rest.size() == 3 || rest[3] == ' ');
}

}  // namespace nianbao::intake
