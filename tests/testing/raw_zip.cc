#include "tests/testing/raw_zip.h"

#include <zlib.h>

#include <array>

namespace nianbao::testing {
namespace {

constexpr std::uint32_t kLocalMark = 0x04034b50;
constexpr std::uint32_t kListMark = 0x02014b50;
constexpr std::uint32_t kEndMark = 0x06054b50;
constexpr std::uint16_t kVersion = 20;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kDay = 0x5321;  // 2021-09-01

void Put16(std::uint16_t value, std::string& bytes) {
  bytes += static_cast<char>(value & 0xFF);
  bytes += static_cast<char>(value >> 8);
}

void Put32(std::uint32_t value, std::string& bytes) {
  Put16(static_cast<std::uint16_t>(value & 0xFFFF), bytes);
  Put16(static_cast<std::uint16_t>(value >> 16), bytes);
}

// Packs pieces one after the other.
class Packer {
 public:
  Packer() {
    deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
                 Z_DEFAULT_STRATEGY);
  }
  ~Packer() { deflateEnd(&stream_); }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  void Add(const std::string& piece, int flush = Z_NO_FLUSH) {
    const auto* bytes = reinterpret_cast<const Bytef*>(piece.data());
    const auto size = static_cast<uInt>(piece.size());
    crc_ = crc32(crc_, bytes, size);
    stream_.next_in = const_cast<Bytef*>(bytes);
    stream_.avail_in = size;
    std::array<char, 1 << 14> buffer;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = buffer.size();
      deflate(&stream_, flush);
      packed_.append(buffer.data(), buffer.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  const std::string& Finish() {
    Add("", Z_FINISH);
    return packed_;
  }

  std::uint32_t crc() const { return static_cast<std::uint32_t>(crc_); }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(stream_.total_in);
  }

 private:
  z_stream stream_ = {};
  uLong crc_ = crc32(0, nullptr, 0);
  std::string packed_;
};

}  // namespace

void RawZip::Add(const std::string& name, const std::string& head,
                 const std::string& unit, int times, const std::string& tail) {
  Packer packer;
  packer.Add(head);
  for (int i = 0; i < times; ++i) packer.Add(unit);
  packer.Add(tail);
  const std::string& packed = packer.Finish();
  last_.crc = packer.crc();
  last_.packed = static_cast<std::uint32_t>(packed.size());
  last_.unpacked =
      claimed_ < 0 ? packer.size() : static_cast<std::uint32_t>(claimed_);
  last_.offset = static_cast<std::uint32_t>(entries_.size());
  Put32(kLocalMark, entries_);
  for (const std::uint16_t field :
       {kVersion, std::uint16_t{0}, kDeflated, std::uint16_t{0}, kDay}) {
    Put16(field, entries_);
  }
  for (const std::uint32_t field : {last_.crc, last_.packed, last_.unpacked}) {
    Put32(field, entries_);
  }
  Put16(static_cast<std::uint16_t>(name.size()), entries_);
  Put16(0, entries_);
  entries_ += name + packed;
  AddToList(name);
}

void RawZip::AddOverlapping(const std::string& prefix,
                            const std::string& suffix, int count) {
  for (int i = 1; i <= count; ++i) {
    AddToList(prefix + std::to_string(i) + suffix);
  }
}

void RawZip::AddToList(const std::string& name) {
  Put32(kListMark, list_);
  for (const std::uint16_t field : {kVersion, kVersion, std::uint16_t{0},
                                    kDeflated, std::uint16_t{0}, kDay}) {
    Put16(field, list_);
  }
  for (const std::uint32_t field : {last_.crc, last_.packed, last_.unpacked}) {
    Put32(field, list_);
  }
  Put16(static_cast<std::uint16_t>(name.size()), list_);
  for (int i = 0; i < 4; ++i) Put16(0, list_);  // extra, comment, disk, kind
  Put32(0, list_);
  Put32(last_.offset, list_);
  list_ += name;
  ++count_;
}

std::string RawZip::Finish() const {
  std::string end;
  Put32(kEndMark, end);
  Put32(0, end);
  Put16(static_cast<std::uint16_t>(count_), end);
  Put16(static_cast<std::uint16_t>(count_), end);
  Put32(static_cast<std::uint32_t>(list_.size()), end);
  Put32(static_cast<std::uint32_t>(entries_.size()), end);
  Put16(0, end);
  return entries_ + list_ + end;
}

}  // namespace nianbao::testing
