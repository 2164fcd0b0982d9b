import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { dataFolder } from "../src/relay/storage/data-folder.ts"
import { importFolder } from "../src/relay/knowledge/import.ts"
import { startRelay } from "../src/relay/start.ts"
import { findOrFetchBrowser } from "./browser/fetch.ts"
import { buildExtension } from "./build.ts"
import { startSampleHelpdesk } from "./helpdesk/server.ts"
import { progress } from "./progress.ts"
import { root } from "./root.ts"
import { buildForTour } from "./tour/extension.ts"
import { tour } from "./tour/tour.ts"

/** `npm start`: the whole product on a sample helpdesk, in one command. Ctrl-C stops everything that it started. */
const say = progress()
const stop = new AbortController()
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => stop.abort(name))

try {
  await start()
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function start(): Promise<void> {
  say("Building the extension")
  const build = await buildExtension(stop.signal)
  say("Starting the database and the relay")
  const relay = await startRelay(process.env, { signal: stop.signal })
  const closing = [() => relay.close()]
  try {
    say(`Relay: ${relay.url}`)
    const { imported, unchanged } = await importFolder(relay.db, join(root, "demo/knowledge"), { origin: "sample", signal: stop.signal })
    say(`Sample knowledge: ${imported + unchanged} articles`)
    const helpdesk = await startSampleHelpdesk({ port: Number(process.env["SAMPLE_PORT"] ?? 0) })
    closing.unshift(() => helpdesk.close())
    say(`Sample helpdesk: ${helpdesk.url}`)

    const folder = join(dataFolder(), "tour")
    mkdirSync(folder, { recursive: true })
    const extension = join(root, "build/tour")
    buildForTour(build, extension, helpdesk.url)
    const program = await findOrFetchBrowser(join(dataFolder(), "browsers"), say, stop.signal)
    if (program) closing.unshift(await tour({ program, extension, profile: folder, relay, helpdesk, say, signal: stop.signal }))
    else say("No browser can be had here: install Chromium and start again. Relay and sample helpdesk keep running.")

    await explain(build, extension, relay)
    await stopped(stop.signal)
  } finally {
    say("Stopping")
    for (const close of closing) await close()
  }
}

/** How to use it in one's own browser, always, with a fresh code. */
async function explain(build: string, extension: string, relay: Awaited<ReturnType<typeof startRelay>>): Promise<void> {
  console.log(`
In your own Chrome: open chrome://extensions, switch on Developer mode, press "Load unpacked" and choose
  ${build}
(for the sample helpdesk choose ${extension} instead, which may read it without a click).
Then open Replywright's popup and pair:  Relay address ${relay.url}  Pairing code ${await relay.pair("agent", "You")}
Ctrl-C stops everything.`)
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true })))
}
