import { parseArgs } from "node:util"
import { FINDING_KINDS, type FindingKind } from "../../knowledge/report/corpus/finding.ts"
import { reopenFinding, settleFinding } from "../../knowledge/report/finding-store.ts"
import { UsageError, type Command } from "./command.ts"
import { connectExisting } from "./connect-existing.ts"
import { reportLines, settledLines } from "./knowledge-report.ts"

/** Prints what is wrong with the team's knowledge, and notes what is settled. The relay may be running. */
export const knowledgeCommand: Command = {
  async run(args, { environment, print, signal }) {
    const asked = read(args)
    const { db, close } = await connectExisting({ environment, signal })
    try {
      if (asked.task === "settle") {
        if (asked.undo) {
          if (!(await reopenFinding(db, asked.id)))
            throw new UsageError(`No finding "${asked.id}" is settled. The report with --settled shows those that are.`)
          print(`${asked.id} is open again.`)
          return
        }
        const by = environment["USER"] ?? environment["USERNAME"] ?? "command line"
        if (!(await settleFinding(db, { id: asked.id, by, note: asked.note, now: new Date() })))
          throw new UsageError(`There is no finding "${asked.id}". The report shows each one's id in brackets.`)
        print(`${asked.id} is settled. It comes back if its words change.`)
        return
      }
      // It is loaded here, because it needs the masking and its finders.
      const { makeReport } = await import("../../knowledge/report/report.ts")
      const { createWebClient } = await import("../../ingest/sources/web/web-client.ts")
      const { createRateLimiter } = await import("../../ingest/sources/web/retry-request.ts")
      const web = asked.checkLinks
        ? createWebClient({ allowHosts: asked.allowHosts, tries: 2, turn: createRateLimiter(REQUESTS_A_SECOND).turn })
        : undefined
      try {
        const report = await makeReport(db, { signal, ...(asked.only && { only: asked.only }), ...(web && { web }) })
        if (asked.json) print(JSON.stringify(report, null, 2))
        else for (const line of asked.settled ? settledLines(report) : reportLines(report, asked.only)) print(line)
      } finally {
        web?.close()
      }
    } finally {
      await close()
    }
  }
}

const REQUESTS_A_SECOND = 5

type Asked =
  | {
      task: "report"
      json: boolean
      settled: boolean
      only: FindingKind | undefined
      checkLinks: boolean
      allowHosts: string[]
    }
  | { task: "settle"; id: string; note: string | undefined; undo: boolean }

function read(args: string[]): Asked {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
    const [task, id, ...more] = positionals
    if (task === "report" && id === undefined) return readReport(values)
    if (task === "settle" && id !== undefined && more.length === 0) return readSettling(id, values)
  } catch (cause) {
    throw cause instanceof UsageError ? cause : new UsageError(USAGE, { cause })
  }
  throw new UsageError(USAGE)
}

function readReport({ json = false, settled = false, only, note, undo, ...links }: Values): Asked {
  if (note !== undefined || undo) throw new UsageError(USAGE)
  const { "check-links": checkLinks = false, "allow-host": allowHosts = [] } = links
  return { task: "report", json, settled, only: kindOf(only), checkLinks, allowHosts }
}

function readSettling(id: string, { note, undo = false, ...ofReport }: Values): Asked {
  const { only, json, settled, "check-links": checkLinks } = ofReport
  if (only !== undefined || json || settled || checkLinks || (undo && note !== undefined)) throw new UsageError(USAGE)
  return { task: "settle", id, note: note?.slice(0, MAX_NOTE), undo }
}

/** The options of both tasks, as they were typed. */
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"]

const MAX_NOTE = 2_000
const OPTIONS = {
  json: { type: "boolean" },
  settled: { type: "boolean" },
  undo: { type: "boolean" },
  only: { type: "string" },
  note: { type: "string" },
  "check-links": { type: "boolean" },
  "allow-host": { type: "string", multiple: true }
} as const

function kindOf(only: string | undefined): FindingKind | undefined {
  const kind = FINDING_KINDS.find((one) => one === only)
  if (only !== undefined && kind === undefined)
    throw new UsageError(`The report knows no kind "${only}". Its kinds are ${FINDING_KINDS.join(", ")}.`)
  return kind
}

const USAGE = [
  "Say what to do with the knowledge: npm run relay -- knowledge report [--json] [--only KIND] [--settled] [--check-links [--allow-host HOST]]",
  "  --json          all of it, for machines",
  `  --only KIND     one kind alone: ${FINDING_KINDS.join(", ")}`,
  "  --settled       those that are settled, with who did it and why",
  "  --check-links   asks the links' hosts, five requests a second; without it nothing leaves the machine",
  "or: npm run relay -- knowledge settle ID [--note TEXT]; with --undo it is open again"
].join("\n")
