import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { measureImport } from "../../runtime/metrics/work-metrics.ts"
import { Problem } from "../../runtime/problem.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { ImportError } from "../import/import-error.ts"
import { runImport, type ImportProgress, type ImportSummary } from "../import/run-import.ts"
import { SourceError, type ImportSource } from "../../ingest/source/source.ts"
import { openStoredSource, type Environment } from "./open-source.ts"
import { markImportBegun, markImportEnded, readRequestedImport, type RequestedImport } from "./requested-imports.ts"

export interface Runner {
  /** Imports a requested source to its end. The import's row or the log has the result. */
  run(collection: string, signal: AbortSignal): Promise<void>
  /** Imports a source once, requested or not. @throws ImportError */
  runOnce(source: ImportSource, options: RunOptions): Promise<ImportSummary>
  /** Returns the documents per second of an import in this process, or undefined for any other. */
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
      const summary = await asLongWork(() =>
        measureImport(() => runImport(db, source, { origin: "team", signal, log, again, config, began, report }))
      )
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
      // It must not be the entry of another import, which keeps this one from starting.
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
        // Somebody imports it already or has taken over. If the disk is full or the database is away, it stays
        // requested.
        if (!(error instanceof ImportError)) await markImportEnded(db, collection, wanted)
        if (error instanceof ImportError && error.code === "import-running") return log.info("import-elsewhere")
        return log.error("import-wanted", error)
      }
      // If the relay is stopping, the next one continues.
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

/** Makes the import fail with that reason, which an admin can see. */
async function* failing(error: unknown): AsyncGenerator<never, void> {
  throw error
}
