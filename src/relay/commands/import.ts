import type { Kysely } from "kysely"
import { parseArgs, type ParseArgsConfig } from "node:util"
import { ImportError } from "../../knowledge/import/import-error.ts"
import { cancelImport } from "../../knowledge/import/lease.ts"
import { runImport, type ImportSummary } from "../../knowledge/import/run-import.ts"
import { rulesOfArticles } from "../../knowledge/import/refresh-words.ts"
import type { SourceArguments, OpenedSource, ImportSourceKind } from "../../ingest/source/source-kind.ts"
import { SourceError } from "../../ingest/source/source.ts"
import { createLog } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { readSettings } from "../../runtime/settings.ts"
import { connectDatabase } from "../../storage/database.ts"
import type { Schema } from "../../storage/schema.ts"
import { UsageError, type Command } from "./command.ts"
import { importProgress, summaryOf } from "./import-progress.ts"

/** Imports a source into the team's knowledge. The relay may be running. */
export const importCommand: Command = {
  async run(args, { environment, print, signal, terminal }) {
    // It is loaded here, because the readers of formats are large and a running relay needs none of them.
    const { sourceKinds } = await import("../../ingest/sources/index.ts")
    const { source: argument, values } = read(args, sourceKinds)
    const reached = Promise.withResolvers<Kysely<Schema>>()
    const sources = await opened(sourceKinds, argument, {
      // npm runs the command in the package's folder; INIT_CWD is the folder where the person is.
      folder: environment["INIT_CWD"] ?? ".",
      visibility: values["internal"] ? "internal" : "public",
      values,
      environment,
      rules: async (stop) => rulesOfArticles(await reached.promise, stop)
    })
    const log = createLog()
    const { db, close } = await connectDatabase(readSettings(environment), log, signal)
    reached.resolve(db)
    const faults: string[] = []
    try {
      for (const { source, argument: place } of sources) {
        if (values["stop"]) {
          print(
            (await cancelImport(db, source.collection)) ? `${source.label} stops.` : `Nobody imports ${source.label}.`
          )
          continue
        }
        if (sources.length > 1) print(`${source.label}:`)
        const progress = importProgress(print, terminal)
        const summary = await runImport(db, source, {
          origin: "team",
          signal,
          log,
          again: values["again"] === true,
          config: { argument: place, ...values, again: undefined, stop: undefined },
          report: progress.report
        })
        progress.end()
        print(summaryOf(summary))
        if (summary.wordsDue)
          print(
            "Your own words in what was taken are not all found yet, so more is masked than need be: the next import, or start of the relay, goes on with that."
          )
        // The next part is imported anyway.
        faults.push(...faultsOf(summary).map((fault) => (sources.length > 1 ? `${source.label}: ${fault}` : fault)))
        if (summary.state === "stopped") {
          print("What was taken stays, and the same command goes on from there.")
          break
        }
      }
      if (faults.length > 0) throw new StartError("import", faults.join("\n"))
    } catch (error) {
      throw error instanceof ImportError ? new StartError("import", error.message, { cause: error }) : error
    } finally {
      await close()
    }
  }
}

function faultsOf({ state, reason = "The source can't be read.", failed }: ImportSummary): string[] {
  if (state === "failed") return [reason]
  if (state === "stopped") return ["The import was stopped."]
  return failed > 0
    ? [
        `${failed === 1 ? "One document was" : `${failed.toLocaleString("en")} documents were`} not taken: fix what is named above and import again.`
      ]
    : []
}

function read(
  args: string[],
  kinds: readonly ImportSourceKind[]
): { source: string; values: SourceArguments["values"] } {
  const usage = [
    "Say what to import: npm run relay -- import SOURCE [--internal] [--again] [--stop]",
    "  --internal   for agents' eyes only, never quoted to a customer",
    "  --again      from the beginning, even where an interrupted import could be gone on with",
    "  --stop       asks the process that imports it to stop",
    "A SOURCE is:",
    ...kinds.map((kind) => `  ${kind.usage}`)
  ].join("\n")
  const options: NonNullable<ParseArgsConfig["options"]> = Object.assign(
    { internal: FLAG, again: FLAG, stop: FLAG },
    ...kinds.map((kind) => kind.options ?? {})
  )
  try {
    const {
      positionals: [source, ...more],
      values
    } = parseArgs({ args, allowPositionals: true, options })
    if (source === undefined || more.length > 0) throw new UsageError(usage)
    return { source, values: { ...values } }
  } catch (cause) {
    throw cause instanceof UsageError ? cause : new UsageError(usage, { cause })
  }
}

const FLAG = { type: "boolean" } as const

async function opened(
  kinds: readonly ImportSourceKind[],
  argument: string,
  given: SourceArguments
): Promise<readonly OpenedSource[]> {
  try {
    for (const kind of kinds) {
      const one = await kind.open(argument, given)
      if (one) return [one].flat()
    }
  } catch (error) {
    throw error instanceof SourceError ? new UsageError(error.message, { cause: error }) : error
  }
  throw new UsageError(`Nobody knows how to import "${argument}".`)
}
