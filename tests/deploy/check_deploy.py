#!/usr/bin/env python3
"""Renders and checks deploy/: manifests, and the configurations beside them.

usage: check_deploy.py ROOT

Where kubectl of kustomize 5 or later is there, its rendering must equal
render.py's; where it is not, the last line says so.
"""
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import manifests  # noqa: E402
import render  # noqa: E402

FIELD = re.compile(r"^  (?:\w+\.)*(\w+) (\w+) = \d+;", re.MULTILINE)
MESSAGE = re.compile(r"^message (\w+) \{(.*?)^\}", re.MULTILINE | re.DOTALL)
PROGRAM = re.compile(r"^nianbao_binary\((\S+)", re.MULTILINE)
SERVICE = re.compile(r"^service (\w+) \{", re.MULTILINE)


def config_variables(root):
    """Environment variables that a server knows, by config.proto."""
    text = (root / "proto/nianbao/config/v1/config.proto").read_text("utf-8")
    messages = {name: FIELD.findall(body)
                for name, body in MESSAGE.findall(text)}
    variables = {"NIANBAO_CONFIG"}
    for kind, field in messages["ServerConfig"]:
        names = [f"{field}_{inner}" for _, inner in messages[kind]] \
            if kind in messages else [field]
        variables |= {f"NIANBAO_{name}".upper() for name in names}
    return variables


def grpc_services(root):
    """Full names of the project's gRPC services."""
    names = set()
    for file in root.glob("proto/nianbao/*/v1/*.proto"):
        for service in SERVICE.findall(file.read_text("utf-8")):
            names.add(f"nianbao.{file.parent.parent.name}.v1.{service}")
    return names


def programs(root):
    """Names of the project's programs, by its CMake files."""
    return {name for file in root.glob("services/*/CMakeLists.txt")
            for name in PROGRAM.findall(file.read_text("utf-8"))}


def known(root):
    """What manifests may name."""
    return manifests.Known(config_variables(root), grpc_services(root),
                           programs(root))


def programs_of_image(root):
    """Programs that the Dockerfile installs."""
    text = (root / "deploy/docker/Dockerfile").read_text("utf-8")
    loop = re.search(r"for program in ([^;]+);", text).group(1)
    return set(loop.replace("\\", " ").split())


def kubectl_rendering(folder):
    """What kubectl renders; None where there is none of kustomize 5."""
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        return None
    version = subprocess.run([kubectl, "version", "--client"], check=False,
                             capture_output=True, text=True).stdout
    kustomize = re.search(r"Kustomize Version: v(\d+)", version)
    if kustomize is None or int(kustomize.group(1)) < 5:
        return None
    done = subprocess.run([kubectl, "kustomize", str(folder)], check=False,
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise render.RenderError(f"kubectl kustomize: {done.stderr.strip()}")
    return list(yaml.safe_load_all(done.stdout))


def config_problems(root):
    """What protoc finds wrong with the example configurations."""
    for file in sorted(root.glob("deploy/config/*.textproto")):
        done = subprocess.run(
            ["protoc", f"-I{root / 'proto'}",
             "--encode=nianbao.config.v1.ServerConfig",
             "nianbao/config/v1/config.proto"],
            stdin=file.open("rb"), capture_output=True, check=False)
        if done.returncode != 0:
            yield f"{file.relative_to(root)}: {done.stderr.decode().strip()}"


def by_name(rendering):
    return sorted(rendering, key=lambda m: (m["kind"], m["metadata"]["name"]))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1]).resolve()
    folder = root / "deploy/kustomize/base"
    try:
        rendering = render.render(folder)
        other = kubectl_rendering(folder)
    except render.RenderError as error:
        sys.exit(str(error))
    problems = manifests.Checker(rendering, known(root)).check()
    problems += config_problems(root)
    if programs_of_image(root) != programs(root):
        problems.append("deploy/docker/Dockerfile: installs "
                        f"{sorted(programs_of_image(root))}, the project has "
                        f"{sorted(programs(root))}")
    if other is not None and by_name(other) != by_name(rendering):
        problems.append("kubectl renders something else than render.py")
    if problems:
        sys.exit("\n".join(problems))
    witness = "no kubectl here to compare with" if other is None \
        else "kubectl renders the same"
    print(f"{len(rendering)} manifests are sound; {witness}")


if __name__ == "__main__":
    main()
