#include "services/intake/readers/long_paragraphs.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/document.h"

namespace nianbao::intake {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Document;
using nianbao::document::v1::Run;

constexpr std::size_t kMostBytes = 6000;

bool IsLong(const Block& block) {
  std::size_t bytes = 0;
  for (const Run& run : block.paragraph().runs()) bytes += run.text().size();
  return bytes > kMostBytes;
}

// The end of the last of `marks` in the text; zero where none stands there.
std::size_t EndOfLast(std::string_view text,
                      std::initializer_list<std::string_view> marks) {
  std::size_t end = 0;
  for (const std::string_view mark : marks) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string_view::npos) end = std::max(end, at + mark.size());
  }
  return end;
}

bool Continues(char c) { return (c & 0xC0) == 0x80; }

bool IsPlain(char c) {
  return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%';
}

// Where `text` is cut that has more than kMostBytes.
std::size_t CutOf(std::string_view text) {
  const std::string_view fits = text.substr(0, kMostBytes);
  if (const auto end = EndOfLast(fits, {"。", "！", "？", "；"})) return end;
  if (const auto end = EndOfLast(fits, {"，", "、", "："})) return end;
  std::size_t at = kMostBytes;
  while (at > 0 && (Continues(text[at]) || IsPlain(text[at]))) --at;
  if (at > 0) return at;
  for (at = kMostBytes; at > 0 && Continues(text[at]);) --at;
  return at > 0 ? at : kMostBytes;
}

// The part of `run` in bytes [begin, end) of its text, `at` bytes into a piece.
Run PartOf(const Run& run, std::size_t begin, std::size_t end, std::size_t at,
           const std::string& id) {
  Run part = run;
  part.set_text(run.text().substr(begin, end - begin));
  auto* place = part.mutable_place();
  place->set_block(id);
  place->set_begin(static_cast<int>(at));
  place->set_end(static_cast<int>(at + (end - begin)));
  return part;
}

// Takes a long paragraph apart from its front to its end.
class Pieces {
 public:
  explicit Pieces(const Block& whole)
      : whole_(whole), text_(core::TextOf(whole)), blank_(whole) {
    blank_.mutable_paragraph()->clear_runs();
  }

  void AddTo(google::protobuf::RepeatedPtrField<Block>& blocks) {
    std::size_t begin = 0;
    for (int number = 1; begin < text_.size(); ++number) {
      const std::string_view rest = std::string_view(text_).substr(begin);
      const std::size_t size =
          rest.size() > kMostBytes ? CutOf(rest) : rest.size();
      Block& piece = *blocks.Add();
      piece = blank_;
      if (number > 1) piece.set_id(absl::StrCat(whole_.id(), ".", number));
      Fill(begin, begin + size, piece);
      begin += size;
    }
  }

 private:
  // Adds what runs have in bytes [begin, end) of the text; called in order.
  void Fill(std::size_t begin, std::size_t end, Block& piece) {
    const auto& runs = whole_.paragraph().runs();
    while (run_ < runs.size() && run_begin_ < end) {
      const Run& run = runs[run_];
      const std::size_t run_end = run_begin_ + run.text().size();
      const std::size_t from = std::max(begin, run_begin_);
      const std::size_t to = std::min(end, run_end);
      *piece.mutable_paragraph()->add_runs() = PartOf(
          run, from - run_begin_, to - run_begin_, from - begin, piece.id());
      if (run_end > end) return;  // its rest comes with the next piece
      run_begin_ = run_end;
      ++run_;
    }
  }

  const Block& whole_;
  const std::string text_;
  // The paragraph without its runs.
  Block blank_;
  int run_ = 0;
  std::size_t run_begin_ = 0;
};

}  // namespace

void SplitLongParagraphs(Document& document) {
  if (std::none_of(document.blocks().begin(), document.blocks().end(),
                   IsLong)) {
    return;
  }
  google::protobuf::RepeatedPtrField<Block> blocks;
  for (Block& block : *document.mutable_blocks()) {
    if (IsLong(block)) {
      Pieces(block).AddTo(blocks);
    } else {
      *blocks.Add() = std::move(block);
    }
  }
  document.mutable_blocks()->Swap(&blocks);
}

}  // namespace nianbao::intake
