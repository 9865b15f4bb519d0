"""What must hold of Nianbao's manifests, each for itself and together."""
import dataclasses
import re

# Keys by kind of object; a key that is not here is taken for misspelt.
SHAPES = {
    "Deployment": {"replicas", "strategy", "selector", "template"},
    "Service": {"clusterIP", "selector", "ports"},
    "PersistentVolumeClaim": {"accessModes", "resources"},
    "pod": {"serviceAccountName", "automountServiceAccountToken",
            "enableServiceLinks", "terminationGracePeriodSeconds",
            "securityContext", "containers", "volumes"},
    "container": {"name", "image", "command", "args", "env", "envFrom",
                  "ports", "readinessProbe", "livenessProbe", "resources",
                  "securityContext", "volumeMounts"},
    "probe": {"grpc", "exec", "tcpSocket", "periodSeconds",
              "failureThreshold"},
}
API_VERSIONS = {
    "ServiceAccount": "v1", "Service": "v1", "ConfigMap": "v1",
    "PersistentVolumeClaim": "v1", "Deployment": "apps/v1",
}
NAME = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
UNITS = {"m": 1e-3, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "": 1}
QUANTITY = re.compile(r"(\d+)(m|Ki|Mi|Gi|)")


@dataclasses.dataclass
class Known:
    """What the project has, by name."""
    config_variables: set
    grpc_services: set
    programs: set


class Checker:
    """Collects the problems of a set of manifests."""

    def __init__(self, manifests, known):
        self.manifests = manifests
        self.known = known
        self.problems = []
        self.where = ""

    def of_kind(self, kind):
        return {m["metadata"]["name"]: m for m in self.manifests
                if m["kind"] == kind}

    def expect(self, holds, problem):
        if not holds:
            self.problems.append(f"{self.where}: {problem}")

    def expect_keys(self, shape, mapping, path):
        for key in sorted(set(mapping) - SHAPES[shape]):
            self.expect(False, f"{path}: unknown key {key}")

    def check(self):
        """All problems, each as "Kind/name: problem"."""
        seen = set()
        for manifest in self.manifests:
            kind = manifest.get("kind")
            name = manifest.get("metadata", {}).get("name", "")
            self.where = f"{kind}/{name}"
            self.expect(API_VERSIONS.get(kind) == manifest.get("apiVersion"),
                        f"apiVersion {manifest.get('apiVersion')} does not "
                        "fit the kind, or the kind is not known here")
            self.expect(NAME.fullmatch(name), "is no name of Kubernetes")
            self.expect((kind, name) not in seen, "stands twice")
            seen.add((kind, name))
            if kind in SHAPES:
                self.expect_keys(kind, manifest["spec"], "spec")
            if kind == "Deployment":
                self.check_deployment(manifest["spec"])
            if kind == "Service":
                self.check_service(manifest["spec"])
            if kind == "ConfigMap":
                for variable, value in manifest["data"].items():
                    self.check_variable(variable, value)
        return self.problems

    def check_deployment(self, spec):
        template = spec["template"]
        labels = template["metadata"]["labels"]
        wanted = spec["selector"]["matchLabels"]
        self.expect(wanted.items() <= labels.items(),
                    f"selector {wanted} does not fit the labels {labels}")
        for other in self.of_kind("Deployment").values():
            if other["spec"] is not spec:
                theirs = other["spec"]["template"]["metadata"]["labels"]
                self.expect(not wanted.items() <= theirs.items(),
                            "selector takes the pods of "
                            f"{other['metadata']['name']} too")
        pod = template["spec"]
        self.expect_keys("pod", pod, "pod")
        self.check_pod(pod)
        claims = [v for v in pod.get("volumes", [])
                  if "persistentVolumeClaim" in v]
        if claims:
            self.expect(spec.get("replicas") == 1 and
                        spec.get("strategy", {}).get("type") == "Recreate",
                        "a volume of one node needs replicas 1 and Recreate")

    def check_pod(self, pod):
        self.expect(pod.get("serviceAccountName") in
                    self.of_kind("ServiceAccount"), "no such service account")
        self.expect(pod.get("automountServiceAccountToken") is False,
                    "automountServiceAccountToken is not false")
        self.expect(pod.get("enableServiceLinks") is False,
                    "enableServiceLinks is not false: a Service nianbao-x "
                    "would set variables that no server knows")
        security = pod.get("securityContext", {})
        self.expect(security.get("runAsNonRoot") is True and
                    security.get("runAsUser", 0) > 0, "may run as root")
        self.expect(security.get("seccompProfile", {}).get("type") ==
                    "RuntimeDefault", "seccompProfile is not RuntimeDefault")
        volumes = {v["name"]: v for v in pod.get("volumes", [])}
        for volume in volumes.values():
            claim = volume.get("persistentVolumeClaim", {}).get("claimName")
            self.expect(claim is None or
                        claim in self.of_kind("PersistentVolumeClaim"),
                        f"no such claim: {claim}")
        for container in pod["containers"]:
            self.check_container(container, volumes)

    def check_container(self, container, volumes):
        self.expect_keys("container", container, "container")
        self.expect(container.get("image", "").count(":") == 1 and
                    not container["image"].endswith(":latest"),
                    "image without a version")
        command = container.get("command", [None])[0]
        self.expect(command is None or command in self.known.programs,
                    f"command {command}: no program of the image")
        security = container.get("securityContext", {})
        self.expect(security.get("allowPrivilegeEscalation") is False,
                    "allowPrivilegeEscalation is not false")
        self.expect(security.get("readOnlyRootFilesystem") is True,
                    "readOnlyRootFilesystem is not true")
        self.expect(security.get("capabilities") == {"drop": ["ALL"]},
                    "capabilities are not dropped")
        ports = {p["name"]: p["containerPort"] for p in container["ports"]}
        for probe in ("readinessProbe", "livenessProbe"):
            self.check_probe(probe, container.get(probe), ports)
        self.check_resources(container.get("resources", {}))
        if "redis-server" in container.get("args", []):
            self.check_redis(container)
        for mount in container.get("volumeMounts", []):
            self.expect(mount["name"] in volumes,
                        f"no such volume: {mount['name']}")
        for source in container.get("envFrom", []):
            self.expect(source["configMapRef"]["name"] in
                        self.of_kind("ConfigMap"), "no such config map: "
                        f"{source['configMapRef']['name']}")
        for variable in container.get("env", []):
            if "secretKeyRef" in variable.get("valueFrom", {}):
                # A secret is made by hand; a server's key is not one.
                self.expect(not variable["name"].startswith("NIANBAO_"),
                            f"{variable['name']}: secrets have no key")
                continue
            self.check_variable(variable["name"], variable["value"])

    def check_probe(self, name, probe, ports):
        if probe is None:
            self.expect(False, f"no {name}")
            return
        self.expect_keys("probe", probe, name)
        ways = [w for w in ("grpc", "exec", "tcpSocket") if w in probe]
        self.expect(len(ways) == 1, f"{name}: needs one way of asking")
        port = next((probe[w].get("port") for w in ways), None)
        self.expect(port is None or port in ports or port in ports.values(),
                    f"{name}: no such port: {port}")
        service = probe.get("grpc", {}).get("service")
        self.expect(service is None or service in self.known.grpc_services,
                    f"{name}: no such gRPC service: {service}")

    def check_resources(self, resources):
        for resource in ("cpu", "memory"):
            sizes = []
            for bound in ("requests", "limits"):
                text = str(resources.get(bound, {}).get(resource, ""))
                match = QUANTITY.fullmatch(text)
                self.expect(match, f"{bound}.{resource}: \"{text}\" is no size")
                if match:
                    sizes.append(int(match.group(1)) * UNITS[match.group(2)])
            self.expect(len(sizes) < 2 or sizes[0] <= sizes[1],
                        f"{resource}: requests are above limits")

    def check_redis(self, container):
        """A cache drops what was used longest ago before it runs out of
        memory, which Redis' own memory and copies must fit into, too."""
        args = container["args"]
        options = dict(zip(args, args[1:]))
        self.expect(options.get("--maxmemory-policy") == "allkeys-lru",
                    "--maxmemory-policy is not allkeys-lru")
        most = re.fullmatch(r"(\d+)mb", options.get("--maxmemory", ""))
        limit = QUANTITY.fullmatch(
            str(container["resources"].get("limits", {}).get("memory", "")))
        self.expect(most, "--maxmemory is not so many mb")
        if most and limit:
            bytes_most = int(most.group(1)) * 2**20
            self.expect(
                bytes_most <= int(limit.group(1)) * UNITS[limit.group(2)] * 0.7,
                "--maxmemory leaves Redis less than 30 % of limits.memory")

    def check_service(self, spec):
        pods = [d["spec"]["template"] for d in
                self.of_kind("Deployment").values()
                if spec["selector"].items() <=
                d["spec"]["template"]["metadata"]["labels"].items()]
        self.expect(len(pods) == 1,
                    f"selector takes {len(pods)} deployments, not one")
        ports = [port[key] for pod in pods
                 for container in pod["spec"]["containers"]
                 for port in container["ports"]
                 for key in ("name", "containerPort")]
        for port in spec["ports"]:
            target = port.get("targetPort", port["port"])
            self.expect(not pods or target in ports,
                        f"targetPort {target}: no pod has it")

    def check_variable(self, name, value):
        """A variable that Nianbao knows; an address leads to a Service."""
        self.expect(isinstance(value, str), f"{name}: the value is no string")
        if not name.startswith("NIANBAO_"):
            return
        self.expect(name in self.known.config_variables,
                    f"{name}: no key of the configuration")
        if name.startswith("NIANBAO_PEERS_") or name == "NIANBAO_CACHE_REDIS":
            host, _, port = str(value).partition(":")
            service = self.of_kind("Service").get(host)
            ports = [str(p["port"]) for p in service["spec"]["ports"]] \
                if service else []
            self.expect(port in ports,
                        f"{name}: no Service answers at {value}")
