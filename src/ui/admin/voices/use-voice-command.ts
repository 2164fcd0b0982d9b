import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminCommand, AdminValues } from "../../../protocol/admin.ts"
import { useAdminLink } from "../frame/admin-frame.tsx"
import { useSignedOutPage } from "../frame/use-admin-query.ts"

type VoiceKind = "admin-voice-proposals" | "admin-voice-save" | "admin-voice-remove"

/** Sends a command, and then asks for the list again. */
export function useVoiceCommand<K extends VoiceKind>(done: (value: AdminValues[K]) => void) {
  const link = useAdminLink()
  const queries = useQueryClient()
  const command = useMutation({
    mutationFn: (asked: Extract<AdminCommand, { kind: K }>) => link.ask<K>(asked),
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: ["admin-voices"] })
  })
  useSignedOutPage(command.error)
  return command
}
