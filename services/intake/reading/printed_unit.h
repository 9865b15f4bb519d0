// Units that a text leaves to the reader.
#ifndef NIANBAO_SERVICES_INTAKE_READING_PRINTED_UNIT_H_
#define NIANBAO_SERVICES_INTAKE_READING_PRINTED_UNIT_H_

#include "nianbao/fact/v1/fact.pb.h"
#include "services/intake/reading/labels.h"

namespace nianbao::intake {

// Completes a figure's unit from the words around it: 参训人数239 counts 人,
// and 投资5200万 is 万元.
void CompleteUnit(const Label& label, nianbao::fact::v1::Figure& figure);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_PRINTED_UNIT_H_
