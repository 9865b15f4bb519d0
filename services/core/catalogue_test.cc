#include "services/core/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/core/catalogue_test_base.h"
#include "services/core/errors.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Vocabulary;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Content = nianbao::catalogue::v1::Catalogue;

std::vector<std::string> CodesOf(const std::vector<const Indicator*>& all) {
  std::vector<std::string> codes;
  codes.reserve(all.size());
  for (const Indicator* indicator : all) codes.push_back(indicator->code());
  return codes;
}

class CatalogueTest : public testing::Test {
 protected:
  CatalogueTest() {
    auto created = Create(BaseCatalogue());
    EXPECT_TRUE(created.ok()) << created.status();
    catalogue_ = *std::move(created);
  }

  std::unique_ptr<const Catalogue> catalogue_;
};

TEST_F(CatalogueTest, FindsDefinitionsByCode) {
  EXPECT_EQ(catalogue_->revision(), "r1");
  EXPECT_EQ(catalogue_->FindEdition("2021")->data_year(), 2021);
  EXPECT_EQ(catalogue_->FindIndicator("ratio")->decimals(), 2);
  EXPECT_EQ(catalogue_->FindRule("growth")->kind(), "growth");
  EXPECT_EQ(catalogue_->FindRegion("330800")->name(), "衢州市");
  EXPECT_EQ(catalogue_->FindEdition("1999"), nullptr);
  EXPECT_EQ(catalogue_->FindIndicator(""), nullptr);
  EXPECT_EQ(catalogue_->FindRule("students"), nullptr);
  EXPECT_EQ(catalogue_->FindRegion("33"), nullptr);
}

TEST_F(CatalogueTest, ListsDefinitionsInCodeOrder) {
  std::vector<std::string> codes;
  for (const auto& [code, indicator] : catalogue_->indicators()) {
    codes.push_back(code);
  }
  EXPECT_THAT(codes, ElementsAre("girls", "ratio", "students", "teachers"));
  EXPECT_EQ(catalogue_->editions().size(), 2U);
  EXPECT_EQ(catalogue_->rules().size(), 1U);
  EXPECT_EQ(catalogue_->standards().size(), 1U);
}

TEST_F(CatalogueTest, HasTheTableInPositionOrder) {
  EXPECT_THAT(CodesOf(catalogue_->TableOf("2021")),
              ElementsAre("students", "girls", "teachers"));
  EXPECT_THAT(catalogue_->TableOf("2020"), IsEmpty());
  EXPECT_THAT(catalogue_->TableOf("1999"), IsEmpty());
}

TEST_F(CatalogueTest, FindsAnIndicatorsRevision) {
  const Indicator& students = *catalogue_->FindIndicator("students");
  EXPECT_EQ(Catalogue::RevisionOf(students, "2021")->row(), 1);
  EXPECT_EQ(Catalogue::RevisionOf(students, "1999"), nullptr);
}

TEST_F(CatalogueTest, CompilesFormulasAndRelations) {
  EXPECT_EQ(catalogue_->FormulaOf("ratio").text(), "students / teachers");
  EXPECT_EQ(catalogue_->RelationOf("growth").relation(), Operator::kAtLeast);
  EXPECT_EQ(catalogue_->RelationOf("ratio_at_most_20").left().text(), "ratio");
}

TEST_F(CatalogueTest, ListsWordsOfAKind) {
  const auto hedges = catalogue_->Words(Vocabulary::KIND_HEDGE);
  ASSERT_EQ(hedges.size(), 1U);
  EXPECT_EQ(hedges[0]->words(1), "多");
  EXPECT_THAT(catalogue_->Words(Vocabulary::KIND_UNIT), IsEmpty());
}

// Adds a derived indicator with an example that is blank.
Indicator& AddDerived(const std::string& code, const std::string& formula,
                      Content& content) {
  Indicator& derived = *content.add_indicators();
  derived = content.indicators(3);
  derived.set_code(code);
  derived.mutable_title()->set_zh(code);
  derived.set_formula(formula);
  derived.clear_examples();
  derived.add_examples()->set_name("blank");
  return derived;
}

TEST(Catalogue, OrdersDerivedIndicatorsByWhatTheyNeed) {
  Content content = BaseCatalogue();
  AddDerived("a_top", "b_middle + ratio", content);
  AddDerived("b_middle", "z_low * 2", content);
  AddDerived("z_low", "students@-1", content);
  AddDerived("other", "students", content).add_revisions()->set_edition("2020");
  content.mutable_indicators(7)->mutable_revisions(0)->set_certainty(
      nianbao::catalogue::v1::CERTAINTY_DRAFT);
  const auto catalogue = Create(std::move(content));
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  EXPECT_THAT(CodesOf((*catalogue)->DerivedOf("2021")),
              ElementsAre("z_low", "b_middle", "ratio", "a_top"));
  EXPECT_THAT(CodesOf((*catalogue)->DerivedOf("2020")),
              ElementsAre("z_low", "b_middle", "ratio", "a_top", "other"));
}

TEST(Catalogue, PartsOfDifferentWholesMayShareAWording) {
  Content content = BaseCatalogue();
  Indicator& part = *content.add_indicators();
  part = content.indicators(1);
  part.set_code("women");
  part.set_part_of("teachers");
  part.clear_revisions();
  content.mutable_indicators(2)->set_partition(
      nianbao::catalogue::v1::PARTITION_PARTIAL);
  EXPECT_TRUE(Create(std::move(content)).ok());
}

TEST(Catalogue, WordingsWithDifferentUnitsAreDifferent) {
  Content content = BaseCatalogue();
  content.mutable_indicators(2)->add_wordings("生师比");
  EXPECT_TRUE(Create(std::move(content)).ok());
}

TEST(Catalogue, EmptyCatalogueIsNoError) { EXPECT_TRUE(Create({}).ok()); }

TEST(CatalogueErrors, AreInFileOrderWithThePlaceOfTheFirst) {
  std::vector<CatalogueFile> files(2);
  files[0].path = "a.textproto";
  files[0].content = std::make_unique<Content>(BaseCatalogue());
  files[1].path = "b.textproto";
  files[1].content = std::make_unique<Content>();
  auto& region = *files[1].content->add_regions();
  region.set_code("33");
  files[1].positions[{&region, ""}] = {4, 1};
  files[1].positions[{&region, "code"}] = {5, 3};
  auto& rule = *files[0].content->mutable_rules(0);
  rule.clear_kind();
  files[0].positions[{&rule, ""}] = {100, 7};
  const auto catalogue = Catalogue::Create(std::move(files), "");
  EXPECT_EQ(catalogue.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(catalogue.status().message(),
            "a.textproto:100:7: rule \"growth\": \"kind\" is not set; set it\n"
            "b.textproto:4:1: region \"33\": \"name\" is not set; set it\n"
            "b.textproto:5:3: region \"33\": the code has not six digits; "
            "write it like \"330800\"");
  const ErrorInfo info = GetErrorInfo(catalogue.status());
  EXPECT_EQ(info.reason, "BAD_CATALOGUE");
  EXPECT_EQ(info.metadata.at("file"), "a.textproto");
  EXPECT_EQ(info.metadata.at("line"), "100");
  EXPECT_EQ(info.metadata.at("column"), "7");
  EXPECT_EQ(info.metadata.at("errors"), "3");
}

TEST(CatalogueErrors, NameWhereTheOtherDefinitionStands) {
  std::vector<CatalogueFile> files(2);
  files[0].path = "a.textproto";
  files[0].content = std::make_unique<Content>(BaseCatalogue());
  files[0].positions[{&files[0].content->regions(0), ""}] = {70, 1};
  files[1].path = "b.textproto";
  files[1].content = std::make_unique<Content>();
  *files[1].content->add_regions() = files[0].content->regions(0);
  const auto catalogue = Catalogue::Create(std::move(files), "");
  EXPECT_EQ(catalogue.status().message(),
            "b.textproto:1:1: region \"330000\" holds on the same days already "
            "(a.textproto:70:1); set valid_from and valid_to apart");
}

TEST(CatalogueErrors, StopAfterAScreenful) {
  Content content;
  for (int i = 0; i < 30; ++i) {
    content.add_regions()->set_code("33000" + std::to_string(i));
  }
  const auto catalogue = Create(std::move(content));
  const std::string message(catalogue.status().message());
  EXPECT_THAT(message, testing::EndsWith("more errors"));
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 20);
}

}  // namespace
}  // namespace nianbao::core
