// Quotations of a submitted report around a figure.
#ifndef NIANBAO_SERVICES_CLI_QUOTE_H_
#define NIANBAO_SERVICES_CLI_QUOTE_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "services/cli/paint.h"

namespace nianbao::cli {

// The sentence of `block` in which the place stands, or the row where it is a
// table; the figure is coloured, or stands in 【】 where there are no colours.
// Long sentences are cut with "…". Empty where the place is not in the block.
std::string QuoteOf(const nianbao::document::v1::Block& block,
                    const nianbao::document::v1::Place& place,
                    const Paint& paint);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_QUOTE_H_
