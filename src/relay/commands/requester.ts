import { writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import type { Kysely } from "kysely"
import { requesterHash } from "../../text/bytes/keyed-hash.ts"
import type { RequesterCounts } from "../../protocol/routes/requesters.ts"
import { StartError } from "../../runtime/problem.ts"
import { readTeamKey } from "../../storage/encryption/team-key.ts"
import type { Schema } from "../../storage/schema.ts"
import { countRequester, eraseRequester } from "../privacy/requester-data.ts"
import { exportRequester } from "../privacy/requester-export.ts"
import { UsageError, type Command, type CommandContext } from "./command.ts"
import { connectExisting } from "./open-alone.ts"

/** Erases everything that is stored of one person's tickets. The relay may be running. */
export const eraseCommand: Command = {
  async run(args, context) {
    const [option, address, confirmed, ...more] = args
    if (option !== "--person" || address === undefined || more.length > 0) throw new UsageError(ERASE_USAGE)
    if (confirmed !== undefined && confirmed !== "--yes") throw new UsageError(ERASE_USAGE)
    await withRequester(address, context, async (db, requester) => {
      const asking = { person: null, now: new Date() }
      if (confirmed === undefined) {
        const { stored, untied } = await countRequester(db, requester, asking)
        for (const line of [...countsOf(stored), ...untiedLines(untied)]) context.print(line)
        if (stored.tickets > 0) context.print("Nothing was erased: the same command with --yes erases it.")
        return
      }
      const { receipt, at, erased, untied } = await eraseRequester(db, requester, asking)
      const lines = [...countsOf(erased), `Receipt ${receipt}, ${at}. The audit has it, without the address.`]
      for (const line of [...lines, ...untiedLines(untied)]) context.print(line)
    })
  }
}

/** Writes everything that is stored of one person's tickets to a file. The relay may be running. */
export const exportCommand: Command = {
  async run(args, context) {
    const [option, address, name, ...more] = args
    if (option !== "--person" || address === undefined || name === undefined || more.length > 0)
      throw new UsageError("Say of whom, and to which file: npm run relay -- export --person ADDRESS FILE")
    await withRequester(address, context, async (db, requester) => {
      const json = await exportRequester(db, requester, { person: null, now: new Date() })
      // npm runs the command in the package's folder; INIT_CWD is the folder where the person is.
      const file = resolve(context.environment["INIT_CWD"] ?? ".", name)
      await writeFile(file, `${json}\n`, { mode: 0o600 })
      context.print(`What is stored of this person's tickets is in ${file}, masked as it is stored.`)
    })
  }
}

const ERASE_USAGE =
  "Say whose data: npm run relay -- erase --person ADDRESS counts it, and with --yes at the end erases it."

/** Opens the database, and makes the hash of the address as the team's browsers do. */
async function withRequester(
  address: string,
  context: CommandContext,
  work: (db: Kysely<Schema>, requester: string) => Promise<void>
): Promise<void> {
  const { db, close } = await connectExisting(context)
  try {
    const key = await readTeamKey(db, "requester-key")
    if (!key)
      throw new StartError(
        "master-key",
        "No ticket is tied to a person here, because the texts of this database aren't encrypted: erase by ticket, in the panel."
      )
    const requester = await requesterHash(key.toString("base64"), address)
    if (requester === undefined) throw new UsageError(`${address} is no e-mail address.`)
    await work(db, requester)
  } finally {
    await close()
  }
}

function countsOf(counts: RequesterCounts): string[] {
  if (Object.values(counts).every((count) => count === 0)) return ["Nothing is stored of this person's tickets."]
  return Object.entries(counts).map(
    ([kind, count]) => `${count.toLocaleString("en")} ${KINDS[kind as keyof typeof KINDS]}`
  )
}

const KINDS: Readonly<Record<keyof RequesterCounts, string>> = {
  tickets: "tickets, of which there are:",
  drafts: "drafts",
  cases: "cases",
  reviews: "reviews",
  sources: "choices of sources",
  intents: "corrected intents",
  memories: "memories that came from them",
  pastTickets: "past tickets of pages"
}

const untiedLines = (untied: number) =>
  untied === 0
    ? []
    : [
        `${untied.toLocaleString("en")} tickets can't be tied to anybody: their browsers didn't say whose they are. Erasing by ticket works for them.`
      ]
