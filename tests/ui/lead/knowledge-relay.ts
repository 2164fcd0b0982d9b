import {
  confirmPageRequest,
  solvedTicketsAnswer,
  type ConfirmPageRequest,
  type SolvedTicketLine
} from "../../../src/protocol/knowledge.ts"
import { solvedOf } from "./solved-of.ts"
import {
  memoriesAnswer,
  memoryChange,
  type MemoryChange,
  type MemoryLine
} from "../../../src/protocol/routes/memories.ts"

/** What the relay of a test knows of solved tickets and memories, and what a lead said of them. */
export interface KnowledgeWorld {
  solved: SolvedTicketLine[]
  confirmed: ConfirmPageRequest[]
  memories: MemoryLine[]
  decided: ({ id: string } & (MemoryChange | { removed: true }))[]
  /** The code with which the next decision on a memory is refused. */
  refuses: string | undefined
}

export const knowledgeWorld = (): KnowledgeWorld => ({
  ...{ solved: [], confirmed: [], memories: [], decided: [] },
  refuses: undefined
})

type Answer = { status: number; said: unknown }

/** Answers as the relay does, or returns undefined for other addresses. */
export function knowledgeAnswer(
  relay: KnowledgeWorld,
  {
    method,
    pathname,
    searchParams,
    body
  }: { method: string; body: string | undefined } & Pick<URL, "pathname" | "searchParams">,
  fail: (status: number, code: string) => Answer
): Answer | undefined {
  if (pathname === "/v1/knowledge/past-tickets")
    return { status: 200, said: solvedTicketsAnswer.parse(solvedOf(relay.solved, searchParams)) }
  if (pathname === "/v1/knowledge/past-tickets/confirm") {
    const said = confirmPageRequest.parse(JSON.parse(body ?? ""))
    if (!relay.solved.some(({ id }) => id === said.ticket)) return fail(404, "no-past-ticket")
    relay.confirmed.push(said)
    return { status: 204, said: null }
  }
  if (pathname === "/v1/memories")
    return { status: 200, said: memoriesAnswer.parse({ memories: relay.memories, more: 0 }) }
  const id = /^\/v1\/memories\/(.+)$/.exec(pathname)?.[1]
  if (id === undefined) return undefined
  const found = relay.memories.find((one) => one.id === id)
  if (!found) return fail(404, "no-memory")
  if (relay.refuses !== undefined) return fail(409, relay.refuses)
  if (method === "DELETE") {
    relay.decided.push({ id, removed: true })
    relay.memories = relay.memories.filter((one) => one !== found)
    return { status: 204, said: null }
  }
  const said = memoryChange.parse(JSON.parse(body ?? ""))
  relay.decided.push({ id, ...said })
  const { word = found.word, text = found.text, expires = found.expires.slice(0, 10) } = said
  Object.assign(found, {
    ...{ word, text, state: "approved", used: true, expired: false, version: found.version + 1 },
    ...{ expires: `${expires}T23:59:59Z`, by: "Anna", at: "2026-11-20T11:00:00Z" }
  })
  return { status: 204, said: null }
}
