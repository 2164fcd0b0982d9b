import { readFileSync } from "node:fs"
import { createLog } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import { readSettings } from "../../runtime/settings.ts"
import { connectDatabase } from "../../storage/database.ts"
import { readLookup } from "../lookups/format/read-lookup.ts"
import { listLookups, removeLookup, saveLookup } from "../lookups/stored-lookups.ts"
import { UsageError, type Command } from "./command.ts"

const USAGE = "Say what to do: npm run relay -- lookups add FILE ... | list | remove NAME | check FILE ..."

/** Stores, lists, removes and checks the team's lookups. The relay may be running; checking needs none. */
export const lookupsCommand: Command = {
  async run([task = "", ...names], { environment, print, signal }) {
    const isRight = task === "list" ? names.length === 0 : task === "remove" ? names.length === 1 : names.length > 0
    if (!isRight || !["add", "list", "remove", "check"].includes(task)) throw new UsageError(USAGE)
    if (task === "check") return names.forEach((file) => print(checked(file)))
    const { db, close } = await connectDatabase(readSettings(environment), createLog(), signal)
    try {
      if (task === "list")
        for (const { name, version, title, hosts } of (await listLookups(db)).lookups)
          print(`${name}, version ${version}: ${title}, asks ${hosts.join(", ") || "the helpdesk"}`)
      for (const file of task === "add" ? names : []) {
        const { name, version } = await saveLookup(db, readFile(file), null, new Date()).catch((error: unknown) => {
          throw error instanceof Problem && error.code === "lookup-wrong"
            ? new UsageError(`${file}:\n${error.message}`, { cause: error })
            : error
        })
        print(`${name} is stored as version ${version}.`)
      }
      const [name = ""] = names
      if (task === "remove") {
        if (!(await removeLookup(db, name, null, new Date()))) throw new UsageError(`There is no lookup "${name}".`)
        print(`${name} is removed.`)
      }
    } finally {
      await close()
    }
  }
}

/** @throws UsageError with the mistakes of the file */
function checked(file: string): string {
  const { definition, mistakes } = readLookup(readFile(file))
  if (!definition)
    throw new UsageError(`${file}:\n${mistakes.map(({ line, sentence }) => `Line ${line}: ${sentence}`).join("\n")}`)
  const { name, hosts, facts } = definition
  return `${name} is right: it asks ${hosts.join(", ") || "the helpdesk"} for ${Object.keys(facts).join(", ")}.`
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8")
  } catch (cause) {
    throw new UsageError(`${file} can't be read.`, { cause })
  }
}
