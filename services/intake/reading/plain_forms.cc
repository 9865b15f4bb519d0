#include "services/intake/reading/plain_forms.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao::intake {
namespace {

// Radicals that Unicode does not decompose, in order of their code points.
constexpr std::array<std::pair<char32_t, char32_t>, 84> kRadicals = {{
    {0x2E81, U'厂'}, {0x2E85, U'亻'}, {0x2E89, U'刂'}, {0x2E8B, U'㔾'},
    {0x2E8C, U'小'}, {0x2E8F, U'尣'}, {0x2E90, U'尢'}, {0x2E92, U'巳'},
    {0x2E93, U'幺'}, {0x2E95, U'彐'}, {0x2E96, U'忄'}, {0x2E97, U'心'},
    {0x2E98, U'扌'}, {0x2E99, U'攵'}, {0x2E9B, U'旡'}, {0x2E9D, U'月'},
    {0x2E9E, U'歺'}, {0x2E9F, U'母'}, {0x2EA0, U'民'}, {0x2EA1, U'氵'},
    {0x2EA2, U'氺'}, {0x2EA3, U'灬'}, {0x2EA5, U'爫'}, {0x2EA8, U'犭'},
    {0x2EA9, U'王'}, {0x2EAC, U'示'}, {0x2EAD, U'礻'}, {0x2EAF, U'糹'},
    {0x2EB0, U'纟'}, {0x2EB1, U'罒'}, {0x2EB7, U'羊'}, {0x2EB8, U'羊'},
    {0x2EB9, U'耂'}, {0x2EBA, U'肀'}, {0x2EBB, U'聿'}, {0x2EBC, U'肉'},
    {0x2EBE, U'艹'}, {0x2EC1, U'虎'}, {0x2EC2, U'衤'}, {0x2EC3, U'覀'},
    {0x2EC4, U'西'}, {0x2EC5, U'见'}, {0x2EC6, U'角'}, {0x2EC8, U'讠'},
    {0x2EC9, U'贝'}, {0x2ECA, U'足'}, {0x2ECB, U'车'}, {0x2ECC, U'辶'},
    {0x2ECF, U'邑'}, {0x2ED0, U'钅'}, {0x2ED1, U'長'}, {0x2ED2, U'镸'},
    {0x2ED3, U'长'}, {0x2ED4, U'门'}, {0x2ED6, U'阝'}, {0x2ED7, U'雨'},
    {0x2ED8, U'青'}, {0x2ED9, U'韦'}, {0x2EDA, U'页'}, {0x2EDB, U'风'},
    {0x2EDC, U'飞'}, {0x2EDD, U'食'}, {0x2EDE, U'食'}, {0x2EDF, U'飠'},
    {0x2EE0, U'饣'}, {0x2EE1, U'首'}, {0x2EE2, U'马'}, {0x2EE3, U'骨'},
    {0x2EE4, U'鬼'}, {0x2EE5, U'鱼'}, {0x2EE6, U'鸟'}, {0x2EE7, U'卤'},
    {0x2EE8, U'麦'}, {0x2EE9, U'黄'}, {0x2EEA, U'黾'}, {0x2EEB, U'斉'},
    {0x2EEC, U'齐'}, {0x2EED, U'歯'}, {0x2EEE, U'齿'}, {0x2EEF, U'竜'},
    {0x2EF0, U'龙'}, {0x2EF1, U'龜'}, {0x2EF2, U'亀'}, {0x2EF3, U'龟'},
}};

// What compatibility decomposition makes of a character, where that is one.
char32_t Decomposed(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* forms = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return c;
  icu::UnicodeString plain;
  if (!forms->getDecomposition(static_cast<UChar32>(c), plain)) return c;
  return plain.countChar32() == 1 ? static_cast<char32_t>(plain.char32At(0))
                                  : c;
}

}  // namespace

char32_t PlainForm(char32_t c) {
  if (c >= 0x2E80 && c <= 0x2EFF) {
    const auto* const at =
        std::lower_bound(kRadicals.begin(), kRadicals.end(), c,
                         [](const auto& radical, char32_t code) {
                           return radical.first < code;
                         });
    return at != kRadicals.end() && at->first == c ? at->second : c;
  }
  const bool radical = c >= 0x2F00 && c <= 0x2FDF;
  const bool compatible =
      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
  return radical || compatible ? Decomposed(c) : c;
}

}  // namespace nianbao::intake
