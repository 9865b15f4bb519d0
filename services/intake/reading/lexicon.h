// The words of reading, from the catalogue's vocabulary.
#ifndef NIANBAO_SERVICES_INTAKE_READING_LEXICON_H_
#define NIANBAO_SERVICES_INTAKE_READING_LEXICON_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// Words of one kind, found by longest match.
class WordList {
 public:
  // A word that stands in a text.
  struct Match {
    int length = 0;  // characters; zero where nothing stands there
    std::string normal;
  };

  WordList() = default;
  WordList(const core::Catalogue& catalogue,
           nianbao::catalogue::v1::Vocabulary::Kind kind);

  // The longest word that starts at `at`.
  Match At(const Chars& text, int at) const;

  // The longest word that ends just before `end`.
  Match EndingAt(const Chars& text, int end) const;

  // The first place in [begin, end) at which a word starts; -1 for none.
  int Find(const Chars& text, int begin, int end) const;

  // Puts the normal form in place of every word that stands in `words`.
  void Replace(std::u32string& words) const;

  // The normal form of a whole text; empty where it is no word.
  std::string NormalOf(const std::u32string& text) const;

 private:
  // Word to normal form, both folded.
  std::map<std::u32string, std::string, std::less<>> words_;
  int longest_ = 0;
  // Whether a word starts or ends with a character: most places of a text are
  // passed over by that alone.
  std::vector<bool> starts_;
  std::vector<bool> ends_;
};

// All words, made once from a catalogue; immutable, safe from any thread.
struct Lexicon {
  explicit Lexicon(const core::Catalogue& catalogue);

  WordList units;
  WordList hedges;
  WordList changes;
  WordList names;
  WordList classes;
  WordList dimensions;
  WordList totals;
  WordList terms;
};

// The hedge of that normal form, such as "MORE".
nianbao::fact::v1::Hedge HedgeOf(const std::string& normal);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_LEXICON_H_
