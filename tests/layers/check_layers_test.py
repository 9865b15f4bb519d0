#!/usr/bin/env python3
"""Plants violations in a tree of its own and sees each of them found."""
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_layers  # noqa: E402


class CheckLayersTest(unittest.TestCase):

    def problems(self, path, text):
        """Problems of a tree with one file."""
        with tempfile.TemporaryDirectory() as root:
            file = pathlib.Path(root, path)
            file.parent.mkdir(parents=True)
            file.write_text(text, "utf-8")
            return check_layers.check(root)[0]

    def assert_found(self, path, line, words):
        found = self.problems(path, "// Contract.\n" + line + "\n")
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{path}:2: "), found[0])
        self.assertIn(words, found[0])

    def assert_clean(self, path, *lines):
        self.assertEqual(self.problems(path, "\n".join(lines)), [])

    def test_core_is_pure(self):
        for line in ("#include <thread>", "#include <mutex>",
                     "#include <fstream>", "#include <atomic>",
                     '#include "grpcpp/grpcpp.h"',
                     '#include "nianbao/intake/v1/intake.grpc.pb.h"',
                     '#include "absl/time/clock.h"',
                     '#include "services/platform/log.h"',
                     "auto now = std::chrono::steady_clock::now();",
                     "auto now = absl::Now();"):
            with self.subTest(line):
                self.assert_found("services/core/x.cc", line, "")

    def test_core_may_use_messages_and_absl(self):
        self.assert_clean("services/core/x.cc",
                          "#include <vector>",
                          '#include "absl/status/statusor.h"',
                          '#include "absl/time/time.h"',
                          '#include "nianbao/fact/v1/fact.pb.h"',
                          '#include "services/core/interval.h"',
                          "// Not absl::Now: the caller's clock.")

    def test_services_never_include_each_other(self):
        for path in ("services/validation/x.cc",
                     "services/validation/validation_service.cc",
                     "services/validation/validation_module.cc",
                     "services/validation/x_test.cc"):
            with self.subTest(path):
                self.assert_found(path,
                                  '#include "services/intake/read_report.h"',
                                  "never include each other")

    def test_domain_knows_no_platform_clients_or_grpc(self):
        for target in ("services/platform/rpc_status.h",
                       "services/clients/intake_client.h",
                       "grpcpp/server.h"):
            with self.subTest(target):
                self.assert_found("services/report/compose.cc",
                                  f'#include "{target}"', "")

    def test_domain_reads_no_files_and_no_clock(self):
        self.assert_found("services/intake/readers/reader.cc",
                          "#include <fstream>", "ports only")
        self.assert_found("services/intake/readers/reader.cc",
                          "auto t = std::chrono::system_clock::now();",
                          "ports")

    def test_handler_uses_rpc_headers_of_the_platform_only(self):
        path = "services/metrics/metrics_service.cc"
        self.assert_clean(path, '#include "services/platform/rpc_reactor.h"',
                          '#include "services/metrics/rollup.h"',
                          "#include <grpcpp/grpcpp.h>")
        self.assert_found(path, '#include "services/platform/log.h"',
                          "rpc_*.h")
        self.assert_found(path, '#include "services/clients/intake_client.h"',
                          "rpc_*.h")

    def test_module_and_main_may_use_platform_and_clients(self):
        for name in ("metrics_module.cc", "main.cc"):
            self.assert_clean(f"services/metrics/{name}",
                              '#include "services/platform/program.h"',
                              '#include "services/clients/intake_client.h"')

    def test_platform_knows_no_service_and_no_client(self):
        for target in ("services/intake/intake_module.h",
                       "services/clients/intake_client.h"):
            self.assert_found("services/platform/server.cc",
                              f'#include "{target}"', "")

    def test_all_in_one_mounts_modules_and_nothing_deeper(self):
        path = "services/allinone/all_in_one.cc"
        self.assert_clean(path, '#include "services/intake/intake_module.h"')
        self.assert_found(path, '#include "services/intake/read_report.h"',
                          "never include each other")

    def test_cli_sees_no_service(self):
        self.assert_found("services/cli/run.cc",
                          '#include "services/intake/intake_module.h"', "")

    def test_only_tests_include_tests(self):
        line = '#include "tests/testing/manual_clock.h"'
        self.assert_clean("services/metrics/x_test.cc", line)
        self.assert_found("services/metrics/x.cc", line, "only tests")

    def test_only_tests_of_the_domain_have_the_platform(self):
        line = '#include "services/platform/catalogue_loader.h"'
        self.assert_clean("services/intake/reading/x_test.cc", line)
        self.assert_clean("services/intake/reading/x_test_base.cc", line)
        self.assert_clean("services/intake/test_material.h", line)
        self.assert_found("services/intake/reading/x.cc", line, "platform")

    def test_includes_start_at_the_root(self):
        self.assert_found("services/core/x.cc", '#include "interval.h"',
                          "root")

    def test_services_never_link_each_other(self):
        self.assert_found("services/report/CMakeLists.txt",
                          "  DEPS nianbao_validation_domain)",
                          "never link")
        self.assert_clean("services/report/CMakeLists.txt",
                          "  DEPS nianbao_report_domain nianbao_core)")


if __name__ == "__main__":
    unittest.main()
