import { watch } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { dataFolder } from "../../src/runtime/settings.ts"
import { createLog } from "../../src/runtime/log.ts"
import { startLocalDatabase } from "../../src/storage/local-database.ts"
import { findOrFetchBrowser } from "../browser/fetch.ts"
import { startUsualSampleHelpdesk } from "../helpdesk/server.ts"
import { progress } from "../progress.ts"
import { root } from "../root.ts"
import { openBrowser, pair, type Opened } from "../tour/browser.ts"
import { hasDisplay } from "../tour/tour.ts"
import { showPanelBeside } from "../tour/panel-beside.ts"
import { aborted, untilStoppedAndEnded, type AtEnd } from "../until-stopped.ts"
import { bundleForDevelopment, type ExtensionBundles } from "./extension-bundles.ts"
import type { ChangedFiles } from "./incremental-bundle.ts"
import { startRelayProcess, type RelayProcess } from "./relay-process.ts"
import { startReloadServer, type ReloadServer } from "./reload-server.ts"

const SOURCES = ["src", "lexicon", "background", "contents", "popup", "sidepanel", "tabs", "assets"]

/** Editors write a file in several steps; so many milliseconds without another belong together. */
const PAUSE_MS = 50

/**
 * Runs `npm run dev`: the relay, the sample helpdesk and a browser with the extension, which follow the sources. A
 * changed page is loaded anew, the extension or the relay is started again. Ctrl-C stops everything.
 */
const say = progress()
await untilStoppedAndEnded(async (signal, atEnd) => followSources(await start(signal, atEnd), signal))

interface Parts {
  relay: RelayProcess
  extension: ExtensionBundles
  reload: ReloadServer
}

async function start(signal: AbortSignal, atEnd: AtEnd): Promise<Parts> {
  const folder = join(dataFolder(), "dev")
  const helpdesk = await startUsualSampleHelpdesk()
  atEnd(() => helpdesk.close())
  say(`Sample helpdesk: ${helpdesk.url}`)
  const reload = await startReloadServer()
  atEnd(() => reload.close())
  const built = join(root, "build/dev")
  const bundling = bundleForDevelopment({ folder: built, origin: helpdesk.url, listener: reload.listener }, signal)
  atEnd(() =>
    bundling.then(
      (bundles) => bundles.close(),
      () => undefined
    )
  )

  const database = await startLocalDatabase({ data: folder }, createLog(), signal)
  atEnd(() => database.stop())
  const { host, user, password, database: name } = database.connection
  const relay = await startRelayProcess({
    DATABASE_URL: `postgresql://${user}:${password}@localhost/${name}?host=${encodeURIComponent(String(host))}`,
    REPLYWRIGHT_DATA: folder,
    RELAY_WORKERS: "1"
  })
  atEnd(() => relay.close())
  say(`Relay: ${relay.url}`)
  await relay.command("import", join(root, "demo/knowledge"))

  const extension = await bundling
  say(`Extension: ${built}`)
  const program = await findOrFetchBrowser(join(dataFolder(), "browsers"), say, signal)
  if (program) atEnd(await openDevelopmentBrowser(program, built, { folder, relay, helpdesk: helpdesk.url }))
  return { relay, extension, reload }
}

/** Opens the browser with a ticket and the panel, paired if it isn't yet. Returns what closes it. */
async function openDevelopmentBrowser(
  program: string,
  extension: string,
  { folder, relay, helpdesk }: { folder: string; relay: RelayProcess; helpdesk: string }
): Promise<() => Promise<void>> {
  const headless = !hasDisplay()
  const opened = await openBrowser({
    program,
    extension,
    profile: join(folder, "profile"),
    headless,
    leaveSignals: true
  })
  if (!(await isPaired(opened))) {
    const lines = await relay.command("pair", "--role", "agent", "--name", `Developer ${Date.now()}`)
    await pair(opened, /: (\S+)$/m.exec(lines)?.[1] ?? "", relay.url)
  }
  const ticket = await opened.context.newPage()
  await ticket.goto(`${helpdesk}/tickets/1001`)
  await (headless ? opened.page("sidepanel.html") : showPanelBeside(opened, ticket))
  return () => opened.context.close()
}

async function isPaired(opened: Opened): Promise<boolean> {
  const popup = await opened.page("popup.html")
  const signOut = popup.getByRole("button", { name: "Sign out" })
  await signOut.or(popup.getByLabel("Pairing code")).first().waitFor()
  const paired = await signOut.isVisible()
  await popup.close()
  return paired
}

async function followSources(parts: Parts, signal: AbortSignal): Promise<void> {
  say("Ready. What changes below src, lexicon and the pages is taken up. Ctrl-C stops.")
  let files = new Set<string>()
  let changed = Promise.withResolvers<void>()
  for (const folder of SOURCES)
    watch(join(root, folder), { recursive: true, signal }, (_, file) => {
      files.add(`${folder}/${file?.replaceAll("\\", "/") ?? ""}`)
      changed.resolve()
    })
  while (!signal.aborted) {
    await Promise.race([changed.promise, aborted(signal)])
    if (signal.aborted) return
    await wait(PAUSE_MS)
    const now = files
    files = new Set()
    changed = Promise.withResolvers()
    await takeUp(parts, [...now].some((file) => file.startsWith("lexicon/")) ? undefined : now)
  }
}

/** Bundles and restarts what has changed. A mistake in the sources is printed, and what ran goes on. */
async function takeUp({ relay, extension, reload }: Parts, files: ChangedFiles): Promise<void> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  await Promise.all([
    extension.rebuild(files).then((change) => {
      reload.tell(change)
      if (change !== "none") say(`${change === "pages" ? "Pages" : "Extension"} loaded anew after ${seconds()}`)
    }),
    relay.restart(files).then((restarted) => {
      if (restarted) say(`Relay started again after ${seconds()}`)
    })
  ]).catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
}
