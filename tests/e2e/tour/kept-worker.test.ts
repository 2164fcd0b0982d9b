import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { browserProgram } from "../../../demo/browser/find.ts"
import { openBrowser } from "../../../demo/tour/browser.ts"
import { buildForTour } from "../../../demo/tour/extension.ts"
import { dropKeptWorker } from "../../../demo/tour/kept-worker.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-kept-"))
const [build, extension, profile] = ["build", "extension", "profile"].map((name) => join(folder, name)) as [
  string,
  string,
  string
]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Builds an extension whose service worker says `said`, opens it as the tour does, and returns what it says. */
async function saidBy(said: string): Promise<unknown> {
  mkdirSync(build, { recursive: true })
  writeFileSync(join(build, "worker.js"), `globalThis.said = ${JSON.stringify(said)}`)
  writeFileSync(
    join(build, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Says one word",
      version: "0.1.0",
      host_permissions: [],
      content_scripts: [],
      background: { service_worker: "worker.js" }
    })
  )
  buildForTour(build, extension, "http://localhost:8790")
  dropKeptWorker(profile, extension)
  const { context } = await openBrowser({ program: browserProgram(), extension, profile, headless: true })
  try {
    return await context.serviceWorkers()[0]?.evaluate(() => Reflect.get(globalThis, "said"))
  } finally {
    await context.close()
  }
}

test("in the profile of an earlier start the browser runs the worker of this build, and goes on with it", async () => {
  expect(await saidBy("one")).toBe("one")
  expect(await saidBy("two")).toBe("two")
  expect(await saidBy("two")).toBe("two")
  expect(await saidBy("one")).toBe("one")
})
