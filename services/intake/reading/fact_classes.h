// Whose figure it is: the school's own, somebody else's, a requirement, a plan.
#ifndef NIANBAO_SERVICES_INTAKE_READING_FACT_CLASSES_H_
#define NIANBAO_SERVICES_INTAKE_READING_FACT_CLASSES_H_

#include "nianbao/fact/v1/fact.pb.h"
#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// What the figure of a text is, by the words of its sentence.
nianbao::fact::v1::FactClass ClassOfFigure(const Chars& text,
                                           const Number& number,
                                           const Lexicon& lexicon);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_FACT_CLASSES_H_
