import { createLog } from "../../runtime/log.ts"
import { readSettings } from "../../runtime/settings.ts"
import { connectDatabase } from "../../storage/database.ts"
import { mistakeSentences } from "../team-settings/definitions.ts"
import { readLookup } from "../lookups/format/read-lookup.ts"
import { findView, listLookups, removeLookup, saveLookup } from "../lookups/stored-lookups.ts"
import { UsageError, type Command, readNamedFile, storeFile } from "./command.ts"
import { connectExisting } from "./open-alone.ts"
import type { StoredLookups } from "../../protocol/routes/lookups.ts"

const USAGE = "Say what to do: npm run relay -- lookups add FILE ... | list | remove NAME | check FILE ..."

/** Stores, lists, removes and checks the team's lookups. The relay may be running; checking needs none. */
export const lookupsCommand: Command = {
  async run([task = "", ...names], { environment, print, signal, note }) {
    const isRight = task === "list" ? names.length === 0 : task === "remove" ? names.length === 1 : names.length > 0
    if (!isRight || !["add", "list", "remove", "check"].includes(task)) throw new UsageError(USAGE)
    if (task === "check") return names.forEach((file) => print(checked(file)))
    const settings = readSettings(environment)
    const { db, close } = await (task === "add"
      ? connectDatabase(settings, createLog(), signal)
      : connectExisting({ environment, signal, note }))
    try {
      if (task === "list") for (const lookup of (await listLookups(db)).lookups) print(lineOf(lookup))
      for (const file of task === "add" ? names : []) {
        const { name, version } = await storeFile(file, (source) => saveLookup(db, source, null, new Date()))
        print(`${name} is stored as version ${version}.`)
        if (settings.lookupDatabaseUrl === undefined && (await findView(db, name)))
          print("It is a view: set LOOKUP_DATABASE_URL to its database, and start the relay again.")
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

function lineOf({ name, version, title, hosts, view, mistakes }: StoredLookups["lookups"][number]): string {
  if (mistakes)
    return [`${name}, version ${version}: nobody asks it, because it can't be read:`, ...mistakes].join("\n")
  return `${name}, version ${version}: ${title}, ${view ? VIEW : `asks ${hosts.join(", ") || "the helpdesk"}`}`
}

/** @throws UsageError with the mistakes of the file */
function checked(file: string): string {
  const { definition, view, mistakes } = readLookup(readNamedFile(file))
  if (mistakes) throw new UsageError(`${file}:\n${mistakeSentences(mistakes).join("\n")}`)
  if (view) return `${view.definition.name} is right: ${VIEW} for ${Object.keys(view.definition.facts).join(", ")}.`
  const { name, hosts, facts } = definition
  return `${name} is right: it asks ${hosts.join(", ") || "the helpdesk"} for ${Object.keys(facts).join(", ")}.`
}

const VIEW = "the relay asks its database"
