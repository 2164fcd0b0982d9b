import { spawnSync } from "node:child_process"
import { globSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { describe, expect, test } from "vitest"
import { builtMain } from "../../src/relay/built-relay.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { variables } from "../../src/runtime/variables.ts"
import { root } from "../house/files.ts"
import { readDockerfile } from "./dockerfile.ts"

const read = (file: string) => readFileSync(join(root, file), "utf8")

const guide = read("deploy/README.md")
const files = globSync("deploy/**/*.*", { cwd: root })
/** Settings of other containers, which are no settings of the relay. */
const OTHERS = ["RELAY_HOST", "RELAY_UPSTREAM", "DATABASE_PASSWORD", "RELAY_DATABASE_PASSWORD"]

test("deploy/ names no setting that the relay doesn't read", () => {
  const known = Object.keys(variables.shape)
  const named = new Set(
    files
      .map(read)
      .join("\n")
      .match(/\b(?:RELAY|MODEL|REPLYWRIGHT|DATABASE|RETENTION)_[A-Z_]+\b/g)
  )
  expect(named.size).toBeGreaterThan(3)
  expect([...named].filter((name) => !known.includes(name) && !OTHERS.includes(name))).toEqual([])
})

test("relay and proxy of deploy/ agree on host and port, and its settings are accepted", () => {
  const [, lines = ""] = /```sh\n(RELAY_HOSTS=[\s\S]*?)```/.exec(guide) ?? []
  const settings = readSettings(
    Object.fromEntries(
      lines
        .trim()
        .split("\n")
        .map((line) => line.split("="))
    )
  )
  expect(read("deploy/Caddyfile")).toContain(`\n{$RELAY_HOST:${settings.hosts[0]}} {\n`)
  expect(read("deploy/Caddyfile")).toContain(`reverse_proxy {$RELAY_UPSTREAM:127.0.0.1:${settings.port}}\n`)
})

test("the service starts what npm run relay starts, and the image the bundle that this would start", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"))
  const [, started] =
    /^ExecStart=\/opt\/replywright\/node_modules\/\.bin\/(.*)$/m.exec(read("deploy/replywright.service")) ?? []
  expect(`exec ${started}`).toBe(scripts["relay"])
  const { command } = readDockerfile(read("deploy/Dockerfile")).image
  const flags = started?.split(" ").filter((word) => word.startsWith("--")) ?? []
  expect(flags.length).toBeGreaterThan(0)
  expect(command).toEqual(["node", ...flags, relative(root, builtMain())])
})

describe("replywright.service", () => {
  const missing = spawnSync("systemd-analyze", ["--version"]).error ? "no systemd-analyze installed" : ""
  const analyse = (...args: string[]) => {
    const { stdout, stderr } = spawnSync("systemd-analyze", args, { cwd: root, encoding: "utf8" })
    return stdout + stderr
  }

  test.runIf(missing === "")(`systemd reads it without a complaint${missing && ` (skipped: ${missing})`}`, () => {
    // systemd reads the units of other services on this machine too.
    const complaints = analyse("verify", "deploy/replywright.service")
      .split("\n")
      .filter((line) => line.includes("replywright"))
    // The program lies where deploy/README.md puts it, which needn't be on this machine.
    expect(complaints.filter((line) => !/\/opt\/replywright\/\S+ is not executable/.test(line))).toEqual([])
  })

  test.runIf(missing === "")(
    `its exposure is low, by systemd's own figures${missing && ` (skipped: ${missing})`}`,
    () => {
      const report = analyse("security", "--offline=yes", "deploy/replywright.service")
      expect(Number(/Overall exposure level for replywright\.service: ([\d.]+)/.exec(report)?.[1])).toBeLessThanOrEqual(
        1.1
      )
    }
  )
})
