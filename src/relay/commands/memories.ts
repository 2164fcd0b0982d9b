import * as z from "zod/mini"
import { syncMemoryDocuments } from "../memories/memory-documents.ts"
import { readPersonalWords } from "../memories/personal-data.ts"
import { changeMemory, listMemories, removeMemory } from "../memories/stored-memories.ts"
import { UsageError, type Command, plainLine } from "./command.ts"
import { connectExisting } from "./open-alone.ts"
import type { MemoryLine } from "../../protocol/routes/memories.ts"

const USAGE = "Say what to do: npm run relay -- memories list | approve ID | remove ID"

/** Lists what agents' edits of drafts say that holds for other replies, and approves or removes it. The relay may be running. */
export const memoriesCommand: Command = {
  async run([task = "", ...ids], { environment, print, signal, note }) {
    const isRight = task === "list" ? ids.length === 0 : (task === "approve" || task === "remove") && ids.length === 1
    if (!isRight) throw new UsageError(USAGE)
    const { db, close } = await connectExisting({ environment, signal, note })
    try {
      const now = new Date()
      const { memories, more } = await listMemories(db, now)
      if (task === "list") {
        for (const memory of memories) print(plainLine(lineOf(memory)))
        if (more > 0) print(`and ${more} more`)
        return
      }
      const id = z.uuid().safeParse(ids[0]).data
      const memory = memories.find((one) => one.id === id)
      if (!memory) throw new UsageError(`There is no memory "${ids[0]}": npm run relay -- memories list`)
      if (task === "remove") await removeMemory(db, memory.id, { person: null, now })
      else {
        const { version } = memory
        await changeMemory(
          db,
          memory.id,
          { version },
          { person: null, now, isPersonal: await readPersonalWords(db) }
        ).catch((error: unknown) => {
          throw error instanceof Error && "code" in error && error.code === "memory-contradicts"
            ? new UsageError(error.message, { cause: error })
            : error
        })
      }
      await syncMemoryDocuments(db, now)
      print(task === "remove" ? "It is removed." : "It is approved.")
    } finally {
      await close()
    }
  }
}

function lineOf({
  id,
  kind,
  language,
  word,
  text,
  used,
  expired,
  state,
  expires,
  tickets,
  agents,
  ...one
}: MemoryLine): string {
  const says = kind === "wording" ? `"${text}", not "${word}"` : text
  const stands = expired ? "expired" : used ? (state === "approved" ? "approved" : "used") : "proposed"
  const against = [...one.conflicts, ...(one.against ? [one.against] : [])].map(({ title }) => `, against "${title}"`)
  return `${id}  ${stands} until ${expires.slice(0, 10)}, ${language}, ${tickets} tickets, ${agents} agents${against.join("")}: ${says}`
}
