import { join } from "node:path"
import { startSampleHelpdesk } from "../../../demo/helpdesk/server.ts"
import { openBrowser, type Opened, type OpenOptions } from "../../../demo/tour/browser.ts"
import { buildForTour } from "../../../demo/tour/extension.ts"
import { browserProgram } from "../../../demo/browser/find.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { sampleKnowledge, seed } from "../../relay/help/seed.ts"
import { built } from "./built.ts"

/** What runs beside a browser: a relay on its own database, and the sample helpdesk. */
export interface Servers {
  relay: RunningRelay
  helpdesk: Awaited<ReturnType<typeof startSampleHelpdesk>>
  folder: string
  /** The relay again, on its former port and data, after `relay.close()`. */
  relayAgain(): Promise<void>
  close(): Promise<void>
}

/** Everything of the product that runs: the servers, and Chromium with the built extension. */
export interface World extends Servers {
  browser: Opened
  /** The browser again, on its former profile, after `browser.context.close()`. */
  browserAgain(): Promise<void>
  /** One more browser, on a profile of its own; it ends with the world. */
  anotherBrowser(viewport?: OpenOptions["viewport"]): Promise<Opened>
}

export interface WorldOptions {
  /** The sample's articles are imported. */
  knowledge?: boolean
  paired?: boolean
  headless?: boolean
  /** Puts the extension into this folder; else it is the tour's, which may read the sample helpdesk without a click. */
  prepare?: (extension: string) => void
}

/** @throws what one of the parts throws; those that had begun are ended first */
export async function startServers(
  settings: Record<string, string> = {},
  knowledge = true,
  heartbeatSeconds?: number
): Promise<Servers> {
  const { folder, remove } = temporaryFolder()
  const ends = createEnds(remove)
  try {
    const environment = { REPLYWRIGHT_DATA: join(folder, "data"), ...settings }
    const copied = await seed(environment.REPLYWRIGHT_DATA, settings, { knowledge })
    // Without its log: tests end relays and databases on purpose.
    const start = (port: string) =>
      startRelay({ RELAY_PORT: port, ...environment }, { log: silentLog, heartbeatSeconds })
    let relay = await start("0")
    ends.add(() => relay.close())
    const helpdesk = await startSampleHelpdesk({ port: 0 })
    ends.add(() => helpdesk.close())
    if (knowledge && !copied)
      await importFolder(relay.db, sampleKnowledge, {
        origin: "sample",
        collection: "sample",
        signal: AbortSignal.timeout(60_000)
      })
    const servers: Servers = {
      relay,
      helpdesk,
      folder,
      async relayAgain() {
        servers.relay = relay = await start(String(relay.port))
      },
      close: ends.end
    }
    return servers
  } catch (error) {
    await ends.end()
    throw error
  }
}

/** @throws what one of the parts throws; those that had begun are ended first */
export async function startWorld(settings: Record<string, string> = {}, options: WorldOptions = {}): Promise<World> {
  const { knowledge = true, paired = true, headless = true } = options
  const servers = await startServers(settings, knowledge)
  const ends = createEnds(servers.close)
  try {
    const { helpdesk, folder } = servers
    const extension = join(folder, "extension")
    const { prepare = () => buildForTour(built, extension, helpdesk.url) } = options
    prepare(extension)
    const open = async (
      profile = "profile",
      viewport: OpenOptions["viewport"] = headless ? { width: 420, height: 900 } : null
    ) => {
      const opened = await openBrowser({
        program: browserProgram(),
        extension,
        profile: join(folder, profile),
        headless,
        viewport
      })
      opened.context.setDefaultTimeout(PATIENCE)
      return opened
    }
    let others = 0
    const world: World = {
      helpdesk,
      folder,
      get relay() {
        return servers.relay
      },
      relayAgain: servers.relayAgain,
      browser: await open(),
      async browserAgain() {
        world.browser = await open()
      },
      async anotherBrowser(viewport) {
        const another = await open(`another-${++others}`, viewport)
        ends.add(() => another.context.close())
        return another
      },
      close: ends.end
    }
    ends.add(() => world.browser.context.close())
    if (paired) await pairTom(world)
    return world
  } catch (error) {
    await ends.end()
    throw error
  }
}

/** As the popup does, without the popup: to draw it takes longer. Those that are about pairing use it. */
async function pairTom({ browser, relay }: World): Promise<void> {
  const own = await browser.page("manifest.json")
  const wish = { kind: "popup-pair", address: relay.url, code: await relay.pair("agent", "Tom") }
  const answer: unknown = await own.evaluate((given) => chrome.runtime.sendMessage(given), wish)
  if (JSON.stringify(answer) !== '{"ok":true}') throw new Error(`The browser wasn't paired: ${JSON.stringify(answer)}`)
  await own.close()
}

/** What is ended in the opposite order of its start, and last of all `last`. */
function createEnds(last: () => unknown) {
  const ends: (() => Promise<unknown>)[] = []
  return {
    add: (end: () => Promise<unknown>) => void ends.push(end),
    async end(): Promise<void> {
      for (const one of ends.reverse()) await one()
      await last()
    }
  }
}

/** Milliseconds that a step may take before a test gives up: forty times what it takes on an idle machine. */
const PATIENCE = 30_000
