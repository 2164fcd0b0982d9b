import { createRelayLog } from "../../runtime/log.ts"
import { readSettings, type Settings } from "../../runtime/settings.ts"
import type { CommandContext } from "./command.ts"

/**
 * `npm run relay`: the product itself, until Ctrl-C. With several workers this process only hands out connections, so it
 * loads nothing of what a relay is made of.
 */
export async function runRelay(context: CommandContext): Promise<void> {
  const { environment, signal } = context
  const { linkToParent } = await import("../workers/worker-link.ts")
  const link = linkToParent(environment)
  if (!link) {
    const settings = readSettings(environment)
    if (settings.workers === 1)
      return settings.databaseUrl === undefined
        ? serveWithDatabase(context, settings)
        : (await import("./serve.ts")).serveRelay(context)
    const { superviseWorkers } = await import("../workers/supervise-workers.ts")
    return superviseWorkers(settings, createRelayLog(settings.log), signal)
  }
  try {
    const { serveRelay } = await import("./serve.ts")
    await serveRelay(
      { ...context, signal: AbortSignal.any([signal, link.stopped]) },
      {
        shared: link.shared,
        announces: link.announces,
        onReady: ({ id, port, forget }) => link.ready(id, port, forget)
      }
    )
  } catch (error) {
    link.failed(error)
    throw error
  } finally {
    link.leave()
  }
}

/** Starts the embedded database first, so that it gets ready while this process loads the rest. */
async function serveWithDatabase(context: CommandContext, settings: Settings): Promise<void> {
  const { startLocalDatabase } = await import("../../storage/local-database.ts")
  const spawned = Promise.withResolvers<void>()
  const local = startLocalDatabase(settings, createRelayLog(settings.log), context.signal, spawned.resolve)
  await Promise.race([spawned.promise, local])
  try {
    const { serveRelay } = await import("./serve.ts")
    await serveRelay(context, { local })
  } finally {
    await (await local).stop()
  }
}
