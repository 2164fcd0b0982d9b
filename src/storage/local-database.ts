import { access } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import type { Log } from "../runtime/log.ts"
import { StartError } from "../runtime/problem.ts"
import type { Settings } from "../runtime/settings.ts"
import { canRun, findBinaries, platform, type Binaries } from "./embedded/binaries.ts"
import { startEmbedded } from "./embedded/embedded.ts"
import { lockFolder } from "./folder-lock.ts"
import { startPglite } from "./pglite/pglite.ts"
import { prepareDataPaths, type DataPaths } from "./embedded/data-paths.ts"

export interface LocalDatabase {
  connection: pg.ClientConfig
  /** What whoever starts it should know, a sentence each. */
  notes: string[]
  /** Stops it, and does nothing more if it is called again. */
  stop(): Promise<void>
}

/**
 * A database of our own in the data folder, which belongs to one relay at a time: PostgreSQL, or PGlite where none fits
 * this platform or the settings ask for it. A folder stays with what has written it.
 * @param onSpawned called once the database's process runs, which then needs nothing of this one for a while
 * @throws StartError in one sentence for a person
 */
export async function startLocalDatabase(
  { data, storage }: Pick<Settings, "data" | "storage">,
  log: Log,
  signal: AbortSignal,
  onSpawned?: () => void
): Promise<LocalDatabase> {
  const paths = await prepareDataPaths(data)
  const release = await lockFolder(data, paths.sockets)
  try {
    const engine = await choose(paths, storage)
    if ("why" in engine)
      log.warn("pglite", { why: engine.why, advice: "a power cut may lose the last seconds or the whole data folder" })
    const server =
      "why" in engine
        ? await startPglite(paths, log, signal)
        : await startEmbedded(paths, engine, log, signal, onSpawned).catch(async (error: unknown) => {
            throw (await canRun(engine)) ? error : noneRuns(paths)
          })
    let stopping: Promise<void> | undefined
    return {
      connection: server.connection,
      notes: "why" in engine ? [noteOn(engine.why)] : [],
      stop: () => (stopping ??= server.stop().then(release))
    }
  } catch (error) {
    await release()
    throw error
  }
}

async function choose(paths: DataPaths, asked: Settings["storage"]): Promise<Binaries | { why: string }> {
  const [postgres, pglite] = await Promise.all([paths.database, paths.pglite].map(holdsData))
  if (asked === "pglite") {
    if (postgres && !pglite) throw taken(paths, "REPLYWRIGHT_STORAGE asks for PGlite: unset it")
    return { why: "REPLYWRIGHT_STORAGE asks for it" }
  }
  if (pglite && !postgres) return { why: `the data in ${paths.folder} are PGlite's` }
  const binaries = await findBinaries(paths.folder, paths.runAs !== undefined)
  // What has made the data ran here, so it is only tried by itself if it doesn't start.
  if (binaries && (postgres || (await canRun(binaries)))) return binaries
  if (postgres) throw noneRuns(paths)
  return { why: `no PostgreSQL comes with Replywright for ${platform()}` }
}

const noneRuns = (paths: DataPaths) =>
  taken(paths, `none runs on ${platform()} here: set DATABASE_URL to a PostgreSQL 15 or newer`)

const taken = ({ folder }: DataPaths, why: string) =>
  new StartError(
    "database-kind",
    `The data in ${folder} belong to PostgreSQL, but ${why}, or set REPLYWRIGHT_DATA to another folder.`
  )

const noteOn = (why: string) =>
  `The data are kept by PGlite (${why}). It is a small PostgreSQL that doesn't wait for the disk: a power cut may lose the last seconds, or the whole data folder. One relay at a time. For more than a try-out set DATABASE_URL to a PostgreSQL 15 or newer.`

function holdsData(folder: string): Promise<boolean> {
  return access(join(folder, "PG_VERSION")).then(
    () => true,
    () => false
  )
}
