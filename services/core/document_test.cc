#include "services/core/document.h"

#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <string>

namespace nianbao::core {
namespace {

using google::protobuf::util::MessageDifferencer;
using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Run;

void AddRun(const std::string& text, int line, Runs& runs) {
  Run& run = *runs.Add();
  run.set_text(text);
  run.mutable_place()->set_line(line);
}

Document SampleDocument(int blocks) {
  Document document;
  document.set_title("年报");
  document.set_language("zh-Hans");
  document.mutable_source();
  for (int i = 0; i < blocks; ++i) {
    Block& block = *document.add_blocks();
    block.set_id("b" + std::to_string(i));
    AddRun("在校生" + std::to_string(i), i + 1,
           *block.mutable_paragraph()->mutable_runs());
  }
  return document;
}

TEST(Document, JoinsRunsAndHeadingNumbers) {
  Block block;
  auto& heading = *block.mutable_heading();
  heading.set_number("1.1");
  AddRun("学生", 1, *heading.mutable_runs());
  AddRun("发展", 1, *heading.mutable_runs());
  EXPECT_EQ(TextOf(block), "1.1 学生发展");
  heading.clear_number();
  EXPECT_EQ(TextOf(block), "学生发展");
  EXPECT_EQ(TextOf(Block()), "");
}

TEST(Document, FindsTheLineOfAByte) {
  Runs runs;
  AddRun("甲", 7, runs);
  AddRun("乙", 8, runs);
  EXPECT_EQ(LineAt(runs, 0), 7);
  EXPECT_EQ(LineAt(runs, 2), 7);
  EXPECT_EQ(LineAt(runs, 3), 8);
  EXPECT_EQ(LineAt(runs, 100), 8);
  EXPECT_EQ(LineAt(Runs(), 0), 0);
}

TEST(Document, FindsBlocksById) {
  const Document document = SampleDocument(3);
  const BlockIndex index(document);
  EXPECT_EQ(index.PositionOf("b2"), 2);
  EXPECT_EQ(index.Find("b1"), &document.blocks(1));
  EXPECT_EQ(index.Find("b9"), nullptr);
  EXPECT_EQ(index.PositionOf("b9"), -1);
}

TEST(Document, SplitPartsPutTogetherAreTheDocument) {
  const Document document = SampleDocument(50);
  for (const std::size_t bytes : {0UL, 1UL, 100UL, 1000UL, 1000000UL}) {
    const auto parts = SplitDocument(document, bytes);
    Document joined;
    for (const Document& part : parts) AppendPart(part, joined);
    EXPECT_TRUE(MessageDifferencer::Equals(joined, document)) << bytes;
  }
}

TEST(Document, SplitsNearTheSizeAsked) {
  const Document document = SampleDocument(50);
  EXPECT_EQ(SplitDocument(document, 1000000).size(), 1U);
  EXPECT_EQ(SplitDocument(document, 0).size(), 50U);
  const auto parts = SplitDocument(document, 200);
  for (const Document& part : parts) EXPECT_LT(part.ByteSizeLong(), 300U);
}

TEST(Document, EmptyDocumentIsOnePart) {
  EXPECT_EQ(SplitDocument(Document(), 100).size(), 1U);
}

}  // namespace
}  // namespace nianbao::core
