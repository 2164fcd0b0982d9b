import { createLog } from "../../runtime/log.ts"
import { readSettings } from "../../runtime/settings.ts"
import { connectDatabase } from "../../storage/database.ts"
import { listPlaybooks, removePlaybook, savePlaybook } from "../playbooks/stored-playbooks.ts"
import { UsageError, type Command, storeFile } from "./command.ts"
import { connectExisting } from "./open-alone.ts"

const USAGE = "Say what to do: npm run relay -- playbooks add FILE ... | list | remove NAME"

/** Stores, lists and takes out the team's playbooks. The relay may be running. */
export const playbooksCommand: Command = {
  async run([task = "", ...names], { environment, print, signal, note }) {
    const isRight = task === "list" ? names.length === 0 : task === "add" ? names.length > 0 : names.length === 1
    if (!isRight || !["add", "list", "remove"].includes(task)) throw new UsageError(USAGE)
    const { db, close } = await (task === "add"
      ? connectDatabase(readSettings(environment), createLog(), signal)
      : connectExisting({ environment, signal, note }))
    try {
      if (task === "list")
        for (const { name, version, title, mistakes } of (await listPlaybooks(db)).playbooks)
          print(
            mistakes
              ? [`${name}, version ${version}: drafts leave it out, because it can't be read:`, ...mistakes].join("\n")
              : `${name}, version ${version}: ${title}`
          )
      for (const file of task === "add" ? names : []) {
        const { name, version } = await storeFile(file, (source) => savePlaybook(db, source, null, new Date()))
        print(`${name} is stored as version ${version}.`)
      }
      const [name = ""] = names
      if (task === "remove") {
        if (!(await removePlaybook(db, name, null, new Date()))) throw new UsageError(`There is no playbook "${name}".`)
        print(`${name} is taken out.`)
      }
    } finally {
      await close()
    }
  }
}
