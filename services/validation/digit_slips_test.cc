#include "services/validation/digit_slips.h"

#include <gmock/gmock.h>

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::Slip;
using ::testing::Contains;
using ::testing::Not;

TEST(DigitSlips, AreNamed) {
  EXPECT_EQ(DigitSlip("1167", "1176"), Slip::SLIP_TRANSPOSED);
  EXPECT_EQ(DigitSlip("82.53", "82.35"), Slip::SLIP_TRANSPOSED);
  EXPECT_EQ(DigitSlip("1186", "1176"), Slip::SLIP_WRONG_DIGIT);
  EXPECT_EQ(DigitSlip("117", "1176"), Slip::SLIP_DROPPED_DIGIT);
  EXPECT_EQ(DigitSlip("11776", "1176"), Slip::SLIP_EXTRA_DIGIT);
  EXPECT_EQ(DigitSlip("3865000", "386.5"), Slip::SLIP_SCALE);
  EXPECT_EQ(DigitSlip("336", "33.6"), Slip::SLIP_SCALE);
}

TEST(DigitSlips, AreNotFoundWhereTwoWouldBeNeeded) {
  EXPECT_EQ(DigitSlip("1234", "1278"), Slip::SLIP_UNSPECIFIED);
  EXPECT_EQ(DigitSlip("35.82", "36.19"), Slip::SLIP_UNSPECIFIED);
  EXPECT_EQ(DigitSlip("80.3", "80.30"), Slip::SLIP_UNSPECIFIED);
}

TEST(DigitSlips, LeadBackToWhatWasMeant) {
  for (const char* meant : {"1178", "1186", "118", "11867", "1817"}) {
    EXPECT_THAT(BehindSlips("1187"), Contains(meant));
    EXPECT_NE(DigitSlip("1187", meant), Slip::SLIP_UNSPECIFIED);
  }
  EXPECT_THAT(BehindSlips("19"), Contains("17"));
  EXPECT_THAT(BehindSlips("19"), Contains("91"));
  EXPECT_THAT(BehindSlips("19"), Not(Contains("09")));
}

}  // namespace
}  // namespace nianbao::validation
