import { Problem } from "../../runtime/problem.ts"
import { removeCorrections, saveCorrections } from "../helpdesk-pages/stored-corrections.ts"
import { UsageError, type Command, readNamedFile } from "./command.ts"
import { connectExisting } from "./open-alone.ts"
import type { CorrectionsStored } from "../../protocol/routes/helpdesk-pages.ts"

const USAGE = "Say what to do: npm run relay -- corrections FILE | off"

/** Stores a signed file of corrected selectors, or takes it out. The relay may be running. */
export const correctionsCommand: Command = {
  async run([what = "", ...more], { environment, print, signal, note }) {
    if (what === "" || more.length > 0) throw new UsageError(USAGE)
    const text = what === "off" ? undefined : readNamedFile(what)
    const { db, close } = await connectExisting({ environment, signal, note })
    try {
      if (text === undefined) {
        if (!(await removeCorrections(db, new Date()))) throw new UsageError("There are no corrections.")
        print("The corrections are taken out. Browsers use the built-in selectors after their next request.")
        return
      }
      const stored = await saveCorrections(db, text, new Date()).catch((error: unknown) => {
        throw error instanceof Problem ? new UsageError(`${what}: ${error.message}`, { cause: error }) : error
      })
      print(`The corrections with the serial ${stored.serial} of ${stored.made} are stored: ${namesOf(stored)}.`)
      print("Browsers check the signature; the admin page says whether this browser accepts it.")
    } finally {
      await close()
    }
  }
}

const namesOf = ({ helpdesks }: CorrectionsStored) =>
  helpdesks.map(({ helpdesk, corrections }) => `${helpdesk} ${corrections}`).join(", ") || "none"
