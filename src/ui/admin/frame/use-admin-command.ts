import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminCommand, AdminKind, AdminValues } from "../../../protocol/admin.ts"
import { useAdminLink } from "./admin-frame.tsx"
import { useSignedOutPage } from "./use-admin-query.ts"

/**
 * Sends commands of one kind. Whatever comes of one, the list is asked for again.
 * @param list the kind of the query that the list is read by
 */
export function useAdminCommand<K extends AdminKind>(
  list: AdminKind,
  done: (value: AdminValues[K], command: Extract<AdminCommand, { kind: K }>) => void
) {
  const link = useAdminLink()
  const queries = useQueryClient()
  const command = useMutation({
    mutationFn: (asked: Extract<AdminCommand, { kind: K }>) => link.ask<K>(asked),
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: [list] })
  })
  useSignedOutPage(command.error)
  return command
}
