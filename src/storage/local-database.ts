import type pg from "pg"
import type { Log } from "../runtime/log.ts"
import { StartError } from "../runtime/problem.ts"
import type { Settings } from "../runtime/settings.ts"
import { canRun, findBinaries, platform } from "./embedded/binaries.ts"
import { prepareDataPaths } from "./embedded/data-paths.ts"
import { startEmbedded } from "./embedded/embedded.ts"
import { refuseMoved } from "./embedded/moved-mark.ts"
import { lockFolder } from "./folder-lock.ts"

export interface LocalDatabase {
  connection: pg.ClientConfig
  /** Stops it, and does nothing more if it is called again. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL of our own in the data folder, which belongs to one relay at a time.
 * @param onSpawned called once a process of the database's runs, which then needs nothing of this one for a while; when
 * the data are new, once before for the process that makes them
 * @throws StartError in one sentence for a person, "no-database" where no PostgreSQL comes for this platform,
 * "data-moved" where the data were moved elsewhere
 */
export async function startLocalDatabase(
  { data }: Pick<Settings, "data">,
  log: Log,
  signal: AbortSignal,
  onSpawned?: () => void
): Promise<LocalDatabase> {
  await refuseMoved(data)
  const paths = await prepareDataPaths(data)
  const release = await lockFolder(data, paths.sockets)
  try {
    const binaries = await findBinaries(paths.folder, paths.runAs !== undefined)
    if (!binaries) throw noneRuns()
    // They are only tried by themselves if the database doesn't start.
    const server = await startEmbedded(paths, binaries, log, signal, onSpawned).catch(async (error: unknown) => {
      throw (await canRun(binaries)) ? error : noneRuns(error)
    })
    let stopping: Promise<void> | undefined
    return {
      connection: server.connection,
      stop: () => (stopping ??= server.stop().then(release))
    }
  } catch (error) {
    await release()
    throw error
  }
}

const noneRuns = (cause?: unknown) =>
  new StartError(
    "no-database",
    `The PostgreSQL that comes with Replywright doesn't run on ${platform()} here: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    { cause }
  )
