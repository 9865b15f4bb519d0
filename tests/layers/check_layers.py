#!/usr/bin/env python3
"""Checks who includes whom in services/ (ARCHITECTURE.md, "Layers").

usage: check_layers.py ROOT

Prints each violation as file:line: message and exits 1; otherwise prints how
many files it looked at.
"""
import fnmatch
import pathlib
import re
import sys

SERVICES = ("intake", "validation", "metrics", "report")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
GENERATED_RPC = re.compile(r"nianbao/.*\.grpc\.pb\.h")
GRPC = re.compile(r"grpc(pp|\+\+)?/.*")

# What reaches for the outside: by ports only.
OUTSIDE = {
    "thread", "future", "fstream", "filesystem", "iostream", "random",
    "unistd.h", "sys/socket.h", "absl/time/clock.h",
}
# What the core needs even less: it has no state to guard.
SHARED_STATE = {
    "mutex", "shared_mutex", "condition_variable", "atomic", "stop_token",
    "semaphore", "absl/synchronization/mutex.h",
}
CLOCKS = re.compile(
    r"\b(system_clock|steady_clock|high_resolution_clock|absl::Now|"
    r"absl::GetCurrentTimeNanos|gettimeofday|clock_gettime|getenv)\b"
    r"|\bstd::time\s*\(")

# Folders of services/ that a file of each layer may include; its own folder is
# always among them.
MAY_INCLUDE = {
    "core": ("core",),
    "platform": ("core",),
    "clients": ("core", "platform"),
    "domain": ("core",),
    "handler": ("core",),  # and platform/rpc_*.h
    "module": ("core", "platform", "clients"),
    "allinone": ("core", "platform", "clients"),  # and the four modules
    "cli": ("core", "platform", "clients", "allinone"),
}
HANDLER_FILES = ("*_service.h", "*_service.cc", "*_service_test.cc")
MODULE_FILES = ("*_module.h", "*_module.cc", "*_module_test.cc", "main.cc")
# Tests and what only they use; they may have the real catalogue and the embedded
# stores of the platform.
TEST_FILES = ("*_test.cc", "*_test_base.cc", "*_test_base.h", "test_*.cc",
              "test_*.h")


def matches(name, patterns):
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def layer_of(path):
    """The layer of a path such as ("services", "intake", "main.cc")."""
    folder, name = path[1], path[-1]
    if folder not in SERVICES:
        return folder
    if matches(name, MODULE_FILES):
        return "module"
    if matches(name, HANDLER_FILES):
        return "handler"
    return "domain"


def allowed(layer, folder, target, is_test):
    """Whether a file of `layer` in services/`folder` may include `target`."""
    steps = target.split("/")
    if steps[0] == "tests":
        return is_test
    if steps[0] != "services" or len(steps) < 3:
        return False
    if steps[1] == folder or steps[1] in MAY_INCLUDE[layer]:
        return True
    if is_test and steps[1] == "platform":
        return True
    if layer == "handler":
        return fnmatch.fnmatch(target, "services/platform/rpc_*.h")
    if layer == "allinone":
        return steps[1] in SERVICES and steps[-1] == f"{steps[1]}_module.h"
    return False


def problem_of_include(layer, folder, quote, target, is_test):
    """What is wrong with an include; None where nothing is."""
    if layer in ("core", "domain"):
        if GRPC.fullmatch(target) or GENERATED_RPC.fullmatch(target):
            return f"the {layer} knows no gRPC"
        if not is_test and target in OUTSIDE:
            return f"the {layer} reaches the outside through ports only"
    if layer == "core" and not is_test and target in SHARED_STATE:
        return "the core is pure: no threads and nothing to guard from them"
    own = target.startswith(("services/", "tests/"))
    if quote == "<" or not own:
        if quote == '"' and "/" not in target:
            return "include from the repository's root"
        return None
    if allowed(layer, folder, target, is_test):
        return None
    if target.startswith("tests/"):
        return "only tests include tests"
    if target.split("/")[1] in SERVICES:
        return "services never include each other; share it through the core"
    if layer == "handler":
        return "a handler includes rpc_*.h of the platform and nothing else"
    return f"the {layer} must not know services/{target.split('/')[1]}"


def problems_of_source(path, text):
    """Problems of one source file as (line, message)."""
    folder, layer = path[1], layer_of(path)
    is_test = matches(path[-1], TEST_FILES)
    for number, line in enumerate(text.splitlines(), 1):
        include = INCLUDE.match(line)
        if include:
            problem = problem_of_include(
                layer, folder, include.group(1), include.group(2), is_test)
            if problem:
                yield number, f"{include.group(2)}: {problem}"
        elif layer in ("core", "domain") and not is_test:
            clock = CLOCKS.search(line.split("//")[0])
            if clock:
                yield number, f"{clock.group(0)}: time and environment " \
                    "come through ports"


def problems_of_targets(folder, text):
    """Targets of other services that a service's CMakeLists.txt links."""
    for number, line in enumerate(text.splitlines(), 1):
        for service in re.findall(
                rf"\bnianbao_({'|'.join(SERVICES)})(?:_\w+)?\b",
                line.split("#")[0]):
            if service != folder:
                yield number, f"nianbao_{service}: services never link " \
                    "each other"


def check(root):
    """All problems below `root` as "file:line: message", and a file count."""
    problems, count = [], 0
    for file in sorted(pathlib.Path(root, "services").rglob("*")):
        path = file.relative_to(root).parts
        if file.suffix in (".h", ".cc") and len(path) > 2:
            found = problems_of_source(path, file.read_text("utf-8"))
        elif file.name == "CMakeLists.txt" and path[1] in (
                *SERVICES, "core", "platform", "clients"):
            found = problems_of_targets(path[1], file.read_text("utf-8"))
        else:
            continue
        count += 1
        problems += [f"{'/'.join(path)}:{line}: {message}"
                     for line, message in found]
    return problems, count


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    problems, count = check(pathlib.Path(sys.argv[1]))
    if count == 0:
        sys.exit(f"{sys.argv[1]}: no services/ there")
    if problems:
        sys.exit("\n".join(problems))
    print(f"{count} files keep to the layers")


if __name__ == "__main__":
    main()
