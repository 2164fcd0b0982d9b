import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminCommand, AdminKind, AdminValues } from "../../../protocol/admin.ts"
import { useAdminLink } from "../frame/admin-frame.tsx"
import { useSignedOutPage } from "../frame/use-admin-query.ts"

/** Runs one command on the knowledge. Whatever its result, the list is requested again. */
export function useKnowledgeCommand<K extends AdminKind>(
  done: (value: AdminValues[K], command: Extract<AdminCommand, { kind: K }>) => void
) {
  const link = useAdminLink()
  const queries = useQueryClient()
  const doing = useMutation({
    mutationFn: (command: Extract<AdminCommand, { kind: K }>) => link.ask<K>(command),
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: ["admin-knowledge"] })
  })
  useSignedOutPage(doing.error)
  return doing
}
