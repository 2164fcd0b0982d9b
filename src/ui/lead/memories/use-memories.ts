import { useQuery, useQueryClient } from "@tanstack/react-query"
import type { MemoryChange, MemoryLine } from "../../../protocol/operating/memories.ts"
import { useLeadLink } from "../use-lead-link.ts"

/** The list that a memory is in: to decide, in use, or expired. */
export type MemoryList = "open" | "used" | "expired"

export const listOf = ({ expired, used }: MemoryLine): MemoryList => (expired ? "expired" : used ? "used" : "open")

/** The team's memories, which are loaded again after each decision, because one may change how others stand. */
export function useMemories() {
  const link = useLeadLink()
  const queries = useQueryClient()
  const memories = useQuery({ queryKey: KEY, queryFn: () => link.ask({ kind: "lead-memories" }) })
  const again = () => queries.invalidateQueries({ queryKey: KEY })
  return {
    memories,
    /** @throws LeadFault */
    async save(id: string, change: MemoryChange): Promise<void> {
      // A refusal may be news of it.
      await link.ask({ kind: "lead-memory-save", id, change }).finally(again)
    },
    /** @throws LeadFault */
    async remove(id: string): Promise<void> {
      await link.ask({ kind: "lead-memory-remove", id })
      await again()
    }
  }
}
export type Memories = ReturnType<typeof useMemories>

const KEY = ["lead-memories"]
