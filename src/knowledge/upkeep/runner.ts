import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { ImportError } from "../import/import-error.ts"
import { runImport, type ImportProgress, type ImportSummary } from "../import/run-import.ts"
import { SourceError, type ImportSource } from "../../ingest/source/source.ts"
import { openStoredSource, type Environment } from "./open-source.ts"
import { markImportBegun, markImportEnded, readRequestedImport, type RequestedImport } from "./requested-imports.ts"

export interface Runner {
  /** Imports a source that is wanted, to its end. Whatever happens is told by the import's row or the log. */
  run(collection: string, signal: AbortSignal): Promise<void>
  /** Imports a source once, wanted or not. @throws ImportError */
  runOnce(source: ImportSource, options: RunOptions): Promise<ImportSummary>
  /** Documents a second, of an import that is done here; undefined of others. */
  rateOf(collection: string): number | undefined
}

export interface RunOptions {
  config: Record<string, unknown>
  again: boolean
  signal: AbortSignal
  /** Called once nobody else can import it. */
  began?: () => void
}

/** Runs imports in this process. */
export function createRunner(db: Kysely<Schema>, environment: Environment, log: Log): Runner {
  const paces = new Map<string, { began: number; first: number | undefined; seen: number }>()
  const runOnce: Runner["runOnce"] = async (source, { config, again, signal, began: told }) => {
    const pace: { began: number; first: number | undefined; seen: number } = {
      began: performance.now(),
      first: undefined,
      seen: 0
    }
    const began = () => {
      paces.set(source.collection, pace)
      told?.()
    }
    const report = ({ seen }: ImportProgress) => {
      if (pace.first === undefined) {
        pace.first = seen
        pace.began = performance.now()
        if (again) markImportBegun(db, source.collection).catch((error: unknown) => log.error("import-begun", error))
      }
      pace.seen = seen
    }
    try {
      const summary = await runImport(db, source, { origin: "team", signal, log, again, config, began, report })
      log.info("imported", {
        import: summary.id,
        state: summary.state,
        seen: summary.seen,
        imported: summary.imported,
        removed: summary.removed,
        failed: summary.failed
      })
      return summary
    } finally {
      // Not that of another, which keeps this one from beginning.
      if (paces.get(source.collection) === pace) paces.delete(source.collection)
    }
  }
  return {
    runOnce,
    async run(collection, signal) {
      const wanted = await readRequestedImport(db, collection)
      if (!wanted) return
      const { source, config } = await opened(wanted)
      try {
        await runOnce(source, { config, again: wanted.again, signal })
      } catch (error) {
        // Somebody imports it already, or has taken over; with the disk full or the database away it stays wanted.
        if (!(error instanceof ImportError)) await markImportEnded(db, collection, wanted)
        if (error instanceof ImportError && error.code === "import-running") return log.info("import-elsewhere")
        return log.error("import-wanted", error)
      }
      // The relay is going down: the next goes on.
      if (!signal.aborted) await markImportEnded(db, collection, wanted)

      async function opened({
        kind,
        label,
        config: kept
      }: RequestedImport): Promise<{ source: ImportSource; config: Record<string, unknown> }> {
        try {
          return await openStoredSource(db, environment, collection, kept)
        } catch (error) {
          const told =
            error instanceof Problem ? new SourceError("source-unreadable", error.message, { cause: error }) : error
          return {
            source: { kind, collection, label, read: () => failing(told) },
            config: { ...(kept !== null && typeof kept === "object" && kept) }
          }
        }
      }
    },
    rateOf(collection) {
      const pace = paces.get(collection)
      if (pace?.first === undefined) return undefined
      const seconds = (performance.now() - pace.began) / 1000
      return seconds < 1 ? undefined : (pace.seen - pace.first) / seconds
    }
  }
}

/** The import then fails with that reason, where an admin sees it. */
async function* failing(error: unknown): AsyncGenerator<never, void> {
  throw error
}
