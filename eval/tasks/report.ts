import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join, resolve } from "node:path"
import { root } from "../../demo/root.ts"
import type { ReportSet } from "../report/row.ts"
import { sets } from "../report/sets.ts"
import { summaryOf } from "../report/summary.ts"
import { detailsOf, tableOf, withTable, type Told } from "../report/table.ts"
import { UsageError, type Context, type Task, type Values } from "../task.ts"

/**
 * Measures every set that exists and writes one line of JSON for each figure. The table goes to standard error and,
 * with --write, into docs/quality/tables.md, with the summary in docs/quality.md.
 */
export const report: Task = {
  usage: "report [--data DIR] [--only SET] [--held] [--write]   every set under data/ and DIR, with its figures",
  options: {
    data: { type: "string" },
    only: { type: "string", multiple: true },
    held: { type: "boolean" },
    write: { type: "boolean" }
  },
  async run(values, context) {
    if (values["write"] === true && values["only"] !== undefined)
      throw new UsageError("--write takes the whole table: leave out --only.")
    const places = placesOf(values, context)
    const entries: Told[] = []
    for (const set of chosen(values)) {
      for (const one of await measure(set, places, values["held"] === true, context)) {
        entries.push(one)
        await context.write(JSON.stringify(one, rounded))
      }
    }
    const lines = linesOf(entries, values)
    context.say(lines.join("\n"))
    if (values["write"] === true) {
      writeFileSync(TABLES, withTable(readFileSync(TABLES, "utf8"), lines))
      writeFileSync(SUMMARY, withTable(readFileSync(SUMMARY, "utf8"), summaryOf(entries), "summary"))
    }
    return entries.some((one) => "error" in one) ? 1 : 0
  }
}

const OWN = join(root, "data")
const TABLES = join(root, "docs/quality/tables.md")
const SUMMARY = join(root, "docs/quality.md")

const nameOf = ({ name, folder }: ReportSet) => name ?? folder

async function measure(set: ReportSet, places: string[], held: boolean, { say, signal }: Context): Promise<Told[]> {
  signal.throwIfAborted()
  const folder = (set.own ? [OWN] : places)
    .map((place) => join(place, set.folder))
    .find((place) => set.files.every((file) => existsSync(join(place, file))))
  if (folder === undefined) return [{ set: nameOf(set), missing: `${set.folder}/${set.files.join(", ")}` }]
  say(`${nameOf(set)}: ${folder}`)
  try {
    return await set.rows(folder, { held, say, signal })
  } catch (error) {
    signal.throwIfAborted()
    return [{ set: nameOf(set), error: error instanceof Error ? error.message : String(error) }]
  }
}

/**
 * Returns the folders in which sets are searched for, in this order. @throws UsageError for a folder that doesn't exist
 */
function placesOf({ data }: Values, { folder }: Context): string[] {
  if (typeof data !== "string") return [OWN]
  const named = resolve(folder, data)
  if (!existsSync(named)) throw new UsageError(`There is no folder ${named}.`)
  return [named, OWN]
}

/** Returns the sets to measure. @throws UsageError for an unknown set */
function chosen({ only }: Values): readonly ReportSet[] {
  if (!Array.isArray(only)) return sets
  const unknown = only.find((name) => !sets.some((set) => nameOf(set) === name))
  if (unknown !== undefined)
    throw new UsageError(
      `There is no set "${String(unknown)}". The sets are: ${[...new Set(sets.map(nameOf))].join(", ")}.`
    )
  return sets.filter((set) => only.includes(nameOf(set)))
}

/** Four decimal places are enough for any figure. */
const rounded = (_key: string, value: unknown) => (typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value)

function linesOf(entries: readonly Told[], { held }: Values): string[] {
  const [cpu] = cpus()
  const details = entries.flatMap((one) => ("detail" in one ? [one] : []))
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpu?.model ?? "unknown"}), Node ${process.versions.node}${held === true ? "; with the parts that are kept apart" : ""}.`,
    "",
    ...tableOf(entries.filter((one) => !("detail" in one))),
    ...(details.length > 0 ? ["", ...detailsOf(details)] : [])
  ]
}
