import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { expect, test } from "vitest"
import { parse } from "yaml"
import * as z from "zod/mini"
import { readSettings } from "../../src/runtime/settings.ts"
import { root } from "../house/files.ts"
import { readDockerfile } from "./dockerfile.ts"

const FOLDER = join(root, "deploy/kubernetes")
const files = readdirSync(FOLDER).filter((file) => file !== "kustomization.yaml")
const readYaml = (file: string): unknown => parse(readFileSync(join(FOLDER, file), "utf8"), { merge: true })
const kustomization = z
  .object({ resources: z.array(z.string()), images: z.array(z.object({ name: z.string(), newTag: z.string() })) })
  .parse(readYaml("kustomization.yaml"))

const labels = z.record(z.string(), z.string())
const port = z.object({ name: z.string(), containerPort: z.number() })
const probe = z.object({ exec: z.object({ command: z.array(z.string()) }) })
const deployment = z
  .object({
    metadata: z.object({ name: z.string() }),
    spec: z.object({
      selector: z.object({ matchLabels: labels }),
      template: z.object({
        metadata: z.object({ labels }),
        spec: z.object({
          securityContext: z.object({ runAsUser: z.number(), runAsGroup: z.number() }),
          containers: z.tuple([
            z.object({
              image: z.string(),
              envFrom: z.tuple([z.object({ configMapRef: z.object({ name: z.string() }) }), z.unknown()]),
              ports: z.tuple([port, port]),
              startupProbe: probe,
              readinessProbe: probe,
              livenessProbe: probe,
              securityContext: z.object({ readOnlyRootFilesystem: z.literal(true) })
            })
          ])
        })
      })
    })
  })
  .parse(readYaml("deployment.yaml")).spec
const settings = z
  .object({ metadata: z.object({ name: z.string() }), data: z.record(z.string(), z.string()) })
  .parse(readYaml("settings.yaml"))
const { spec: pod, metadata: podMetadata } = deployment.template
const [relay] = pod.containers

test("each manifest has the shape that the Kubernetes API publishes, with no field that it doesn't know", () => {
  const documents = files.map((file) => ({ file, ...typeOf(file) }))
  expect(documents.map(({ kind }) => kind).sort()).toEqual([
    "ConfigMap",
    "Deployment",
    "Deployment",
    "HorizontalPodAutoscaler",
    "Ingress",
    "Namespace",
    "NetworkPolicy",
    "PodDisruptionBudget",
    "Service"
  ])
  const lines = documents.map(
    ({ apiVersion, kind, file }, at) =>
      `import type { I${kind} as Type${at} } from "kubernetes-models/${apiVersion}"; export const file${at}: Type${at} = ${JSON.stringify(readYaml(file))}`
  )
  expect(mistakesIn(lines).map(({ line, message }) => `${files[line]}: ${message}`)).toEqual([])
})

test("a misspelt field and a wrong type are mistakes", () => {
  const line = (spec: object) =>
    `import type { IService } from "kubernetes-models/v1"; export const service: IService = ${JSON.stringify({ apiVersion: "v1", kind: "Service", spec })}`
  expect(mistakesIn([line({ selecter: {} })])).toHaveLength(1)
  expect(mistakesIn([line({ ports: [{ port: "80" }] })])).toHaveLength(1)
  expect(mistakesIn([line({ ports: [{ port: 80 }] })])).toEqual([])
})

test("the kustomization names every manifest, and the image by the version of this repository", () => {
  expect(kustomization.resources.toSorted()).toEqual(files.toSorted())
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  expect(kustomization.images).toMatchObject([{ name: relay.image, newTag: version }])
})

test("the manifests find each other by their names and labels", () => {
  const { matchLabels } = deployment.selector
  expect(podMetadata.labels).toEqual(matchLabels)
  expect(readYaml("service.yaml")).toMatchObject({
    metadata: { name: "replywright-relay" },
    spec: { selector: matchLabels, ports: [{ name: "http", targetPort: relay.ports[0].name }] }
  })
  expect(readYaml("disruption-budget.yaml")).toMatchObject({ spec: { selector: { matchLabels } } })
  expect(readYaml("network-policy.yaml")).toMatchObject({
    spec: {
      podSelector: { matchLabels },
      ingress: relay.ports.map(({ name }) => ({ ports: [{ port: name }], from: [{ namespaceSelector: {} }] }))
    }
  })
  expect(readYaml("autoscaler.yaml")).toMatchObject({
    spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "replywright-relay" } }
  })
  const host = settings.data["RELAY_HOSTS"]
  const backend = { service: { name: "replywright-relay", port: { name: "http" } } }
  expect(readYaml("ingress.yaml")).toMatchObject({
    spec: { tls: [{ hosts: [host] }], rules: [{ host, http: { paths: [{ backend }] } }] }
  })
  expect(relay.envFrom[0].configMapRef.name).toBe(settings.metadata.name)
})

test("the relay starts with these settings, behind a proxy, on the port of the container", () => {
  expect(readSettings({ ...settings.data, REPLYWRIGHT_DATA: "/nowhere" })).toMatchObject({
    listen: "0.0.0.0",
    port: relay.ports[0].containerPort,
    metricsListen: "0.0.0.0",
    metricsPort: relay.ports[1].containerPort,
    insecure: false
  })
})

test("Prometheus finds the port of the metrics by the labels and names of the deployment, under a job that alerts know", () => {
  const told = readFileSync(join(root, "docs/operating.md"), "utf8")
  const [, section = ""] = /### Prometheus in Kubernetes\n([\s\S]*?)\n### /.exec(told) ?? []
  const [scrape, monitor] = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]): unknown =>
    parse(text)
  )
  const name = podMetadata.labels["app.kubernetes.io/name"] ?? ""
  expect(relay.ports[1].name).toBe("metrics")
  expect(scrape).toMatchObject({
    scrape_configs: [{ job_name: "replywright", relabel_configs: [{ regex: name }, { regex: "metrics" }] }]
  })
  expect(monitor).toMatchObject({
    spec: {
      jobLabel: "app.kubernetes.io/name",
      selector: { matchLabels: podMetadata.labels },
      podMetricsEndpoints: [{ port: "metrics" }]
    }
  })
  const rules = readFileSync(join(root, "deploy/monitoring/prometheus-rules.yml"), "utf8")
  const [, job = ""] = /up\{job=~"([^"]+)"\} == 0/.exec(rules) ?? []
  for (const known of ["replywright", name]) expect(known).toMatch(new RegExp(`^(?:${job})$`))
})

test("a backup is restored in a pod with the relay's image, settings and limits, to which nobody is sent", () => {
  const restoring = deploymentOf("restore.yaml")
  const [container] = restoring.template.spec.containers
  const { image, envFrom, resources, securityContext } = deploymentOf("deployment.yaml").template.spec.containers[0]
  expect(container).toMatchObject({ image, envFrom, resources, securityContext })
  expect(restoring.replicas).toBe(0)
  expect(restoring.template.spec.securityContext).toEqual(deploymentOf("deployment.yaml").template.spec.securityContext)
  expect(restoring.template.metadata.labels).toEqual(restoring.selector.matchLabels)
  expect(restoring.selector.matchLabels).not.toEqual(deployment.selector.matchLabels)
  const guide = readFileSync(join(root, "deploy/README.md"), "utf8")
  for (const name of ["replywright-relay", "replywright-restore"])
    for (const replicas of ["--replicas=0", "--replicas="]) expect(guide).toContain(`scale deploy/${name} ${replicas}`)
  expect(guide).toContain("exec --stdin deploy/replywright-restore -- node build/relay/relay.main.js restore -")
})

test("the probes ask as the image does, as its user; only whether the relay lives is asked without its database", () => {
  const { image } = readDockerfile(readFileSync(join(root, "deploy/Dockerfile"), "utf8"))
  const commands = [relay.startupProbe, relay.readinessProbe, relay.livenessProbe].map(({ exec }) => exec.command)
  expect(commands).toEqual([image.health, image.health, [...image.health, "--alive"]])
  expect(`${pod.securityContext.runAsUser}:${pod.securityContext.runAsGroup}`).toBe(image.user)
})

function deploymentOf(file: string) {
  const container = z.looseObject({ image: z.string() })
  const podSpec = z.looseObject({ containers: z.tuple([container]), securityContext: z.looseObject({}) })
  const template = z.object({ metadata: z.object({ labels }), spec: podSpec })
  const spec = z.object({
    replicas: z.optional(z.number()),
    selector: z.object({ matchLabels: labels }),
    template
  })
  return z.object({ spec }).parse(readYaml(file)).spec
}

function typeOf(file: string): { apiVersion: string; kind: string } {
  return z.object({ apiVersion: z.string(), kind: z.string() }).parse(readYaml(file))
}

/** Type-checks lines of a module as strictly as this repository, and returns its mistakes, with the line from 0 on. */
function mistakesIn(lines: string[]): { line: number; message: string }[] {
  const name = join(root, "tests/deploy/manifests.ts")
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler
  }
  const host = ts.createCompilerHost(options)
  const source = ts.createSourceFile(name, lines.join("\n"), ts.ScriptTarget.ESNext)
  const fromDisk = host.getSourceFile.bind(host)
  host.getSourceFile = (file, ...rest) => (file === name ? source : fromDisk(file, ...rest))
  const program = ts.createProgram([name], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start }) => ({
    line: file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0,
    message: ts.flattenDiagnosticMessageText(messageText, " ")
  }))
}
