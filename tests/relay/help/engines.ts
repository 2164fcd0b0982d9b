import { readFileSync } from "node:fs"
import { join } from "node:path"

export interface Engine {
  name: string
  settings: Record<string, string>
  /** Where it keeps its files, below the data folder. */
  folder: string
  /** Number of its process. */
  processOf(data: string): number
}

/** The two databases of our own: what holds on the one holds on the other. */
export const engines: Engine[] = [
  {
    name: "PostgreSQL",
    settings: {},
    folder: "database",
    processOf: (data) => firstLine(join(data, "database/postmaster.pid"))
  },
  {
    name: "PGlite",
    settings: { REPLYWRIGHT_STORAGE: "pglite" },
    folder: "pglite",
    processOf: (data) => firstLine(join(data, "run/pglite.pid"))
  }
]

/** With REPLYWRIGHT_STORAGE=pglite before the command, the relay's other tests run on PGlite as well. */
export const engineUnderTest = process.env["REPLYWRIGHT_STORAGE"] === "pglite" ? engines[1]?.settings : {}

const firstLine = (file: string) => Number(readFileSync(file, "utf8").split("\n")[0])
