import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminCommand, AdminValues } from "../../../../protocol/admin.ts"
import { useAdminLink } from "../../frame/admin-frame.tsx"

type LookupChange = Extract<AdminCommand, { kind: "admin-lookup-save" | "admin-lookup-remove" }>

/** Stores or removes a lookup. Then `done` hears what became of which command, and the list is read again. */
export function useLookupCommand(done: (saved: AdminValues[LookupChange["kind"]], command: LookupChange) => void) {
  const link = useAdminLink()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (command: LookupChange) => link.ask(command),
    onSuccess: (saved, command) => {
      done(saved, command)
      return queries.invalidateQueries({ queryKey: ["admin-lookups"] })
    }
  })
}
