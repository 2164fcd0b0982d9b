import { spawnSync } from "node:child_process"
import { globSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { describe, expect, onTestFinished, test } from "vitest"
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

test("the nightly backup has the settings, the user and the limits of the relay", () => {
  const [relay = [], backup = []] = ["replywright", "replywright-backup"].map((name) =>
    read(`deploy/${name}.service`)
      .split("\n")
      .filter((line) => /^[A-Z]\w+=/.test(line))
  )
  const from = (lines: string[]) => lines.slice(lines.indexOf("UMask=0077")).filter((line) => !/^WantedBy=/.test(line))
  expect(from(relay).length).toBeGreaterThan(20)
  expect(from(backup)).toEqual(from(relay))
  for (const name of ["User", "Group", "WorkingDirectory", "Environment", "EnvironmentFile"]) {
    const lineOf = (lines: string[]) => lines.filter((line) => line.startsWith(`${name}=`))
    expect(lineOf(relay), name).toHaveLength(1)
    expect(lineOf(backup)).toEqual(lineOf(relay))
  }
  // Nothing else tells which database is backed up.
  expect(read("docs/admin.md")).toContain("systemctl enable --now replywright-backup.timer")
})

test("each night's backup has a name of its own", () => {
  const [, command = ""] = /^ExecStart=\/bin\/sh -c '(.*)'$/m.exec(read("deploy/replywright-backup.service")) ?? []
  const told = command
    .replaceAll("%%", "%")
    .replaceAll("$$", "$")
    .replace("node_modules/.bin/node src/relay/cli.mjs", "echo")
  const { stdout } = spawnSync("/bin/sh", ["-c", told], { encoding: "utf8" })
  expect(stdout).toMatch(/^backup \/var\/lib\/replywright-backups\/replywright-\d{4}-\d\d-\d\dT\d{6}\.gz\n$/)
})

test("before each night's backup those of a month ago go, but never the newest one", () => {
  const [, command = ""] = /^ExecStartPre=\/bin\/sh -c '(.*)'$/m.exec(read("deploy/replywright-backup.service")) ?? []
  const folder = mkdtempSync(join(tmpdir(), "replywright-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const run = () =>
    spawnSync("/bin/sh", ["-c", command.replaceAll("$$", "$").replace("/var/lib/replywright-backups", folder)])
  const make = (name: string, days: number) => {
    writeFileSync(join(folder, name), "")
    const at = Date.now() / 1000 - days * 86_400
    utimesSync(join(folder, name), at, at)
  }
  expect(run().status).toBe(0)
  make("replywright-a.gz", 50)
  make("replywright-b.gz", 40)
  make("replywright-c.gz.part", 45)
  make("other.gz", 90)
  expect(run().status).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(["other.gz", "replywright-b.gz"])
  make("replywright-d.gz", 2)
  run()
  expect(readdirSync(folder).sort()).toEqual(["other.gz", "replywright-d.gz"])
})

test("the shell function of deploy/README.md gives a command the settings of the service", () => {
  const [, lines = ""] = /```sh\n(relay\(\) \{[\s\S]*?\n\})/.exec(guide) ?? []
  expect(lines).toContain("runuser -u replywright --")
  const folder = mkdtempSync(join(tmpdir(), "replywright-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(
    join(folder, "env"),
    "# Comment\nRELAY_HOSTS=relay.example.com\nDATABASE_URL=postgresql://a:b$c@db/x?y=1&z=2\n"
  )
  const here = lines
    .replace("/etc/replywright.env", join(folder, "env"))
    .replace("/opt/replywright", folder)
    .replace("runuser -u replywright --", "")
    .replace("node_modules/.bin/node src/relay/cli.mjs", "printenv")
  const { stdout, stderr } = spawnSync("bash", ["-c", `${here}\nrelay DATABASE_URL RELAY_HOSTS REPLYWRIGHT_DATA`], {
    encoding: "utf8"
  })
  expect(stderr).toBe("")
  expect(stdout).toBe("postgresql://a:b$c@db/x?y=1&z=2\nrelay.example.com\n/var/lib/replywright\n")
})

describe.each(["replywright.service", "replywright-backup.service"])("%s", (unit) => {
  const missing = spawnSync("systemd-analyze", ["--version"]).error ? "no systemd-analyze installed" : ""
  const analyse = (...args: string[]) => {
    const { stdout, stderr } = spawnSync("systemd-analyze", args, { cwd: root, encoding: "utf8" })
    return stdout + stderr
  }

  test.runIf(missing === "")(`systemd reads it without a complaint${missing && ` (skipped: ${missing})`}`, () => {
    // systemd reads the units of other services on this machine too.
    const complaints = analyse("verify", ...globSync("deploy/replywright*.{service,timer}", { cwd: root }))
      .split("\n")
      .filter((line) => line.includes("replywright"))
    // The program lies where deploy/README.md puts it, which needn't be on this machine.
    expect(complaints.filter((line) => !/\/opt\/replywright\/\S+ is not executable/.test(line))).toEqual([])
  })

  test.runIf(missing === "")(
    `its exposure is low, by systemd's own figures${missing && ` (skipped: ${missing})`}`,
    () => {
      const report = analyse("security", "--offline=yes", `deploy/${unit}`)
      const [, level] = /Overall exposure level for \S+\.service: ([\d.]+)/.exec(report) ?? []
      expect(Number(level)).toBeLessThanOrEqual(1.1)
    }
  )
})
