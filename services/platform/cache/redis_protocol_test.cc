#include "services/platform/cache/redis_protocol.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace nianbao::platform {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string ErrorOf(const std::string& text) {
  return std::string(
      CheckReply({.kind = RedisReply::Kind::kError, .text = text}, "r:1")
          .message());
}

TEST(RedisProtocol, WritesCommandsOfAnyBytes) {
  std::string bytes;
  AppendCommand({"GET", "a\r\nb"}, bytes);
  AppendCommand({"DEL", ""}, bytes);
  EXPECT_EQ(bytes,
            "*2\r\n$3\r\nGET\r\n$4\r\na\r\nb\r\n*2\r\n$3\r\nDEL\r\n$0\r\n\r\n");
}

TEST(RedisProtocol, PutsAnswersTogetherFromPiecesOfAnySize) {
  const std::string stream =
      "$5\r\nvalue\r\n$-1\r\n+OK\r\n-ERR no\r\n:17\r\n"
      "*2\r\n$1\r\na\r\n*1\r\n:1\r\n$0\r\n\r\n";
  for (std::size_t size = 1; size <= stream.size(); ++size) {
    RedisReader reader;
    std::vector<std::string> texts;
    for (std::size_t at = 0; at < stream.size(); at += size) {
      ASSERT_TRUE(reader.Feed(absl::string_view(stream).substr(at, size)));
      RedisReply reply;
      while (reader.Next(reply) > 0) texts.push_back(reply.text);
    }
    EXPECT_THAT(texts, ElementsAre("value", "", "OK", "ERR no", "17", "", ""))
        << size;
  }
}

TEST(RedisProtocol, RefusesWhatIsNoAnswer) {
  RedisReader reader;
  ASSERT_TRUE(reader.Feed("HTTP/1.1 400 Bad Request\r\n"));
  RedisReply reply;
  EXPECT_EQ(reader.Next(reply), -1);
}

TEST(RedisProtocol, SaysWhatToDoAboutAServerOfAnotherKind) {
  EXPECT_THAT(ErrorOf("MOVED 3999 127.0.0.1:6381"),
              HasSubstr("part of a Redis cluster, which is not supported"));
  EXPECT_THAT(ErrorOf("ERR unknown command 'GET', with args beginning with:"),
              HasSubstr("a sentinel, which is not supported"));
  EXPECT_THAT(ErrorOf("READONLY You can't write against a read only replica."),
              HasSubstr("name the primary"));
  EXPECT_THAT(ErrorOf("NOAUTH Authentication required."),
              HasSubstr("set cache.password_file"));
  EXPECT_THAT(ErrorOf("ERR something else"), HasSubstr("r:1: answered ERR s"));
}

}  // namespace
}  // namespace nianbao::platform
