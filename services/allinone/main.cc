// nianbao-allinone: the four services in one server.
#include <string>
#include <vector>

#include "services/allinone/serve.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return nianbao::allinone::Serve("nianbao-allinone", arguments);
}
