import { page } from "../../platform/panel-port.ts"
import type { AdminAnswer, AdminCommand, AdminKind, AdminValues } from "../../protocol/admin.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { sendCommand } from "../agent/panel-link.ts"
import { LeadFault } from "../lead/lead-link.ts"

/** The line between the admin's page and the background. Tests hand in one of their own. */
export interface AdminLink {
  /** @throws LeadFault */
  ask<K extends AdminKind>(command: Extract<AdminCommand, { kind: K }>): Promise<AdminValues[K]>
  send(command: PanelCommand): Promise<CommandAnswer>
  copy(text: string): Promise<void>
}

export const adminLink: AdminLink = { ask: askAdminBy((command) => page.ask(command)), send: sendCommand, copy: page.copy }

/** `AdminLink.ask` over what carries a command to the background. */
export function askAdminBy(carry: (command: AdminCommand) => Promise<AdminAnswer | undefined>): AdminLink["ask"] {
  return async <K extends AdminKind>(command: Extract<AdminCommand, { kind: K }>) => {
    const answer = await carry(command).catch((error: unknown): AdminAnswer => ({ ok: false, code: "no-answer", message: String(error) }))
    if (!answer) throw new LeadFault("no-answer")
    if (!answer.ok) throw new LeadFault(answer.code, answer.message)
    return valueOf(command.kind, answer)
  }
}

/** Both sides are parts of one build: a kind is answered with its own value. */
function valueOf<K extends AdminKind>(_: K, { value }: { value: AdminValues[AdminKind] }): AdminValues[K]
function valueOf(_: AdminKind, { value }: { value: AdminValues[AdminKind] }): AdminValues[AdminKind] {
  return value
}
