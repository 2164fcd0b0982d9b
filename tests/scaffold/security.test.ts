import { chmodSync, mkdirSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { checkDataFolder } from "../../scaffold/security/data-folder.ts"
import { ALLOWED, manifestFaults } from "../../scaffold/security/manifest.ts"
import { checkInstallation, checkLicences, lockedPackages } from "../../scaffold/security/packages.ts"
import { runSecurityReport } from "../../scaffold/security/report.ts"
import { checkRelay } from "../../scaffold/security/running-relay.ts"
import { secretsIn } from "../../scaffold/security/secrets.ts"
import { checkVulnerabilities, compareVersions } from "../../scaffold/security/vulnerabilities.ts"
import { root } from "../house/files.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { openRelay } from "../relay/help/relay.ts"

const { folder, remove } = temporaryFolder()
afterAll(remove)

const locked = (name: string, more: object = {}) => ({
  name,
  version: "1.2.3",
  license: "MIT",
  integrity: "x",
  ...more
})

test("a shipped package needs a licence of the list; of alternatives one is enough, of several together all are needed", () => {
  const packages = [
    locked("good", { license: "(GPL-3.0 OR LGPL-3.0 OR MPL-1.1)" }),
    locked("both", { license: "MIT AND GPL-3.0" }),
    locked("unnamed", { license: undefined }),
    locked("tool", { license: "GPL-3.0", dev: true })
  ]
  expect(checkLicences(packages).faults).toEqual(["both 1.2.3: MIT AND GPL-3.0", "unnamed 1.2.3: no licence named"])
  expect(checkLicences(lockedPackages(root)).faults).toEqual([])
})

test("an install script that nobody has decided about, another source and a missing checksum are named", () => {
  const packages = [
    locked("esbuild", { hasInstallScript: true }),
    locked("miner", { hasInstallScript: true }),
    locked("fork", { resolved: "git+ssh://git@example.test/fork.git" }),
    locked("loose", { integrity: undefined })
  ]
  expect(checkInstallation(root, packages).faults).toEqual([
    "miner has an install script, and allowScripts in package.json says nothing about it.",
    "fork comes from git+ssh://git@example.test/fork.git.",
    "loose has no checksum in the lock file."
  ])
})

test("versions are compared as Semantic Versioning orders them", () => {
  const ordered = ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1"]
  const all = [...ordered, "1.0.0", "1.0.1", "1.9.0", "1.10.0", "2.0.0"]
  expect(all.toReversed().sort(compareVersions)).toEqual(all)
  expect(compareVersions("1.0.0+one", "1.0.0+two")).toBe(0)
})

test("a package is affected from where a flaw came in to where it was fixed, or up to the last affected version", () => {
  const affected = (name: string, events: object[]) => ({
    package: { ecosystem: "npm", name },
    ranges: [{ type: "SEMVER", events }]
  })
  const records = [
    { id: "A-1", summary: "Bad", affected: [affected("one", [{ introduced: "0" }, { fixed: "1.2.4" }])] },
    { id: "A-2", affected: [affected("one", [{ introduced: "0" }, { fixed: "1.2.3" }])] },
    { id: "A-3", affected: [affected("one", [{ introduced: "1.0.0" }, { last_affected: "1.2.3" }])] },
    { id: "A-4", affected: [affected("one", [{ introduced: "1.2.4" }])] },
    { id: "A-5", affected: [{ package: { ecosystem: "npm", name: "two" }, versions: ["1.2.3"] }] },
    { id: "A-6", affected: [{ package: { ecosystem: "PyPI", name: "two" }, versions: ["1.2.3"] }] },
    { id: "A-7", withdrawn: "2026-01-01T00:00:00Z", affected: [affected("one", [{ introduced: "0" }])] }
  ]
  const file = join(folder, "osv.json")
  const packages = [locked("one"), locked("two", { dev: true })]
  for (const content of [records, { vulns: records }]) {
    writeFileSync(file, JSON.stringify(content))
    expect(checkVulnerabilities(packages, file).faults).toEqual([
      "one 1.2.3: A-1 Bad",
      "one 1.2.3: A-3",
      "two 1.2.3, a build tool: A-5"
    ])
  }
  expect(checkVulnerabilities(packages, undefined).wasSkipped).toBe(true)
})

test("what a manifest asks for beyond the list is named, and a loosened policy", () => {
  const good = {
    permissions: ALLOWED.permissions,
    host_permissions: ALLOWED.host_permissions,
    content_security_policy: { extension_pages: ALLOWED.policy }
  }
  expect(manifestFaults(JSON.stringify(good))).toEqual([])
  const bad = {
    ...good,
    permissions: [...good.permissions, "tabs"],
    host_permissions: ["<all_urls>"],
    content_scripts: [{ matches: ["https://*/*"] }],
    externally_connectable: {},
    web_accessible_resources: [{}],
    content_security_policy: { extension_pages: ALLOWED.policy.replace("'self'", "*") }
  }
  expect(manifestFaults(JSON.stringify(bad))).toHaveLength(6)
})

test("secrets are found by their form; a pattern, a placeholder and a public key are none", () => {
  const key = `-----BEGIN PRIVATE KEY-----\n${"MC4CAQAwBQYDK2VwBCIEIDfj".repeat(3)}\n-----END PRIVATE KEY-----`
  expect([key, "AKIAIOSFODNN7EXAMPLE", `ghp_${"a1B2".repeat(9)}`, `sk-ant-${"a1B2".repeat(9)}`].map(secretsIn)).toEqual(
    [["a private key"], ["a key of AWS"], ["a token of GitHub"], ["a key of OpenAI or Anthropic"]]
  )
  const others = ["/AKIA[A-Z0-9]{16}/", "ghp_...", "-----BEGIN PRIVATE KEY-----", key.replaceAll("PRIVATE", "PUBLIC")]
  expect(others.flatMap(secretsIn)).toEqual([])
})

test("a file that others can read in an open data folder is named; in a closed one nothing is open", () => {
  const data = join(folder, "data")
  mkdirSync(data)
  const file = join(data, "audit-key.pem")
  writeFileSync(file, "key")
  const faults = (folderMode: number, fileMode: number) => {
    chmodSync(data, folderMode)
    chmodSync(file, fileMode)
    return checkDataFolder({ REPLYWRIGHT_DATA: data }).faults.length
  }
  expect([faults(0o755, 0o600), faults(0o755, 0o644), faults(0o700, 0o644), faults(0o777, 0o600)]).toEqual([0, 1, 0, 1])
})

test("a relay answers nobody without a token; another server, which answers everybody, fails", async () => {
  const relay = await openRelay()
  const good = await checkRelay(relay.url)
  await relay.close()
  expect(good.map(({ faults }) => faults)).toEqual([[], []])
  const server = createServer((_, response) => response.writeHead(200, { "access-control-allow-origin": "*" }).end())
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const [headers, routes] = await checkRelay(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.close()
  expect(headers?.faults).toHaveLength(3)
  expect(routes?.faults.length).toBeGreaterThan(50)
})

test("the report names each check, and its status says whether something is wrong; a wrong option is explained", async () => {
  const data = join(folder, "open")
  mkdirSync(data)
  writeFileSync(join(data, "models.yaml"), "")
  chmodSync(join(data, "models.yaml"), 0o644)
  chmodSync(data, 0o755)
  const lines: string[] = []
  const report = (args: string[]) =>
    runSecurityReport(args, { REPLYWRIGHT_DATA: data }, (line) => void lines.push(line))
  expect(await report([])).toBe(1)
  expect(lines.join("\n")).toContain(`${join(data, "models.yaml")} is open to others`)
  expect(lines.filter((line) => line.startsWith("secrets in the repository: ok"))).toHaveLength(1)
  expect(await report(["--nothing"])).toBe(2)
  expect(lines.at(-1)).toContain("npm run audit -- security")
})
