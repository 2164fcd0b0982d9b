import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminCommand, AdminValues } from "../../../protocol/admin.ts"
import { useAdminLink } from "../frame/admin-frame.tsx"
import { useSignedOutPage } from "../frame/use-admin-query.ts"

type PlaybookKind = "admin-playbook-save" | "admin-playbook-remove"

/** Sends a command, and then asks for the list again. */
export function usePlaybookCommand<K extends PlaybookKind>(done: (value: AdminValues[K]) => void) {
  const link = useAdminLink()
  const queries = useQueryClient()
  const command = useMutation({
    mutationFn: (asked: Extract<AdminCommand, { kind: K }>) => link.ask<K>(asked),
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: ["admin-playbooks"] })
  })
  useSignedOutPage(command.error)
  return command
}
