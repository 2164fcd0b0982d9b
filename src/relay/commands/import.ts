import { parseArgs, type ParseArgsConfig } from "node:util"
import type { Kysely } from "kysely"
import { ImportError } from "../../knowledge/import/import-error.ts"
import { cancelImport } from "../../knowledge/import/lease.ts"
import { runImport, type ImportSummary, type ImportProgress } from "../../knowledge/import/run-import.ts"
import { rulesOfArticles } from "../../knowledge/import/refresh-words.ts"
import type { SourceArguments, OpenedSource, ImportSourceKind } from "../../ingest/source/source-kind.ts"
import { SourceError } from "../../ingest/source/source.ts"
import { createLog } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { readSettings } from "../../runtime/settings.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { connectDatabase } from "../../storage/database.ts"
import type { Schema } from "../../storage/schema.ts"
import { UsageError, type Command, type Terminal, plainLine } from "./command.ts"

/** Imports a source into the team's knowledge. The relay may be running. */
export const importCommand: Command = {
  async run(args, { environment, print, note, signal, terminal }) {
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
    const { db, location, close } = await connectDatabase(readSettings(environment), log, signal)
    note?.(`Data: ${location}`)
    reached.resolve(db)
    const faults: string[] = []
    try {
      for (const { source, argument: place } of sources) {
        if (values["stop"]) {
          const stops = await cancelImport(db, source.collection)
          if (stops) await writeAuditEntry(db, null, "import-cancelled", [source.collection], new Date())
          print(stops ? `${source.label} stops.` : `Nobody imports ${source.label}.`)
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
        await writeAuditEntry(db, null, "imported", [source.collection, summary.state], new Date())
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

/**
 * Shows the progress of an import: a bar that is redrawn on a terminal, or otherwise a line now and then, and each
 * failure and each notice once.
 */
export function importProgress(
  print: (line: string) => void,
  terminal?: Terminal,
  now: () => number = () => performance.now()
) {
  const began = now()
  let first: number | undefined
  let told = began
  let failures = 0
  let notices = 0
  let width = BAR
  const clear = () => terminal?.write("\r\u001B[K")
  return {
    report(progress: ImportProgress): void {
      first ??= progress.seen
      clear()
      for (const { path, reason } of progress.failures)
        if (++failures <= MAX_FAILURES) print(plainLine(`${path}: ${reason}`))
      for (const { path, notice } of progress.notices)
        if (++notices <= MAX_FAILURES) print(plainLine(`${path}: ${notice}`))
      const line = progressLine(progress, { taken: progress.seen - first, seconds: (now() - began) / 1000 })
      if (terminal) {
        // The words aren't cut off for the bar, and the bar never grows again, because it would jump back and forth.
        width = Math.max(MIN_BAR, Math.min(width, terminal.columns - line.length - "[] ".length - 1))
        terminal.write(`${bar(progress, width)} ${line}`.slice(0, terminal.columns - 1))
      } else if (now() - told > EVERY) {
        told = now()
        print(line)
      }
    },
    end(): void {
      clear()
      if (failures > MAX_FAILURES) print(`and ${count(failures - MAX_FAILURES)} more that were not taken`)
      if (notices > MAX_FAILURES) print(`and ${count(notices - MAX_FAILURES)} more that were taken in part`)
    }
  }
}

const MAX_FAILURES = 100
const EVERY = 5_000
const BAR = 24
const MIN_BAR = 4

/**
 * Returns "4,500 of 10,000 documents, 45 %, 950 a second, 6 s left", with rate and rest as soon as they can be
 * computed.
 */
export function progressLine(
  { phase, seen, total, words }: ImportProgress,
  { taken, seconds }: { taken: number; seconds: number }
): string {
  if (phase === "finishing") return `${count(seen)} documents read, finishing`
  if (words) return `${count(words.read)} of ${count(words.of)} documents looked through for your own words`
  const rate = seconds > 0.5 ? taken / seconds : 0
  const known = total !== undefined && total >= seen
  return [
    known ? `${count(seen)} of ${count(total)} documents` : `${count(seen)} documents`,
    ...(known && total > 0 ? [`${Math.floor((100 * seen) / total)} %`] : []),
    ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : count(Math.round(rate))} a second`] : []),
    ...(known && rate > 0 ? [`${duration((total - seen) / rate)} left`] : [])
  ].join(", ")
}

export function summaryOf({ imported, unchanged, removed, failed }: Omit<ImportSummary, "id" | "state">): string {
  return `${count(imported)} imported, ${count(unchanged)} unchanged, ${count(removed)} removed, ${count(failed)} failed`
}

function bar({ phase, seen, total, words }: ImportProgress, width: number): string {
  const share = words
    ? words.read / Math.max(1, words.of)
    : phase === "finishing"
      ? 1
      : total === undefined || total === 0
        ? 0
        : Math.min(1, seen / total)
  const full = Math.floor(share * width)
  return `[${"=".repeat(full)}${" ".repeat(width - full)}]`
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}

const count = (number: number) => number.toLocaleString("en")
