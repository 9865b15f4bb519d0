#include "tests/testing/certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace nianbao::testing {
namespace {

constexpr long kSecondsValid = 24L * 60 * 60;

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeCert {
  void operator()(X509* cert) const { X509_free(cert); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Cert = std::unique_ptr<X509, FreeCert>;

void Must(bool done) {
  if (done) return;
  std::fputs("certificates for tests can't be made\n", stderr);
  std::abort();
}

void Extend(X509* cert, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, cert, nullptr, nullptr, 0);
  X509_EXTENSION* extension =
      X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  Must(extension != nullptr && X509_add_ext(cert, extension, -1) == 1);
  X509_EXTENSION_free(extension);
}

// A certificate of `key` for `name`, signed by `issuer`, or by itself where
// that is null.
Cert Sign(const char* name, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuer_key) {
  static long serial = 1;
  Cert cert(X509_new());
  X509_set_version(cert.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(cert.get()), -kSecondsValid);
  X509_gmtime_adj(X509_getm_notAfter(cert.get()), kSecondsValid);
  X509_set_pubkey(cert.get(), key);
  X509_NAME* subject = X509_get_subject_name(cert.get());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>(name), -1,
                             -1, 0);
  X509* by = issuer == nullptr ? cert.get() : issuer;
  X509_set_issuer_name(cert.get(), X509_get_subject_name(by));
  if (issuer == nullptr) {
    Extend(cert.get(), by, NID_basic_constraints, "critical,CA:TRUE");
  } else {
    Extend(cert.get(), by, NID_subject_alt_name,
           "IP:127.0.0.1,DNS:cache.example");
  }
  Must(X509_sign(cert.get(), issuer_key, EVP_sha256()) > 0);
  return cert;
}

void Write(const std::string& file, X509* cert, EVP_PKEY* key) {
  std::FILE* out = std::fopen(file.c_str(), "w");
  Must(out != nullptr);
  if (cert != nullptr) Must(PEM_write_X509(out, cert) == 1);
  if (key != nullptr) {
    Must(PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr,
                              nullptr) == 1);
  }
  std::fclose(out);
}

}  // namespace

Certificates::Certificates() {
  const Key ca_key(EVP_EC_gen("P-256"));
  const Cert ca_cert =
      Sign("Test authority", ca_key.get(), nullptr, ca_key.get());
  Write(ca(), ca_cert.get(), nullptr);
  const Key server(EVP_EC_gen("P-256"));
  Write(server_cert(),
        Sign("server", server.get(), ca_cert.get(), ca_key.get()).get(),
        nullptr);
  Write(server_key(), nullptr, server.get());
  const Key client(EVP_EC_gen("P-256"));
  Write(client_cert(),
        Sign("client", client.get(), ca_cert.get(), ca_key.get()).get(),
        nullptr);
  Write(client_key(), nullptr, client.get());
}

}  // namespace nianbao::testing
