import { execFileSync } from "node:child_process"
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { chromium, type BrowserContext } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { browserProgram } from "../../../demo/browser/find.ts"
import { pair, type Opened } from "../../../demo/tour/browser.ts"
import { makeSelfHosted, type SelfHosted } from "../../../scaffold/packages/self-hosted.ts"
import { built } from "../help/built.ts"
import { startServers, type Servers } from "../help/harness.ts"

/** Chromium reads its policy here and nowhere else, so the test mounts a folder of its own over it, for itself alone. */
const POLICIES = "/etc/chromium/policies"
const missing = whatIsMissing()

function whatIsMissing(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "only root on Linux may mount a policy"
  if (!/chromium/.test(browserProgram())) return "only Chromium reads it from /etc/chromium"
  try {
    mkdirSync(POLICIES, { recursive: true })
    execFileSync("unshare", ["--mount", "true"])
    return undefined
  } catch (error) {
    return `no mounts: ${String(error)}`
  }
}

describe.skipIf(missing)(
  missing ? `an installation by policy, skipped: ${missing}` : "an installation by policy",
  () => {
    let servers: Servers
    let host: Server
    let context: BrowserContext
    let opened: Opened
    let packages: string
    let how: SelfHosted
    beforeAll(async () => {
      servers = await startServers()
      packages = join(servers.folder, "packages")
      mkdirSync(packages)
      host = createServer(({ url = "" }, response) => {
        const file = join(packages, new URL(url, "http://host").pathname)
        if (existsSync(file)) response.end(readFileSync(file))
        else response.writeHead(404).end()
      })
      await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve))
      const address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
      how = {
        address,
        keyFile: join(servers.folder, "extension.pem"),
        sites: [servers.helpdesk.url],
        relay: servers.relay.url
      }
      const { id } = makeSelfHosted(built, packages, browserProgram(), how)
      const managed = join(servers.folder, "policies/managed")
      mkdirSync(managed, { recursive: true })
      writeFileSync(join(managed, "replywright.json"), readFileSync(join(packages, "policy.json")))
      // Otherwise nobody may look into an extension that a policy has installed, not even a test.
      writeFileSync(join(managed, "test.json"), JSON.stringify({ DeveloperToolsAvailability: 1 }))
      context = await chromium.launchPersistentContext(join(servers.folder, "profile"), {
        executablePath: underPolicy(join(servers.folder, "policies"), join(servers.folder, "chromium")),
        chromiumSandbox: false,
        ignoreDefaultArgs: ["--disable-background-networking", "--disable-extensions"]
      })
      const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 60_000 }))
      expect(new URL(worker.url()).host).toBe(id)
      opened = {
        context,
        id,
        page: async (file) => {
          const page = await context.newPage()
          await page.goto(`chrome-extension://${id}/${file}`)
          return page
        }
      }
    })
    const pageAt = async (end: string) =>
      context.pages().find((page) => page.url().endsWith(end)) ??
      (await context.waitForEvent("page", { predicate: (page) => page.url().endsWith(end) }))
    afterAll(async () => {
      await context?.close()
      host?.close()
      await servers?.close()
    })

    test("the extension is there with its relay and its sites, and reads a ticket without a click", async () => {
      const welcome = await pageAt("tabs/welcome.html")
      await welcome.getByRole("heading", { name: "Welcome to Replywright" }).waitFor()
      const popup = await opened.page("popup.html")
      await popup.getByText("Your organisation has set this address.").waitFor()
      expect(await popup.getByLabel("Relay address").inputValue()).toBe(servers.relay.url)
      await popup.close()
      await pair(opened, await servers.relay.pair("agent", "Tom Ahlberg"))
      await welcome.getByText("Tom Ahlberg").waitFor()
      const ticket = await context.newPage()
      await ticket.goto(`${servers.helpdesk.url}/tickets/1001`)
      const panel = await opened.page("sidepanel.html")
      await panel.getByText("Hello Maya").first().waitFor({ timeout: 30_000 })
    })

    test("a newer package on the server is an update", async () => {
      const popup = await opened.page("popup.html")
      makeSelfHosted(newerBuild(servers.folder), packages, browserProgram(), how)
      const update = await popup.evaluate(() => chrome.runtime.requestUpdateCheck())
      expect(update).toMatchObject({ status: "update_available", version: "99.0" })
    })
  }
)

/** Copies the build with another version in its manifest. */
function newerBuild(folder: string): string {
  const copy = join(folder, "newer")
  cpSync(built, copy, { recursive: true })
  const file = join(copy, "manifest.json")
  writeFileSync(file, readFileSync(file, "utf8").replace(/"version":\s*"[^"]+"/, '"version":"99.0"'))
  return copy
}

/** Writes a program that starts Chromium with these policies in the place of the machine's own. */
function underPolicy(policies: string, program: string): string {
  writeFileSync(program, `#!/bin/sh\nmount --bind '${policies}' ${POLICIES} && exec '${browserProgram()}' "$@"\n`)
  chmodSync(program, 0o755)
  const wrapper = `${program}-alone`
  writeFileSync(wrapper, `#!/bin/sh\nexec unshare --mount '${program}' "$@"\n`)
  chmodSync(wrapper, 0o755)
  return wrapper
}
