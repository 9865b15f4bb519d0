// What checks say to people, in Chinese and English from one source.
#ifndef NIANBAO_SERVICES_VALIDATION_MESSAGES_H_
#define NIANBAO_SERVICES_VALIDATION_MESSAGES_H_

#include <string>
#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"

namespace nianbao::validation {

// A value that goes into a message in place of "{name}".
struct Arg {
  Arg(std::string name_in, std::string zh_in, std::string en_in)
      : name(std::move(name_in)), zh(std::move(zh_in)), en(std::move(en_in)) {}
  // The same in both languages.
  Arg(std::string name_in, const std::string& both)
      : Arg(std::move(name_in), both, both) {}

  std::string name;
  std::string zh;
  std::string en;
};
using Args = std::vector<Arg>;

// The sentences. Their words and places stand in messages.cc.
enum class MessageId {
  // Tails.
  kLine,
  kLines,
  // Hints.
  kHint,
  kSlipNone,
  kSlipStaleDenominator,
  kSlipWrongBase,
  kSlipNewAsBase,
  kSlipTruncated,
  kSlipLastDigit,
  kSlipTransposed,
  kSlipWrongDigit,
  kSlipDroppedDigit,
  kSlipExtraDigit,
  kSlipScale,
  kSlipPercentForPoint,
  kSlipLeftOut,
  kSlipDirection,
  kSlipCopied,
  kSlipStaleFigure,
  // Shares.
  kShareFits,
  kShareRounded,
  kShareWrong,
  kShareUndecided,
  kShareReasonBases,
  kShareReasonNoBase,
  kShareInstruction,
  kShareAboveWhole,
  // Sums and parts.
  kSumFits,
  kSharesFit,
  kSharesWrong,
  kSumWrong,
  kSumUndecided,
  kSumReasonOverlap,
  kSumInstruction,
  kPartFits,
  kPartWrong,
  kFlowFits,
  kFlowUndecided,
  kFlowWrong,
  kFlowInstruction,
  kFlowReason,
  // Levels in the text against a table's rows.
  kLevelFits,
  kLevelWrong,
  kLevelInstruction,
  // Rates in tables.
  kRateFits,
  kRateRounded,
  kRateWrong,
  kRateOff,
  kRateAttainable,
  kRateUnattainable,
  kRateEarlier,
  kRangeFits,
  kRangeUndecided,
  kRangeReason,
  // What is missing.
  kGapFits,
  kGapWrong,
  kGapInstruction,
  // Spans of years.
  kSpanFits,
  kSpanUndecided,
  kSpanReason,
  // Lists of names and their counts.
  kCountFits,
  kCountWrong,
  kCountInstruction,
  kRowsFit,
  kRowPeopleFits,
  kRowPeopleUndecided,
  kRowPeopleReason,
  kCountBroken,
  kCountBrokenInstruction,
  kNumbersFit,
  kNumbersBroken,
  kNumbersReason,
  // Orders.
  kOrderFits,
  kOrderWrong,
  kMostFits,
  kMostRiseWrong,
  kMostFallWrong,
  kOrderUndecided,
  kOrderReason,
  kOrderInstruction,
  // Changes and growth.
  kChangeFits,
  kChangeRounded,
  kChangeWrong,
  kChangePoints,
  kChangeUndecided,
  kChangeReasonNoBefore,
  kChangeReasonSubject,
  kChangeReasonPercent,
  kChangeInstruction,
  kSteadyFits,
  kSteadyUndecided,
  kSteadyReason,
  // Ratios and means.
  kRatioFits,
  kRatioRounded,
  kRatioWrong,
  kRatioInstruction,
  kPerHeadFits,
  kPerHeadRounded,
  kPerHeadWrong,
  kPerHeadUndecided,
  kPerPersonWrong,
  kPerPersonRounded,
  kPerPersonInstruction,
  kPerHeadReason,
  kPerHeadInstruction,
  kProductFits,
  kProductWrong,
  kProductInstruction,
  kMeanFits,
  kMeanUndecided,
  kMeanWrong,
  kMeanInstruction,
  kMeanReason,
  // Tables.
  kTotalFits,
  kTotalWrong,
  kTotalUndecided,
  kTotalReason,
  kTotalInstruction,
  // The same concept in two places.
  kSameFits,
  kSameRounded,
  kSameWrong,
  kSameUndecided,
  kSameReasonLabel,
  kSameReasonHedge,
  kSameReasonFar,
  kSameInstruction,
  // Graduates of a school year and of a cohort.
  kCohortFits,
  kCohortWrong,
  kCohortInstruction,
  // Rules, standards, outline.
  kRuleFits,
  kRuleRounded,
  kRuleWrong,
  kRuleUndecided,
  kRuleReasonVague,
  kRuleReasonDivisor,
  kRuleReasonUnit,
  kRuleReasonOther,
  kRuleReasonAlternative,
  kRuleBlank,
  kRuleNoFacts,
  kRuleOtherEdition,
  kRuleUsual,
  kRuleUnusual,
  kRuleOtherClass,
  kRuleUnknownClass,
  kRuleOtherLevel,
  kAttainableFits,
  kAttainableRounded,
  kAttainableWrong,
  kStandardMet,
  kStandardMissed,
  kStandardBlank,
  kStandardInstruction,
  // Other submissions.
  kRestatementFits,
  kRestatementRounded,
  kRestatementWrong,
  kRestatementUndecided,
  kRestatementReasonHedge,
  kRestatementReasonTitle,
  kRestatementInstruction,
  kRestatementNoEarlier,
  kRestatementNoColumn,
  kHistoryUsual,
  kHistoryUnusual,
  kPeersUsual,
  kPeersUnusual,
  kOutlierFew,
  // Codes and names.
  kCodeFormerName,
  kCodeUnknownName,
  kCodeUnknown,
  kCodeOtherName,
  kCodeInstruction,
  kOutlineMissing,
  kOutlineInstruction,
  kOutlineRenamed,
  kOutlineRenamedInstruction,
  kOutlineOrder,
  kOutlineOrderInstruction,
  kOutlineEmpty,
  kOutlineEmptyInstruction,
  kOutlineNoTable,
  kOutlineNoTableInstruction,
  kOutlineBlankRows,
  kOutlineBlankRowsInstruction,
};

// The sentence with its places filled.
nianbao::catalogue::v1::Text Say(MessageId id, const Args& args);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_MESSAGES_H_
