#include "services/metrics/snapshot/figure_block.h"

#include <algorithm>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace nianbao::metrics {
namespace {

using core::kBlankCell;
using core::kOddCell;
using core::PlainDecimal;

constexpr std::uint32_t kNamed = std::uint32_t{1} << 31;

// Number of an identifier such as "f12"; nothing where it is another one.
std::optional<std::uint32_t> NumberOf(const std::string& fact) {
  std::uint32_t number = 0;
  if (fact.size() < 2 || fact.size() > 9 || fact[0] != 'f' || fact[1] == '0' ||
      !absl::SimpleAtoi(fact.substr(1), &number) || fact[1] == '+') {
    return std::nullopt;
  }
  return number;
}

bool Same(const core::Bound& a, const core::Bound& b) {
  return a.value == b.value && a.open == b.open;
}

bool Same(const core::Interval& a, const core::Interval& b) {
  return Same(a.lower, b.lower) && Same(a.upper, b.upper);
}

}  // namespace

bool SameFigure(const FigureCell& a, const FigureCell& b) {
  if (a.plain && b.plain) {
    const int scale = std::max(a.plain->scale, b.plain->scale);
    return a.plain->decimals == b.plain->decimals &&
           core::Rescaled(a.plain->value, a.plain->scale, scale) ==
               core::Rescaled(b.plain->value, b.plain->scale, scale) &&
           core::Rescaled(a.plain->half, a.plain->scale, scale) ==
               core::Rescaled(b.plain->half, b.plain->scale, scale);
  }
  if (a.odd != nullptr && b.odd != nullptr) {
    return a.odd->value == b.odd->value && a.odd->vague == b.odd->vague &&
           a.odd->decimals == b.odd->decimals &&
           Same(a.odd->rounded, b.odd->rounded) &&
           Same(a.odd->loose, b.odd->loose);
  }
  return a.IsBlank() && b.IsBlank();
}

FigureBlock::FigureBlock() {
  values_.fill(0);
  flags_.fill(kBlankCell);
  decimals_.fill(0);
  facts_.fill(0);
}

std::optional<core::Quantity> FigureBlock::At(std::size_t row) const {
  const FigureCell cell = CellAt(row);
  if (cell.plain) return core::ToQuantity(*cell.plain);
  if (cell.odd != nullptr) return *cell.odd;
  return std::nullopt;
}

std::string FigureBlock::FactAt(std::size_t row) const {
  const std::uint32_t fact = facts_[row];
  if (fact == 0) return "";
  if ((fact & kNamed) != 0) return names_[fact & ~kNamed];
  return absl::StrCat("f", fact - 1);
}

FigureCell FigureBlock::CellAt(std::size_t row) const {
  FigureCell cell;
  cell.fact = FactAt(row);
  if ((flags_[row] & kOddCell) != 0) {
    cell.odd = odd_.at(row);
  } else if (flags_[row] == 0) {
    cell.plain = PlainDecimal{values_[row], halves_.empty() ? 0 : halves_[row],
                              scale_, decimals_[row]};
  }
  return cell;
}

void FigureBlock::Set(std::size_t row, const FigureCell& cell) {
  odd_.erase(row);
  values_[row] = 0;
  if (!halves_.empty()) halves_[row] = 0;
  flags_[row] = kBlankCell;
  SetFact(row, cell.fact);
  if (cell.plain) SetPlain(row, *cell.plain);
  if (cell.odd != nullptr) SetOdd(row, cell.odd);
}

void FigureBlock::SetPlain(std::size_t row, const PlainDecimal& plain) {
  if (plain.scale > scale_) Refine(plain.scale);
  const auto value = core::Rescaled(plain.value, plain.scale, scale_);
  const auto half = core::Rescaled(plain.half, plain.scale, scale_);
  if (!value || !half) {
    // Too large beside the finest number.
    return SetOdd(
        row, std::make_shared<const core::Quantity>(core::ToQuantity(plain)));
  }
  if (*half != 0 && halves_.empty()) halves_.resize(kRows);
  values_[row] = *value;
  if (!halves_.empty()) halves_[row] = *half;
  decimals_[row] = static_cast<std::uint8_t>(plain.decimals);
  flags_[row] = 0;
}

void FigureBlock::SetOdd(std::size_t row,
                         std::shared_ptr<const core::Quantity> quantity) {
  values_[row] = 0;
  if (!halves_.empty()) halves_[row] = 0;
  flags_[row] = kOddCell;
  odd_[row] = std::move(quantity);
}

void FigureBlock::SetFact(std::size_t row, const std::string& fact) {
  const std::uint32_t old = facts_[row];
  if (fact.empty()) {
    facts_[row] = 0;
  } else if (const auto number = NumberOf(fact)) {
    facts_[row] = *number + 1;
  } else if ((old & kNamed) != 0) {
    names_[old & ~kNamed] = fact;
  } else {
    facts_[row] = kNamed | static_cast<std::uint32_t>(names_.size());
    names_.push_back(fact);
  }
}

void FigureBlock::Refine(int scale) {
  const int from = std::exchange(scale_, scale);
  for (std::size_t row = 0; row < kRows; ++row) {
    if (flags_[row] != 0) continue;
    const PlainDecimal plain{values_[row], halves_.empty() ? 0 : halves_[row],
                             from, decimals_[row]};
    SetPlain(row, plain);
  }
}

std::size_t FigureBlock::Bytes() const {
  std::size_t bytes = sizeof(*this) + halves_.capacity() * sizeof(std::int64_t);
  for (const std::string& name : names_) bytes += sizeof(name) + name.size();
  // Fractions come from the heap in pieces; this is near enough.
  return bytes + odd_.size() * (sizeof(core::Quantity) + 160);
}

}  // namespace nianbao::metrics
