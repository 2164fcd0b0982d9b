import { RelayFault } from "../../../copilot/relay-client/relay-fault.ts"
import type { SendFile } from "../../../copilot/relay-client/send-file.ts"
import { extensionPage } from "../../../platform/extension-page.ts"
import { sessionArea, type KeyValue } from "../../../platform/key-value.ts"
import type { ImportAnswer } from "../../../protocol/knowledge.ts"
import type { CommandAnswer, PanelCommand } from "../../../protocol/panel.ts"
import type {
  PageAnswer,
  PageMessage,
  PageRole,
  PageRoute,
  PageStatus,
  UploadTarget
} from "../../../protocol/routes/calls/page-call.ts"
import type { AnswerOf, CallParts } from "../../../protocol/routes/calls/route-types.ts"
import { CallFault } from "./call-fault.ts"
import { sendCommand } from "./send-command.ts"
import type { CorrectionsVerdict } from "../../../protocol/routes/helpdesk-pages.ts"

/** The connection of a page for leads or admins to the background worker. Tests pass one of their own. */
export interface RelayLink {
  /** Asks the relay with the sign-in of the page's role. @throws CallFault */
  call<R extends PageRoute>(route: R, parts: CallParts<R>): Promise<AnswerOf<R>>
  /** Says who is signed in. @throws CallFault */
  status(): Promise<PageStatus>
  /** Says what this browser does with the file of corrected selectors that the admin's relay has. @throws CallFault */
  corrections(): Promise<CorrectionsVerdict>
  /**
   * Sends a file to be imported from this page. `sent` is called with the number of bytes sent. @throws CallFault; the
   * signal's reason
   */
  sendFile(file: File, internal: boolean, sent: (bytes: number) => void, signal: AbortSignal): Promise<ImportAnswer>
  send(command: PanelCommand): Promise<CommandAnswer>
  copy(text: string): Promise<void>
  /** What isn't saved yet. It is in the browser's memory only, because it may contain a customer's words. */
  unsaved: KeyValue
  /** Saves a file among the person's downloads. */
  download(name: string, type: string, text: string): void
}

/** Carries a message to the background worker. */
export type Carry = (message: PageMessage) => Promise<PageAnswer | undefined>

/** @param sendFile sends a file to the relay; only the admin page has it */
export function createRelayLink(
  as: PageRole,
  { carry = (message) => extensionPage.ask(message), sendFile }: { carry?: Carry; sendFile?: SendFile } = {}
): RelayLink {
  // Both sides belong to one build, so a message is answered with its own value.
  const tell = async <Value>(message: PageMessage): Promise<Value> => {
    const answer = await carry(message).catch(
      (error: unknown): PageAnswer => ({ ok: false, code: "no-answer", message: String(error) })
    )
    if (!answer) throw new CallFault("no-answer")
    if (!answer.ok) throw new CallFault(answer.code, answer.message, answer.problem)
    return answer.value as Value
  }
  return {
    call: (route, { path, query, body }) =>
      tell({
        kind: "relay-call",
        as,
        route,
        ...(path && { path }),
        ...(query && { query: { ...query } }),
        ...(body !== undefined && { body })
      }),
    status: () => tell({ kind: "page-status", as }),
    corrections: () => tell({ kind: "corrections-verdict" }),
    async sendFile(...[file, internal, sent, signal]) {
      if (!sendFile) throw new CallFault("not-allowed")
      const target = await tell<UploadTarget>({ kind: "upload-target" })
      return sendFile(target, file, internal, sent, signal).catch((error: unknown) => {
        if (!(error instanceof RelayFault)) throw error
        throw new CallFault(error.status === 401 ? "signed-out" : error.code, error.message)
      })
    },
    send: sendCommand,
    copy: extensionPage.copy,
    unsaved: sessionArea,
    download: extensionPage.download
  }
}
