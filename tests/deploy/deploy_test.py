#!/usr/bin/env python3
"""Breaks the rendered base in many ways and sees each of them found."""
import copy
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_deploy  # noqa: E402
import manifests  # noqa: E402
import render  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]


class ManifestsTest(unittest.TestCase):

    def setUp(self):
        self.base = render.render(ROOT / "deploy/kustomize/base")

    def problems(self, rendering):
        return manifests.Checker(rendering, check_deploy.known(ROOT)).check()

    def find(self, kind, name):
        return next(m for m in self.base
                    if m["kind"] == kind and m["metadata"]["name"] == name)

    def container(self, name):
        deployment = self.find("Deployment", name)
        return deployment["spec"]["template"]["spec"]["containers"][0]

    def assert_found(self, words):
        problems = self.problems(self.base)
        self.assertTrue(any(words in problem for problem in problems),
                        f"{words}: not in {problems}")

    def test_base_is_sound(self):
        self.assertEqual(self.problems(self.base), [])

    def test_four_services_and_redis_are_there(self):
        names = {m["metadata"]["name"] for m in self.base
                 if m["kind"] == "Deployment"}
        self.assertEqual(
            names, {"intake", "validation", "metrics", "report", "redis"})

    def test_finds_selector_that_fits_no_pod(self):
        self.find("Service", "intake")["spec"]["selector"] = {"app": "intake"}
        self.assert_found("Service/intake: selector takes 0 deployments")

    def test_finds_deployment_that_does_not_select_its_pods(self):
        spec = self.find("Deployment", "report")["spec"]
        spec["selector"]["matchLabels"] = {"app.kubernetes.io/name": "repotr"}
        self.assert_found("Deployment/report: selector")

    def test_finds_deployment_that_selects_pods_of_others(self):
        spec = self.find("Deployment", "report")["spec"]
        spec["selector"]["matchLabels"] = {
            "app.kubernetes.io/part-of": "nianbao"}
        self.assert_found("selector takes the pods of intake too")

    def test_finds_wrong_ports(self):
        self.find("Service", "metrics")["spec"]["ports"][0][
            "targetPort"] = "http"
        self.assert_found("Service/metrics: targetPort http")
        self.container("metrics")["readinessProbe"]["grpc"]["port"] = 8701
        self.assert_found("readinessProbe: no such port: 8701")

    def test_finds_missing_and_misspelt_probes(self):
        container = self.container("validation")
        container["readinesProbe"] = container.pop("readinessProbe")
        self.assert_found("Deployment/validation: no readinessProbe")
        self.assert_found("unknown key readinesProbe")

    def test_finds_probe_of_a_service_that_no_proto_has(self):
        self.container("intake")["readinessProbe"]["grpc"][
            "service"] = "nianbao.intake.v1.Intakes"
        self.assert_found("no such gRPC service: nianbao.intake.v1.Intakes")

    def test_finds_program_that_the_image_has_not(self):
        self.container("report")["command"] = ["nianbao-reports"]
        self.assert_found("command nianbao-reports: no program")

    def test_finds_lax_security(self):
        for key in ("readOnlyRootFilesystem", "allowPrivilegeEscalation",
                    "capabilities"):
            with self.subTest(key):
                security = self.container("redis")["securityContext"]
                kept = security.pop(key)
                self.assert_found(f"Deployment/redis: {key}")
                security[key] = kept
        pod = self.find("Deployment", "redis")["spec"]["template"]["spec"]
        del pod["securityContext"]["runAsNonRoot"]
        self.assert_found("Deployment/redis: may run as root")

    def test_finds_missing_limits_and_requests_above_them(self):
        resources = self.container("report")["resources"]
        resources["requests"]["memory"] = "2Gi"
        self.assert_found("memory: requests are above limits")
        del resources["limits"]["cpu"]
        self.assert_found("limits.cpu")

    def test_finds_cache_that_grows_out_of_its_memory(self):
        args = self.container("redis")["args"]
        limit = args.index("--maxmemory") + 1
        args[limit] = "300mb"
        self.assert_found("less than 30 % of limits.memory")
        args[limit] = "0"
        self.assert_found("--maxmemory is not so many mb")
        args[args.index("--maxmemory-policy") + 1] = "noeviction"
        self.assert_found("--maxmemory-policy is not allkeys-lru")

    def test_finds_variable_that_no_server_knows(self):
        self.container("metrics")["env"][0]["name"] = "NIANBAO_REDIS"
        self.assert_found("NIANBAO_REDIS: no key of the configuration")

    def test_finds_address_that_leads_nowhere(self):
        self.container("metrics")["env"][0]["value"] = "redis:6380"
        self.assert_found("no Service answers at redis:6380")

    def test_finds_second_writer_of_the_store(self):
        self.find("Deployment", "intake")["spec"]["replicas"] = 2
        self.assert_found("needs replicas 1 and Recreate")

    def test_finds_names_that_lead_nowhere(self):
        pod = self.find("Deployment", "intake")["spec"]["template"]["spec"]
        pod["serviceAccountName"] = "intakes"
        self.assert_found("no such service account")
        pod["volumes"][0]["persistentVolumeClaim"]["claimName"] = "data"
        self.assert_found("no such claim: data")
        pod["containers"][0]["volumeMounts"][0]["name"] = "data"
        self.assert_found("no such volume: data")

    def test_finds_manifest_that_stands_twice(self):
        self.base.append(copy.deepcopy(self.find("Service", "redis")))
        self.assert_found("Service/redis: stands twice")


class RenderTest(unittest.TestCase):

    def render(self, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                file = pathlib.Path(folder, name)
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8")
            return render.render(folder)

    def test_config_map_gets_the_name_that_kustomize_gives(self):
        rendering = self.render({"kustomization.yaml": """
configMapGenerator:
  - name: a
    literals: [k=v]
"""})
        self.assertEqual(rendering[0]["metadata"]["name"], "a-bdg947hgcc")

    def test_reads_folders_of_folders(self):
        rendering = self.render({
            "kustomization.yaml": "resources: [inner]\n"
                                  "labels: [{pairs: {a: b}}]",
            "inner/kustomization.yaml": "resources: [x.yaml]",
            "inner/x.yaml": "kind: Service\nmetadata: {name: x}"})
        self.assertEqual(rendering, [
            {"kind": "Service", "metadata": {"name": "x",
                                             "labels": {"a": "b"}}}])

    def test_refuses_what_it_does_not_know(self):
        with self.assertRaisesRegex(render.RenderError,
                                    "unknown key patches"):
            self.render({"kustomization.yaml": "patches: []"})

    def test_names_the_file_that_is_missing(self):
        with self.assertRaisesRegex(render.RenderError, "gone.yaml"):
            self.render({"kustomization.yaml": "resources: [gone.yaml]"})


if __name__ == "__main__":
    unittest.main()
