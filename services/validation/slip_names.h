// Which slip turns a figure into the one that is printed.
#ifndef NIANBAO_SERVICES_VALIDATION_SLIP_NAMES_H_
#define NIANBAO_SERVICES_VALIDATION_SLIP_NAMES_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "services/validation/figure_graph.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// A slip with how telling it is.
struct NamedSlip {
  nianbao::validation::v1::Slip slip =
      nianbao::validation::v1::SLIP_UNSPECIFIED;
  // From 0 to 6: how seldom a wrong figure looks like this slip by chance.
  int strength = 0;
  // The figure that explains it; null for none.
  const Datum* source = nullptr;
};

// Names slips. Holds references, which must outlive it.
class SlipNames {
 public:
  SlipNames(const FigureGraph& graph, const ReportView& view);

  // The most telling slip that prints the value as it is instead of with
  // `digits`, which mend the relations `mended`.
  NamedSlip NameOf(std::size_t value, const std::string& digits,
                   const std::vector<std::size_t>& mended) const;

 private:
  struct Place {
    std::size_t relation = 0;
    std::size_t index = 0;
  };

  // Slips of a figure that the others of the relation make.
  NamedSlip OfResult(const Place& place) const;
  NamedSlip CutOff(const Place& place) const;
  NamedSlip OtherOperand(const Place& place) const;
  NamedSlip OtherBase(const Place& place) const;
  NamedSlip NewAsBase(const Place& place) const;
  NamedSlip OtherMeasure(const Place& place) const;
  NamedSlip LeftOut(const Place& place) const;
  // Slips of the hand and the eye.
  NamedSlip OfDigits(std::size_t value, const std::string& digits) const;
  NamedSlip Copied(std::size_t value) const;

  // Whether the relation holds as printed with another figure at `index`.
  bool HoldsWith(const Place& place, std::size_t index,
                 const core::Quantity& figure) const;
  const Print& PrintAt(const Place& place) const;
  const Datum* Above(const Datum& datum) const;

  const FigureGraph& graph_;
  const ReportView& view_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SLIP_NAMES_H_
