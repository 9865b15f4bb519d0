#!/usr/bin/env python3
"""Renders a kustomize folder: as much of kustomize as deploy/ uses.

usage: render.py FOLDER

Knows `resources` (files and folders), `labels` with `includeTemplates`, and
`configMapGenerator` with `literals`, with the names that kustomize gives. Any
other key is an error, so that nothing is left out in silence. It is no
kustomize: it needs nothing but Python, for checks where kubectl is not there.
"""
import hashlib
import json
import pathlib
import sys

import yaml

KEYS = {"apiVersion", "kind", "resources", "labels", "configMapGenerator"}


class RenderError(Exception):
    """What can't be rendered, and where."""


def only(mapping, keys, where):
    unknown = sorted(set(mapping) - set(keys))
    if unknown:
        raise RenderError(f"{where}: unknown key {unknown[0]}; "
                          f"known are {', '.join(sorted(keys))}")


def load(file):
    """The manifests of a file."""
    try:
        documents = list(yaml.safe_load_all(file.read_text("utf-8")))
    except (OSError, yaml.YAMLError) as error:
        raise RenderError(f"{file}: {error}") from error
    return [document for document in documents if document is not None]


def name_suffix(config_map):
    """kustomize's hash of a config map's data, which ends its name."""
    text = json.dumps(
        {"kind": "ConfigMap", "name": "", "data": config_map["data"]},
        ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    return digest.translate(str.maketrans("013ae", "ghkmt"))


def generate_config_map(generator, where):
    only(generator, ("name", "literals"), where)
    data = dict(literal.split("=", 1) for literal in generator["literals"])
    return {"apiVersion": "v1", "kind": "ConfigMap",
            "metadata": {"name": generator["name"]}, "data": data}


def rename_references(node, names):
    """Gives config maps their new names wherever a manifest refers to them."""
    if isinstance(node, list):
        for item in node:
            rename_references(item, names)
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("configMapRef", "configMapKeyRef", "configMap"):
                value["name"] = names.get(value.get("name"), value.get("name"))
            else:
                rename_references(value, names)


def add_labels(manifest, label, where):
    only(label, ("pairs", "includeTemplates"), where)
    places = [manifest]
    if label.get("includeTemplates") and manifest["kind"] == "Deployment":
        places.append(manifest["spec"]["template"])
    for place in places:
        labels = place.setdefault("metadata", {}).setdefault("labels", {})
        labels.update(label["pairs"])


def render(folder):
    """The manifests of a kustomize folder, as dictionaries."""
    folder = pathlib.Path(folder)
    where = folder / "kustomization.yaml"
    kustomization = load(where)[0]
    only(kustomization, KEYS, where)
    manifests = []
    for resource in kustomization.get("resources", []):
        path = folder / resource
        manifests += render(path) if path.is_dir() else load(path)
    names = {}
    for generator in kustomization.get("configMapGenerator", []):
        config_map = generate_config_map(generator, where)
        plain = generator["name"]
        names[plain] = f"{plain}-{name_suffix(config_map)}"
        config_map["metadata"]["name"] = names[plain]
        manifests.append(config_map)
    for manifest in manifests:
        rename_references(manifest, names)
        for label in kustomization.get("labels", []):
            add_labels(manifest, label, where)
    return manifests


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        manifests = render(sys.argv[1])
    except RenderError as error:
        sys.exit(str(error))
    yaml.safe_dump_all(manifests, sys.stdout, allow_unicode=True)


if __name__ == "__main__":
    main()
