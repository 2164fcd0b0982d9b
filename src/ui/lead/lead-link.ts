import { sessionArea, type KeyValue } from "../../platform/key-value.ts"
import { extensionPage } from "../../platform/extension-page.ts"
import type { LeadAnswer, LeadCommand, LeadKind, LeadValues } from "../../protocol/lead.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Review } from "../../protocol/review.ts"
import { sendCommand } from "../agent/state/panel-link.ts"

/** The connection between a lead's page and the background worker. Tests pass one of their own. */
export interface LeadLink {
  /** @throws LeadFault */
  ask<K extends LeadKind>(command: Extract<LeadCommand, { kind: K }>): Promise<LeadValues[K]>
  send(command: PanelCommand): Promise<CommandAnswer>
  /** What isn't saved yet. It is in the browser's memory only, because it may contain a customer's words. */
  unsaved: KeyValue
  /** Saves a file among the person's downloads. */
  download(name: string, type: string, text: string): void
}

/** A failed question. `review` is the one that the relay has in place of the one that was to be saved. */
export class LeadFault extends Error {
  override name = "LeadFault"
  readonly code: string
  readonly review: Review | undefined
  constructor(code: string, message = "", review?: Review) {
    super(message)
    this.code = code
    this.review = review
  }
}

export const leadLink: LeadLink = {
  ask: createLeadAsk((command) => extensionPage.ask(command)),
  send: sendCommand,
  unsaved: sessionArea,
  download: extensionPage.download
}

/** Creates `LeadLink.ask` from a function that sends a command to the background worker. */
export function createLeadAsk(carry: (command: LeadCommand) => Promise<LeadAnswer | undefined>): LeadLink["ask"] {
  return async <K extends LeadKind>(command: Extract<LeadCommand, { kind: K }>) => {
    const answer = await carry(command).catch(
      (error: unknown): LeadAnswer => ({ ok: false, code: "no-answer", message: String(error) })
    )
    if (!answer) throw new LeadFault("no-answer")
    if (!answer.ok) throw new LeadFault(answer.code, answer.message, answer.review)
    return valueOf(command.kind, answer)
  }
}

/** Both sides belong to one build, so a kind is answered with its own value. */
function valueOf<K extends LeadKind>(_: K, { value }: { value: LeadValues[LeadKind] }): LeadValues[K]
function valueOf(_: LeadKind, { value }: { value: LeadValues[LeadKind] }): LeadValues[LeadKind] {
  return value
}
