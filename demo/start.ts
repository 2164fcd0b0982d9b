import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { RunningRelay } from "../src/relay/server/start.ts"
import { dataFolder } from "../src/runtime/settings.ts"
import { lockFolder } from "../src/storage/folder-lock.ts"
import { prepareDataPaths } from "../src/storage/embedded/data-paths.ts"
import { findOrFetchBrowser } from "./browser/fetch.ts"
import { builtExtension } from "./build.ts"
import { buildRelay } from "./build-relay.ts"
import { startUsualSampleHelpdesk } from "./helpdesk/server.ts"
import { importFolder, isRelayBundled, startRelay } from "./load-relay.ts"
import { progress } from "./progress.ts"
import { relayLog } from "./relay-log.ts"
import { root } from "./root.ts"
import { buildForTour } from "./tour/extension.ts"
import { tour } from "./tour/tour.ts"
import { untilStoppedAndEnded, type AtEnd } from "./until-stopped.ts"

/**
 * Runs `npm start`: the whole product on a sample helpdesk, in one command. Ctrl-C stops everything that it started.
 */
const say = progress()
await untilStoppedAndEnded(start, (over) => say(over ? "Stopped" : "Stopping"))

async function start(signal: AbortSignal, atEnd: AtEnd): Promise<void> {
  say("Starting the database and the relay, building the extension")
  const building = builtExtension(signal)
  // The error is thrown where the build is awaited. Until then, the relay may be the first to fail.
  building.catch(() => undefined)
  const folder = dataFolder()
  const paths = await prepareDataPaths(folder)
  // With a team's own database, nothing else keeps a second start from using the browser's profile.
  if (process.env["DATABASE_URL"]) atEnd(await lockFolder(folder, paths.sockets))
  const { log, close } = relayLog(join(folder, "relay.log"), say)
  const relay = await startRelay(process.env, { signal, log }).catch((error: unknown) => {
    close()
    throw error
  })
  atEnd(close)
  atEnd(() => relay.close())
  say(`Relay: ${relay.url}`)
  const helpdesk = await startUsualSampleHelpdesk()
  atEnd(() => helpdesk.close())
  say(`Sample helpdesk: ${helpdesk.url}`)
  const { imported, unchanged } = await importFolder(relay.db, join(root, "demo/knowledge"), {
    origin: "sample",
    collection: "sample",
    signal
  })
  say(`Sample knowledge: ${imported + unchanged} articles`)
  const build = await building
  say("Extension built")
  const extension = join(root, "build/tour")
  buildForTour(build, extension, helpdesk.url)

  const program = await findOrFetchBrowser(join(folder, "browsers"), say, signal)
  signal.throwIfAborted()
  const home = join(folder, "tour")
  mkdirSync(home, { recursive: true, mode: 0o700 })
  if (program) atEnd(await tour({ program, extension, home, relay, helpdesk, say, signal }))
  else say("Relay and sample helpdesk keep running.")
  signal.throwIfAborted()
  await explain(build, extension, relay)
  say("Ready")
  // The next start, and `npm run relay`, are faster by it.
  if (!isRelayBundled) await buildRelay()
}

/** Explains how to use it in the person's own browser, with a fresh pairing code. */
async function explain(build: string, extension: string, relay: RunningRelay): Promise<void> {
  console.log(`
In your own Chrome: open chrome://extensions, switch on Developer mode, press "Load unpacked" and choose
  ${build}
(for the sample helpdesk choose ${extension} instead, which may read it without a click).
Then open Replywright's popup and pair:  Relay address ${relay.url}  Pairing code ${await relay.pair("agent", "You", ["agents"])}
To review in the same browser, open Review there and pair once more, as a lead:  Pairing code ${await relay.pair("lead", "You, as lead")}
Each code is good once, for ten minutes. A new one: npm run relay -- pair --role agent --name You
Ctrl-C stops everything that was started here.
`)
}
