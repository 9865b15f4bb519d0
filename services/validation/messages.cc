#include "services/validation/messages.h"

#include <string_view>

#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::Text;

// Null for a message without a sentence.
const MessageRow* Find(MessageId id) {
  for (const auto table :
       {HintMessages, ShareMessages, SumMessages, ListMessages, ChangeMessages,
        PlaceMessages, RuleMessages, OutlineMessages, SubmissionMessages}) {
    for (const MessageRow& row : table()) {
      if (row.id == id) return &row;
    }
  }
  return nullptr;
}

std::string Filled(std::string_view sentence, const Args& args,
                   std::string Arg::* language) {
  std::string text;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = sentence.find('}');
    text += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    for (const Arg& arg : args) {
      if (arg.name == name) text += arg.*language;
    }
    sentence.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace

Text Say(MessageId id, const Args& args) {
  Text text;
  const MessageRow* row = Find(id);
  if (row == nullptr) return text;
  text.set_zh(Filled(row->zh, args, &Arg::zh));
  text.set_en(Filled(row->en, args, &Arg::en));
  return text;
}

}  // namespace nianbao::validation
