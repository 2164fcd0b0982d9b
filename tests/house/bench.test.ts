import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readSettings } from "../../src/runtime/settings.ts"
import { variables } from "../../src/runtime/variables.ts"
import { lineCount, root, sourceFiles } from "./files.ts"

const read = (file: string) => readFileSync(join(root, file), "utf8")

test("a benchmark is no test: small, without assertion, called by neither tests nor CI", () => {
  const bench = sourceFiles("bench")
  expect(bench.length).toBeGreaterThan(5)
  expect(bench.filter((file) => lineCount(file) > 120)).toEqual([])
  expect(bench.filter((file) => /from "(vitest|node:assert|node:test)/.test(read(file)))).toEqual([])
  expect([".ci/run", "tests/run.ts"].filter((file) => /\bbench\b/.test(read(file)))).toEqual([])
})

const deploy = ["README.md", "replywright.service", "Caddyfile"].map((file) => read(`deploy/${file}`)).join("\n")

test("deploy/ names no setting that the relay doesn't read", () => {
  const known = Object.keys(variables.shape)
  const named = new Set(deploy.match(/\b(?:RELAY|MODEL|REPLYWRIGHT|DATABASE|RETENTION)_[A-Z_]+\b/g))
  expect(named.size).toBeGreaterThan(3)
  expect([...named].filter((name) => !known.includes(name))).toEqual([])
})

test("relay and proxy of deploy/ agree on host and port, and its settings are accepted", () => {
  const [, lines = ""] = /```sh\n(RELAY_HOSTS=[\s\S]*?)```/.exec(deploy) ?? []
  const settings = readSettings(
    Object.fromEntries(
      lines
        .trim()
        .split("\n")
        .map((line) => line.split("="))
    )
  )
  expect(settings.hosts).toEqual([/^([a-z.]+) \{$/m.exec(read("deploy/Caddyfile"))?.[1]])
  expect(read("deploy/Caddyfile")).toContain(`reverse_proxy 127.0.0.1:${settings.port}\n`)
})

test("what the service starts is what npm run relay starts", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"))
  expect(
    `exec ${/^ExecStart=\/opt\/replywright\/node_modules\/\.bin\/(.*)$/m.exec(read("deploy/replywright.service"))?.[1]}`
  ).toBe(scripts["relay"])
})
