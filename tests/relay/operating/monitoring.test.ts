import { spawnSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parser } from "@prometheus-io/lezer-promql"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { parse } from "yaml"
import * as z from "zod/mini"
import { silentLog } from "../../../src/runtime/log.ts"
import { runInLane } from "../../../src/runtime/worker-thread/run-in-worker.ts"
import { startRelay } from "../../../src/relay/server/start.ts"
import { root } from "../../house/files.ts"
import { startModelDouble } from "../../models/double.ts"
import { Client, draftRequest } from "../help/client.ts"
import { temporaryFolder } from "../help/data-folder.ts"
import { seed } from "../help/seed.ts"
import { startProcess } from "../../storage/start-process.ts"
import { samplesOf, sumOf, type Sample } from "./exposition.ts"
import { double } from "./worker-job.ts"

const panels = z.object({
  panels: z.array(
    z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })) })
  )
})
const rules = z.object({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z.optional(z.string().check(z.regex(/^\d+[mh]$/))),
          labels: z.strictObject({ severity: z.enum(["critical", "warning"]) }),
          annotations: z.strictObject({ summary: z.string(), description: z.string() })
        })
      )
    })
  )
})
const read = (file: string) => readFileSync(join(root, "deploy/monitoring", file), "utf8")
const shown = panels
  .parse(JSON.parse(read("grafana-dashboard.json")))
  .panels.flatMap(({ title, targets }) =>
    targets.map(({ expr, legendFormat }) => ({ where: title, expr, text: legendFormat }))
  )
const alerts = rules
  .parse(parse(read("prometheus-rules.yml")))
  .groups.flatMap((group) => group.rules)
  .map(({ alert, expr, annotations }) => ({ where: alert, expr, text: annotations.summary }))

/** What Prometheus itself adds to what it reads, and tells of each place that it reads. */
const ADDED = ["instance", "job"]
const OWN = "up"
const { folder, remove } = temporaryFolder()
/** What a relay of its own has as soon as it runs: this process counts for other tests too. */
let begun: Sample[]
/** What stands here before and after something happened. */
let before: Sample[]
let samples: Sample[]
const increase = (name: string, labels: Record<string, string> = {}) =>
  sumOf(samples, name, labels) - sumOf(before, name, labels)
beforeAll(async () => {
  const model = await startModelDouble({ kind: "text", text: "Hello." })
  const one = `{kind: openai-compatible, url: "${model.url}", model: double-small, price: {in: 1, out: 2}}`
  writeFileSync(`${folder}/models.yaml`, `endpoints:\n  one: ${one}\ntasks: {draft: [one]}\n`)
  const environment = { REPLYWRIGHT_DATA: `${folder}/data` }
  await seed(environment.REPLYWRIGHT_DATA, environment)
  const settings = { ...environment, MODELS_FILE: `${folder}/models.yaml`, RELAY_PORT: "0", RELAY_METRICS_PORT: "0" }
  const relay = await startRelay(settings, { log: silentLog })
  const scrape = async () => samplesOf(await (await fetch(relay.metricsUrl ?? "")).text())
  before = await scrape()
  const admin = await Client.paired(relay, "Ada", "admin")
  await admin.draft(draftRequest())
  model.always({ kind: "status", status: 401 })
  await admin.draft(draftRequest())
  await sql`select nothing from nowhere`.execute(relay.db).catch(() => undefined)
  await runInLane("large", { module: new URL("./worker-job.ts", import.meta.url).href, run: double }, 1)
  const file = {
    method: "POST",
    body: "# A page\n\nIt says so.",
    headers: { "content-type": "application/octet-stream" }
  }
  await admin.fetch("/v1/admin/knowledge/files?name=a.md&internal=false", file)
  await vi.waitFor(
    async () => {
      samples = await scrape()
      expect(increase("replywright_imports_total")).toBe(1)
    },
    { timeout: 30_000 }
  )
  await relay.close()
  const { process, metricsUrl = "" } = await startProcess(settings)
  begun = samplesOf(await (await fetch(metricsUrl)).text())
  process.kill("SIGKILL")
  await once(process, "exit")
  await model.close()
})
afterAll(remove)

test.each([...shown, ...alerts])("$where: $expr asks for metrics and labels that the relay has", ({ expr, text }) => {
  const { metrics, labels, faults } = namesIn(expr.replaceAll("$__rate_interval", "5m"))
  expect(faults).toEqual([])
  expect(metrics.length).toBeGreaterThan(0)
  const known = new Map(samples.map(({ name, labels }) => [name, Object.keys(labels)]))
  known.set(OWN, ADDED)
  expect(metrics.filter((name) => !known.has(name))).toEqual([])
  const has = new Set([...metrics.flatMap((name) => known.get(name) ?? []), ...ADDED])
  const named = [...text.matchAll(/\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}/g)].map(([, name = ""]) => name)
  expect([...labels, ...named].filter((name) => !has.has(name))).toEqual([])
})

// Prometheus sees an increase only between two values: what appears with its first event hides it.
test("whatever an alert counts stands at 0 before it happens for the first time", () => {
  const counted = alerts.flatMap(({ expr }) => countersIn(expr))
  expect(counted.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["replywright_imports_total", "replywright_model_errors_total"])
  )
  const keyOf = ({ name, labels }: Sample) => JSON.stringify([name, Object.entries(labels).toSorted()])
  const atZero = new Set(begun.filter(({ value }) => value === 0).map(keyOf))
  const valueBefore = new Map(before.map((sample) => [keyOf(sample), sample.value]))
  for (const { name, matches } of counted) {
    const own = (all: Sample[]) => all.filter((sample) => sample.name === name && matches(sample.labels))
    expect(own(begun).length, name).toBeGreaterThan(0)
    const risen = own(samples).filter((sample) => sample.value > (valueBefore.get(keyOf(sample)) ?? 0))
    expect(risen.map(keyOf).filter((key) => !atZero.has(key))).toEqual([])
  }
  expect(increase("replywright_drafts_total", { state: "failed" })).toBe(1)
  expect(increase("replywright_model_errors_total", { endpoint: "one", code: "model-refused" })).toBe(1)
  expect(increase("replywright_database_errors_total", { kind: "raw" })).toBe(1)
})

test("a relay that doesn't answer is told even while another one does", () => {
  const away = alerts.find(({ where }) => where === "ReplywrightAway")
  expect(away?.expr).toMatch(/^up\{job=~"(?<job>[^"]+)"\} == 0$/)
  expect(away?.text).toContain("{{ $labels.instance }}")
})

const noPromtool = spawnSync("promtool", ["--version"]).error ? "no promtool installed" : ""
test.runIf(noPromtool === "")(
  `Prometheus fires the alerts as alerts.test.yml says${noPromtool && ` (skipped: ${noPromtool})`}`,
  () => {
    const { status, stdout, stderr } = spawnSync("promtool", [
      "test",
      "rules",
      join(import.meta.dirname, "alerts.test.yml")
    ])
    expect(`${stdout}${stderr}`).toContain("SUCCESS")
    expect(status).toBe(0)
  }
)

test("each of the relay's own metrics is shown, and told in docs/operating.md", () => {
  const own = new Set(
    samples
      .map(({ name }) => name)
      .filter((name) => name.startsWith("replywright_"))
      .map((name) => name.replace(/_(bucket|sum|count)$/, ""))
  )
  const asked = new Set(
    shown.flatMap(({ expr }) =>
      namesIn(expr.replaceAll("$__rate_interval", "5m")).metrics.map((name) => name.replace(/_bucket$/, ""))
    )
  )
  const told = readFileSync(join(root, "docs/operating.md"), "utf8")
  expect(own.size).toBeGreaterThan(20)
  expect([...own].filter((name) => !asked.has(name))).toEqual([])
  expect([...own].filter((name) => !told.includes(`\`${name}\``))).toEqual([])
})

/** Reads a PromQL expression by Prometheus's own grammar. */
function namesIn(expr: string): { metrics: string[]; labels: string[]; faults: string[] } {
  const found: Record<string, string[]> = { Identifier: [], LabelName: [], "⚠": [] }
  parser.parse(expr).iterate({ enter: ({ name, from, to }) => void found[name]?.push(expr.slice(from, to)) })
  return { metrics: found["Identifier"] ?? [], labels: found["LabelName"] ?? [], faults: found["⚠"] ?? [] }
}

/** Finds the counters and buckets in a PromQL expression, each with the labels that it is restricted to. */
function countersIn(expr: string): { name: string; matches(labels: Sample["labels"]): boolean }[] {
  return [...expr.matchAll(/\b(replywright_\w+_(?:total|bucket))(?:\{([^}]*)\})?/g)].map(
    ([, name = "", given = ""]) => {
      const wanted = [...given.matchAll(/(\w+)(=~?)"([^"]*)"/g)].map(([, label = "", how, value = ""]) => ({
        label,
        is: how === "=" ? (found?: string) => found === value : (found = "") => new RegExp(`^(?:${value})$`).test(found)
      }))
      return { name, matches: (labels) => wanted.every(({ label, is }) => is(labels[label])) }
    }
  )
}
