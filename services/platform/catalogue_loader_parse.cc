#include "services/platform/catalogue_loader_parse.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"

namespace nianbao::platform {
namespace {

using core::CatalogueFile;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::TextFormat;

// The parser counts lines and columns from zero, and -1 is "somewhere".
int FromOne(int counted_from_zero) {
  return std::max(counted_from_zero, 0) + 1;
}

class ProblemCollector : public google::protobuf::io::ErrorCollector {
 public:
  explicit ProblemCollector(std::vector<ParseProblem>& problems)
      : problems_(problems) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column,
                const std::string& message) override {
    problems_.push_back({FromOne(line), FromOne(column), message});
  }

 private:
  std::vector<ParseProblem>& problems_;
};

std::string KeyOf(const Message& entry, const FieldDescriptor& map) {
  return entry.GetReflection()->GetString(entry, map.message_type()->map_key());
}

// Walks a parsed message and the parser's notes side by side.
class PlaceReader {
 public:
  explicit PlaceReader(ParsedFile& parsed) : parsed_(parsed) {}

  // `tree` is null for a message of which the parser noted nothing.
  void Read(const Message& message, const TextFormat::ParseInfoTree* tree) {
    if (tree == nullptr) return;
    std::vector<const FieldDescriptor*> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const FieldDescriptor* field : fields) {
      if (field->is_map()) {
        ReadMap(message, *field, *tree);
      } else if (field->is_repeated()) {
        ReadRepeated(message, *field, *tree);
      } else {
        ReadSingle(message, *field, *tree);
      }
    }
  }

 private:
  using Position = CatalogueFile::Position;

  // Of a list in brackets the parser notes the place of the first value only.
  static Position At(const TextFormat::ParseInfoTree& tree,
                     const FieldDescriptor& field, int index) {
    auto location = tree.GetLocation(&field, index);
    if (location.line < 0 && index > 0) location = tree.GetLocation(&field, 0);
    return {FromOne(location.line), FromOne(location.column)};
  }

  // False where the place of that name is taken already.
  bool Put(const Message& element, const std::string& name, Position position) {
    return parsed_.file.positions
        .emplace(std::make_pair(&element, name), position)
        .second;
  }

  void ReadSingle(const Message& message, const FieldDescriptor& field,
                  const TextFormat::ParseInfoTree& tree) {
    const Position position = At(tree, field, -1);
    Put(message, field.name(), position);
    if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return;
    const Message& inner = message.GetReflection()->GetMessage(message, &field);
    Put(inner, "", position);
    Read(inner, tree.GetTreeForNested(&field, -1));
  }

  void ReadRepeated(const Message& message, const FieldDescriptor& field,
                    const TextFormat::ParseInfoTree& tree) {
    const auto* reflection = message.GetReflection();
    for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
      const Position position = At(tree, field, i);
      if (i == 0) Put(message, field.name(), position);
      Put(message, absl::StrCat(field.name(), "[", i, "]"), position);
      if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
      const Message& inner = reflection->GetRepeatedMessage(message, &field, i);
      Put(inner, "", position);
      Read(inner, tree.GetTreeForNested(&field, i));
    }
  }

  // Entries stand in file order until the map is first used as one.
  void ReadMap(const Message& message, const FieldDescriptor& field,
               const TextFormat::ParseInfoTree& tree) {
    const auto* reflection = message.GetReflection();
    for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
      const Position position = At(tree, field, i);
      if (i == 0) Put(message, field.name(), position);
      const Message& entry = reflection->GetRepeatedMessage(message, &field, i);
      const std::string key = KeyOf(entry, field);
      if (Put(message, absl::StrCat(field.name(), "[", key, "]"), position)) {
        continue;
      }
      parsed_.problems.push_back(
          {position.line, position.column,
           absl::StrCat("\"", key, "\" is there twice; keep one")});
    }
  }

  ParsedFile& parsed_;
};

// Whether a map in the message, or in one that it holds, has a key twice.
bool HasKeyTwice(const Message& message);

bool HasKeyTwice(const Message& message, const FieldDescriptor& map) {
  const auto* reflection = message.GetReflection();
  std::set<std::string> keys;
  for (int i = 0; i < reflection->FieldSize(message, &map); ++i) {
    const Message& entry = reflection->GetRepeatedMessage(message, &map, i);
    if (!keys.insert(KeyOf(entry, map)).second) return true;
  }
  return false;
}

bool HasKeyTwice(const Message& message) {
  const auto* reflection = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  return std::any_of(fields.begin(), fields.end(), [&](const auto* field) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return false;
    if (field->is_map()) return HasKeyTwice(message, *field);
    if (!field->is_repeated()) {
      return HasKeyTwice(reflection->GetMessage(message, field));
    }
    for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
      if (HasKeyTwice(reflection->GetRepeatedMessage(message, field, i))) {
        return true;
      }
    }
    return false;
  });
}

// Bytes of the UTF-8 character at the start of `text`; 0 where there is none.
std::size_t CharacterSize(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80             ? 1
                           : (lead & 0xE0) == 0xC0 ? 2
                           : (lead & 0xF0) == 0xE0 ? 3
                           : (lead & 0xF8) == 0xF0 ? 4
                                                   : 0;
  if (text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 0;
  }
  return size;
}

// Adds the first byte that is no UTF-8; false where there is one.
bool CheckEncoding(std::string_view text, std::vector<ParseProblem>& problems) {
  ParseProblem place;
  while (!text.empty()) {
    const std::size_t size = CharacterSize(text);
    if (size == 0) {
      place.problem = "not UTF-8; save the file as UTF-8";
      problems.push_back(place);
      return false;
    }
    ++place.column;
    if (text.front() == '\n') place = {place.line + 1, 1, ""};
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace

ParsedFile ParseCatalogueFile(const std::string& path, const std::string& bytes,
                              Places places) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  ParsedFile parsed;
  parsed.file.path = path;
  parsed.file.content = std::make_unique<nianbao::catalogue::v1::Catalogue>();
  if (!CheckEncoding(bytes, parsed.problems)) return parsed;
  const bool marked = bytes.compare(0, 3, kByteOrderMark) == 0;
  ProblemCollector collector(parsed.problems);
  TextFormat::ParseInfoTree tree;
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  if (places == Places::kKnown) parser.WriteLocationsTo(&tree);
  const bool read = parser.ParseFromString(marked ? bytes.substr(3) : bytes,
                                           parsed.file.content.get());
  if (!read && parsed.problems.empty()) {
    parsed.problems.push_back({1, 1, "not protobuf text format"});
  } else if (read && places == Places::kKnown) {
    PlaceReader(parsed).Read(*parsed.file.content, &tree);
  } else if (read && HasKeyTwice(*parsed.file.content)) {
    parsed.problems.push_back({1, 1, "a key is there twice; keep one"});
  }
  return parsed;
}

}  // namespace nianbao::platform
