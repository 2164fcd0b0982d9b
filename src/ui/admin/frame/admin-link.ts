import { extensionPage } from "../../../platform/extension-page.ts"
import type { SendFile } from "../../../copilot/relay-client/relay-client.ts"
import { RelayError } from "../../../copilot/relay-client/relay-error.ts"
import type { ImportAnswer } from "../../../protocol/knowledge.ts"
import type { AdminAnswer, AdminCommand, AdminKind, AdminValues } from "../../../protocol/admin.ts"
import type { CommandAnswer, PanelCommand } from "../../../protocol/panel.ts"
import { sendCommand } from "../../agent/state/panel-link.ts"
import { LeadFault } from "../../lead/lead-link.ts"

/** The connection between the admin page and the background worker. Tests pass one of their own. */
export interface AdminLink {
  /** @throws LeadFault */
  ask<K extends AdminKind>(command: Extract<AdminCommand, { kind: K }>): Promise<AdminValues[K]>
  send(command: PanelCommand): Promise<CommandAnswer>
  copy(text: string): Promise<void>
  /**
   * Sends a file to be imported from this page. `sent` is called with the number of bytes sent. @throws LeadFault; the
   * signal's reason
   */
  sendFile(file: File, internal: boolean, sent: (bytes: number) => void, signal: AbortSignal): Promise<ImportAnswer>
}

/** @param sendFile sends a file to the relay */
export function createAdminLink(sendFile: SendFile): AdminLink {
  const ask = createAdminAsk((command) => extensionPage.ask(command))
  return {
    ask,
    send: sendCommand,
    copy: extensionPage.copy,
    async sendFile(file, internal, sent, signal) {
      const door = await ask<"admin-upload-target">({ kind: "admin-upload-target" })
      try {
        return await sendFile(door, file, internal, sent, signal)
      } catch (error) {
        throw error instanceof RelayError
          ? new LeadFault(error.status === 401 ? "signed-out" : error.code, error.message)
          : error
      }
    }
  }
}

/** Creates `AdminLink.ask` from a function that sends a command to the background worker. */
export function createAdminAsk(carry: (command: AdminCommand) => Promise<AdminAnswer | undefined>): AdminLink["ask"] {
  return async <K extends AdminKind>(command: Extract<AdminCommand, { kind: K }>) => {
    const answer = await carry(command).catch(
      (error: unknown): AdminAnswer => ({ ok: false, code: "no-answer", message: String(error) })
    )
    if (!answer) throw new LeadFault("no-answer")
    if (!answer.ok) throw new LeadFault(answer.code, answer.message)
    return valueOf(command.kind, answer)
  }
}

/** Both sides belong to one build, so a kind is answered with its own value. */
function valueOf<K extends AdminKind>(_: K, { value }: { value: AdminValues[AdminKind] }): AdminValues[K]
function valueOf(_: AdminKind, { value }: { value: AdminValues[AdminKind] }): AdminValues[AdminKind] {
  return value
}
