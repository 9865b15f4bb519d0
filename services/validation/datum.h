// Facts with their meaning, ready to be compared.
#ifndef NIANBAO_SERVICES_VALIDATION_DATUM_H_
#define NIANBAO_SERVICES_VALIDATION_DATUM_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/fact_table.h"
#include "services/core/quantity.h"
#include "services/validation/terms.h"

namespace nianbao::validation {

// A fact whose figure is a number.
struct Datum {
  const nianbao::fact::v1::Fact* fact = nullptr;
  core::Quantity quantity;
  // The label's key; a change's without 变化.
  std::string key;
  // The indicator's code: as linked, or for a figure of the whole school that
  // is not linked, the code that its label's key means; empty for none.
  std::string code;
  // The label in English: the indicator's title where linked.
  std::string label_en;
  // Year where the period names exactly one.
  std::optional<int> year;
  // Whether the figure is a difference to an earlier one.
  bool change = false;
  // Direction of a change in words: 1 up, -1 down, 0 where the figure has its
  // own sign.
  int direction = 0;
};

// Whether the reader linked the fact to an indicator.
bool IsLinked(const Datum& datum);

// Whether the datum stands for the whole school: no change, no dimension.
bool IsWholeDatum(const Datum& datum);

// Whether the figure is printed with 余, 近, 以上 and the like.
bool IsHedged(const Datum& datum);

// The quantity in that unit; nothing where the units measure different things.
std::optional<core::Quantity> InUnit(const core::Quantity& quantity,
                                     std::string_view unit);

// The quantity without 万 and 亿 in its unit: 12000人 for 1.2万人, so that it
// can divide or multiply.
core::Quantity InOnes(const core::Quantity& quantity);

// Whether figures of the two can be added and compared without guessing: both
// units convert into each other.
bool Comparable(const Datum& a, const Datum& b);
bool IsPercent(const Datum& datum);
bool IsPercentPoint(const Datum& datum);
// Whether it counts people or things, each exactly.
bool IsCount(const Datum& datum);

// The period before: 2019学年 for 2020学年; empty where it names no year.
std::string PeriodBefore(const std::string& period);

// Whether both facts are of the same period.
bool SamePeriod(const Datum& a, const Datum& b);

// All data of a report. Holds pointers into the facts, which must outlive it;
// pointers that it gives stay good as long as it lives.
class Data {
 public:
  Data(const core::Facts& facts, const Terms& terms, int data_year);
  Data(const Data&) = delete;
  Data& operator=(const Data&) = delete;

  // In the facts' order.
  const std::vector<Datum>& all() const { return all_; }

  // Null where there is none, or where its figure is no number.
  const Datum* Find(std::string_view fact_id) const;

  // Data of a block in the order of their place; empty where it has none.
  const std::vector<const Datum*>& InBlock(std::string_view block) const;

  // Own whole-school data with that label key.
  const std::vector<const Datum*>& WithKey(std::string_view key) const;

  // Own whole-school data by label key.
  const std::map<std::string, std::vector<const Datum*>, std::less<>>& by_key()
      const {
    return by_key_;
  }

  // The figure that stands for the whole school; null for a blank.
  const Datum* Principal(std::string_view code, int year) const;

  const core::FactTable& table() const { return table_; }

 private:
  core::FactTable table_;
  std::vector<Datum> all_;
  std::map<std::string, const Datum*, std::less<>> by_id_;
  std::map<std::string, std::vector<const Datum*>, std::less<>> by_block_;
  std::map<std::string, std::vector<const Datum*>, std::less<>> by_key_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_DATUM_H_
