import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import type { MemoryChange, MemoryLine } from "../../../protocol/routes/memories.ts"

/** The list that a memory is in: to decide, in use, or expired. */
export type MemoryList = "open" | "used" | "expired"

export const listOf = ({ expired, used }: MemoryLine): MemoryList => (expired ? "expired" : used ? "used" : "open")

/** The team's memories, which are loaded again after each decision, because one may change how others stand. */
export function useMemories() {
  const link = useRelayLink()
  const queries = useQueryClient()
  const memories = useQuery({ queryKey: KEY, queryFn: () => link.call("GET /v1/memories", {}) })
  const again = () => queries.invalidateQueries({ queryKey: KEY })
  return {
    memories,
    /** @throws CallFault */
    async save(id: string, change: MemoryChange): Promise<void> {
      // A refusal may be news of it.
      await link.call("PUT /v1/memories/:id", { path: { id }, body: change }).finally(again)
    },
    /** @throws CallFault */
    async remove(id: string): Promise<void> {
      await link.call("DELETE /v1/memories/:id", { path: { id } })
      await again()
    }
  }
}
export type Memories = ReturnType<typeof useMemories>

const KEY = ["GET /v1/memories"]
