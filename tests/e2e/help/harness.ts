import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { openBrowser, type Opened, type OpenOptions } from "../../../demo/tour/browser.ts"
import { buildForTour } from "../../../demo/tour/extension.ts"
import { browserProgram } from "../../../demo/browser/find.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { seed } from "../../relay/help/seed.ts"
import { built } from "./built.ts"
import { importSampleKnowledge, takeDatabase } from "./database.ts"
import { canShare, takeBrowser, takeHelpdesk, VENDORS_SITES, type SampleHelpdesk } from "./shared.ts"

/** What runs beside a browser: a relay on its own database, and the sample helpdesk. */
export interface Servers {
  relay: RunningRelay
  helpdesk: SampleHelpdesk
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

export interface ServerOptions {
  /** The sample's articles are imported. */
  knowledge?: boolean
  /** For those that end it: a PostgreSQL that no other file uses, in the relay's data folder. */
  ownDatabase?: boolean
  heartbeatSeconds?: number
}

export interface WorldOptions extends ServerOptions {
  paired?: boolean
  headless?: boolean
  /**
   * Puts the extension into this folder; else it is the tour's, which may read the sample helpdesk and the hosts of
   * `VENDORS_SITES` without a click.
   */
  prepare?: (extension: string) => void
  /** For those that close the browser or change its extension: it is none that other files use, too. */
  ownBrowser?: boolean
}

/** @throws what one of the parts throws; those that had begun are ended first */
export async function startServers(
  settings: Record<string, string> = {},
  options: ServerOptions = {}
): Promise<Servers> {
  const { knowledge = true, ownDatabase = false, heartbeatSeconds } = options
  const { folder, remove } = temporaryFolder()
  const ends = createEnds(remove)
  try {
    const environment = { REPLYWRIGHT_DATA: join(folder, "data"), ...settings }
    const database = ownDatabase ? undefined : await takeDatabase(knowledge)
    if (database) {
      mkdirSync(environment.REPLYWRIGHT_DATA, { recursive: true })
      ends.add(database.remove)
    }
    const hasKnowledge = database !== undefined || (await seed(environment.REPLYWRIGHT_DATA, settings, { knowledge }))
    // Without its log: tests end relays and databases on purpose.
    const start = (port: string) =>
      startRelay(
        { RELAY_PORT: port, ...environment },
        { log: silentLog, heartbeatSeconds, ...(database && { local: database.local }) }
      )
    let relay = await start("0")
    ends.add(() => relay.close())
    const helpdesk = await takeHelpdesk()
    ends.add(() => helpdesk.close())
    if (knowledge && !hasKnowledge) await importSampleKnowledge(relay.db)
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
  const { paired = true, headless = true, prepare } = options
  const { ownBrowser = !canShare || !headless || prepare !== undefined } = options
  const servers = await startServers(settings, options)
  const ends = createEnds(servers.close)
  try {
    const { helpdesk, folder } = servers
    const ownExtension = join(folder, "extension")
    if (ownBrowser)
      (prepare ?? ((extension) => buildForTour(built, extension, helpdesk.url, ...VENDORS_SITES)))(ownExtension)
    const openOwn = async (profile: string, viewport: OpenOptions["viewport"]) => {
      const program = browserProgram()
      const opened = await openBrowser({ program, extension: ownExtension, profile, headless, viewport })
      return { opened, close: () => opened.context.close() }
    }
    const open = async (profile: string, viewport: OpenOptions["viewport"]) => {
      const { opened, close } = await (ownBrowser
        ? openOwn(join(folder, profile), viewport)
        : takeBrowser(helpdesk.url, viewport))
      ends.add(close)
      opened.context.setDefaultTimeout(PATIENCE)
      return opened
    }
    const usual = headless ? { width: 420, height: 900 } : null
    let others = 0
    const world: World = {
      helpdesk,
      folder,
      get relay() {
        return servers.relay
      },
      relayAgain: servers.relayAgain,
      browser: await open("profile", usual),
      async browserAgain() {
        if (!ownBrowser) throw new Error("Only a browser of its own is closed and opened again.")
        world.browser = await open("profile", usual)
      },
      anotherBrowser: (viewport = usual) => open(`another-${++others}`, viewport),
      close: ends.end
    }
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

/** Milliseconds that a step may take before a test gives up: eighty times what it takes on an idle machine. */
const PATIENCE = 60_000
