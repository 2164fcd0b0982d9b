import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { AdminCommand, AdminKind, AdminValues } from "../../../protocol/admin.ts"
import { LeadFault } from "../../lead/lead-link.ts"
import { STATUS, useAdminLink } from "./admin-frame.tsx"

/**
 * Returns the relay's answer. It is requested again when the window comes to the front, and every `everyMs`
 * milliseconds as long as that is set.
 */
export function useAdminQuery<K extends AdminKind>(
  command: Extract<AdminCommand, { kind: K }>,
  everyMs?: (value: AdminValues[K]) => number | false
) {
  const link = useAdminLink()
  const asked = useQuery<AdminValues[K]>({
    queryKey: keyOf(command),
    queryFn: () => link.ask(command),
    refetchOnWindowFocus: "always",
    refetchInterval: ({ state: { data } }) => (data === undefined ? false : (everyMs?.(data) ?? false))
  })
  useSignedOutPage(asked.error)
  return asked
}

export const keyOf = (command: AdminCommand) => [command.kind, command]

/** A sign-in that the relay has ended closes the page. */
export function useSignedOutPage(error: Error | null): void {
  const queries = useQueryClient()
  const ended = error instanceof LeadFault && (error.code === "signed-out" || error.code === "no-admin")
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: STATUS })
  }, [ended, queries])
}
