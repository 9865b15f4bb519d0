// The sentences of messages by subject.
#ifndef NIANBAO_SERVICES_VALIDATION_MESSAGE_TABLES_H_
#define NIANBAO_SERVICES_VALIDATION_MESSAGE_TABLES_H_

#include <span>
#include <string_view>

#include "services/validation/messages.h"

namespace nianbao::validation {

// A sentence in both languages; "{name}" is a place for a value.
struct MessageRow {
  MessageId id;
  std::string_view zh;
  std::string_view en;
};

std::span<const MessageRow> HintMessages();
std::span<const MessageRow> ShareMessages();
std::span<const MessageRow> SumMessages();
std::span<const MessageRow> ListMessages();
std::span<const MessageRow> ChangeMessages();
std::span<const MessageRow> PlaceMessages();
std::span<const MessageRow> RuleMessages();
std::span<const MessageRow> OutlineMessages();
std::span<const MessageRow> SubmissionMessages();

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_MESSAGE_TABLES_H_
