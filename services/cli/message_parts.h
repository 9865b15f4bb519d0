// Long lists in parts that fit into messages.
#ifndef NIANBAO_SERVICES_CLI_MESSAGE_PARTS_H_
#define NIANBAO_SERVICES_CLI_MESSAGE_PARTS_H_

#include <algorithm>
#include <cstddef>

namespace nianbao::cli {

// Bytes of a document in a message, and elements of other lists.
inline constexpr std::size_t kPartBytes = 256 << 10;
inline constexpr int kPartElements = 500;

// Calls send(begin, end) for each part of `size` elements in order while it
// says true, which tells that the message was taken; gives whether all were.
template <class Send>
bool SendInParts(int size, const Send& send) {
  for (int begin = 0; begin < size; begin += kPartElements) {
    if (!send(begin, std::min(size, begin + kPartElements))) return false;
  }
  return true;
}

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_MESSAGE_PARTS_H_
