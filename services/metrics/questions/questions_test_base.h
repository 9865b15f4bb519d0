// A catalogue of two editions and a record to ask about, for tests.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_QUESTIONS_TEST_BASE_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_QUESTIONS_TEST_BASE_H_

#include <memory>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "nianbao/intake/v1/organisation.pb.h"
#include "services/core/catalogue.h"
#include "services/metrics/test_record.h"

namespace nianbao::metrics {

// Collected "students", "teachers", "income" (元), "intake" and "graduates",
// the ratio of students to teachers and the income of a student; a standard of
// the ratio, a test of it against peers, a warning of intake.
std::unique_ptr<const core::Catalogue> MakeQuestionsCatalogue();

// The same figure as a school's major has it.
fact::v1::Fact MajorFact(const std::string& id, const std::string& indicator,
                         const std::string& major, const std::string& value,
                         int year = 2021, const std::string& division = "");

// An entry of the registry.
intake::v1::Organisation Entry(const std::string& code,
                               intake::v1::Organisation::Level level,
                               const std::string& parent,
                               const std::string& to = "",
                               const std::vector<std::string>& successors = {});

class QuestionsTest : public ::testing::Test {
 protected:
  const std::unique_ptr<const core::Catalogue> catalogue_ =
      MakeQuestionsCatalogue();
  TestRecord record_{*catalogue_};
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_QUESTIONS_TEST_BASE_H_
