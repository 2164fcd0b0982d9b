import { join } from "node:path"
import { startSampleHelpdesk } from "../../../demo/helpdesk/server.ts"
import { openBrowser, pair, type Opened, type OpenOptions } from "../../../demo/tour/browser.ts"
import { buildForTour } from "../../../demo/tour/extension.ts"
import { browserProgram } from "../../../demo/browser/find.ts"
import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay, type RunningRelay } from "../../../src/relay/server/start.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { sampleKnowledge, seed } from "../../relay/help/seed.ts"
import { built } from "./built.ts"

/**
 * Everything of the product that runs: relay on its own database, sample helpdesk, Chromium with the built extension.
 */
export interface World {
  relay: RunningRelay
  helpdesk: Awaited<ReturnType<typeof startSampleHelpdesk>>
  browser: Opened
  folder: string
  /** The relay again, on its former port and data, after `relay.close()`. */
  relayAgain(): Promise<void>
  /** The browser again, on its former profile, after `browser.context.close()`. */
  browserAgain(): Promise<void>
  /** One more browser, on a profile of its own; it ends with the world. */
  anotherBrowser(viewport?: OpenOptions["viewport"]): Promise<Opened>
  close(): Promise<void>
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
export async function startWorld(settings: Record<string, string> = {}, options: WorldOptions = {}): Promise<World> {
  const { folder, remove } = temporaryFolder()
  const ends: (() => Promise<unknown>)[] = []
  const end = async () => {
    for (const one of ends.reverse()) await one()
    remove()
  }
  try {
    const environment = { REPLYWRIGHT_DATA: join(folder, "data"), ...settings }
    const { knowledge = true, paired = true } = options
    const copied = await seed(environment.REPLYWRIGHT_DATA, settings, { knowledge })
    // Without its log: tests end relays and databases on purpose.
    let relay = await startRelay({ RELAY_PORT: "0", ...environment }, { log: silentLog })
    ends.push(() => relay.close())
    const helpdesk = await startSampleHelpdesk({ port: 0 })
    ends.push(() => helpdesk.close())
    if (knowledge && !copied)
      await importFolder(relay.db, sampleKnowledge, {
        origin: "sample",
        collection: "sample",
        signal: AbortSignal.timeout(60_000)
      })
    const extension = join(folder, "extension")
    const { headless = true, prepare = () => buildForTour(built, extension, helpdesk.url) } = options
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
      relay,
      helpdesk,
      browser: await open(),
      folder,
      async relayAgain() {
        world.relay = relay = await startRelay({ ...environment, RELAY_PORT: String(relay.port) }, { log: silentLog })
      },
      async browserAgain() {
        world.browser = await open()
      },
      async anotherBrowser(viewport) {
        const another = await open(`another-${++others}`, viewport)
        ends.push(() => another.context.close())
        return another
      },
      close: end
    }
    ends.push(() => world.browser.context.close())
    if (paired) await pair(world.browser, await relay.pair("agent", "Tom"), relay.url)
    return world
  } catch (error) {
    await end()
    throw error
  }
}

/** Milliseconds that a step may take before a test gives up: forty times what it takes on an idle machine. */
const PATIENCE = 30_000
