// Certificates for tests.
#ifndef NIANBAO_TESTS_TESTING_CERTIFICATES_H_
#define NIANBAO_TESTS_TESTING_CERTIFICATES_H_

#include <string>

#include "tests/testing/scratch_folder.h"

namespace nianbao::testing {

// Makes files in PEM, in a folder of its own: an authority, and what it signed
// for a server at 127.0.0.1 and "cache.example" and for a client. Ends the
// program where that fails.
class Certificates {
 public:
  Certificates();

  std::string ca() const { return File("ca.pem"); }
  std::string server_cert() const { return File("server.pem"); }
  std::string server_key() const { return File("server.key"); }
  std::string client_cert() const { return File("client.pem"); }
  std::string client_key() const { return File("client.key"); }

 private:
  std::string File(const std::string& name) const { return folder_.Path(name); }

  ScratchFolder folder_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_CERTIFICATES_H_
