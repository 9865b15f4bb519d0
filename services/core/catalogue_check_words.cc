// Checks of wordings and vocabulary.
#include <map>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue_checks.h"
#include "services/core/unit.h"
#include "services/core/wording.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Vocabulary;

// A wording with what it measures; parts of different wholes may share one,
// because they are read below their whole.
using Meaning = std::tuple<std::string, std::string, std::string>;

class WordingCheck {
 public:
  explicit WordingCheck(CatalogueErrors& errors) : errors_(errors) {}

  void Check(const Indicator& indicator) {
    dimension_ = FindUnit(indicator.unit()).dimension;
    Claim(indicator, "title", indicator.title().zh());
    for (int i = 0; i < indicator.wordings_size(); ++i) {
      Claim(indicator, absl::StrCat("wordings[", i, "]"),
            indicator.wordings(i));
    }
    for (const auto& revision : indicator.revisions()) {
      if (revision.title().empty()) continue;
      Claim(indicator, "revisions", revision.title());
    }
  }

 private:
  void Claim(const Indicator& indicator, const std::string& field,
             const std::string& wording) {
    const std::string normal = WordingKey(wording);
    if (normal.empty()) {
      if (field != "title") {
        errors_.Add(
            indicator, field,
            absl::StrCat(NameOf(indicator), ": an empty wording; remove it"));
      }
      return;
    }
    const auto [at, first] = owners_.emplace(
        Meaning(indicator.part_of(), normal, dimension_), &indicator);
    if (first || at->second == &indicator) return;
    errors_.Add(indicator, field,
                absl::StrCat(NameOf(indicator), ": wording \"", wording,
                             "\" means indicator \"", at->second->code(),
                             "\" already (", errors_.PlaceOf(*at->second),
                             "); keep it at one of them"));
  }

  static std::string NameOf(const Indicator& indicator) {
    return absl::StrCat("indicator \"", indicator.code(), "\"");
  }

  CatalogueErrors& errors_;
  // Of the indicator that is checked.
  std::string dimension_;
  std::map<Meaning, const Indicator*> owners_;
};

// Normal forms by kind and word.
using Meanings = std::map<std::pair<int, std::string>, std::string>;

// That the normal form of a word for a hedge names one.
void CheckHedge(const Vocabulary::Entry& entry, CatalogueErrors& errors) {
  nianbao::fact::v1::Hedge hedge;
  if (nianbao::fact::v1::Hedge_Parse(absl::StrCat("HEDGE_", entry.normal()),
                                     &hedge)) {
    return;
  }
  errors.Add(entry, "normal",
             absl::StrCat("KIND_HEDGE: unknown hedge \"", entry.normal(),
                          "\"; write MORE, ABOVE, AT_LEAST, BELOW, AT_MOST, "
                          "NEARLY or ABOUT"));
}

void CheckEntry(const Vocabulary& vocabulary, const Vocabulary::Entry& entry,
                Meanings& meanings, CatalogueErrors& errors) {
  const std::string kind = Vocabulary::Kind_Name(vocabulary.kind());
  CheckSet(!entry.words().empty(), entry, "words", kind, errors);
  if (vocabulary.kind() == Vocabulary::KIND_HEDGE) CheckHedge(entry, errors);
  for (int i = 0; i < entry.words_size(); ++i) {
    const std::string field = absl::StrCat("words[", i, "]");
    if (entry.words(i).empty()) {
      errors.Add(entry, field,
                 absl::StrCat(kind, ": an empty word; remove it"));
    }
    const auto [at, first] = meanings.emplace(
        std::make_pair(static_cast<int>(vocabulary.kind()), entry.words(i)),
        entry.normal());
    if (first) continue;
    errors.Add(entry, field,
               absl::StrCat(kind, ": \"", entry.words(i),
                            "\" is there already and means \"", at->second,
                            "\"; keep one"));
  }
}

}  // namespace

void CheckWordings(const Catalogue& catalogue, CatalogueErrors& errors) {
  WordingCheck check(errors);
  for (const auto& [code, indicator] : catalogue.indicators()) {
    check.Check(*indicator);
  }
}

void CheckVocabularies(const std::vector<CatalogueFile>& files,
                       CatalogueErrors& errors) {
  Meanings meanings;
  for (const CatalogueFile& file : files) {
    for (const Vocabulary& vocabulary : file.content->vocabularies()) {
      CheckSet(vocabulary.kind() != 0, vocabulary, "kind", "vocabulary",
               errors);
      for (const auto& entry : vocabulary.entries()) {
        CheckEntry(vocabulary, entry, meanings, errors);
      }
    }
  }
}

}  // namespace nianbao::core
