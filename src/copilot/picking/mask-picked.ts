import type { PanelPicking } from "../../protocol/picking/pick-commands.ts"
import type { PickState } from "../../protocol/picking/picking.ts"
import { TAUGHT_PAGE } from "../../ticket/page-recipe.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { Egress } from "../relay-client/egress-contract.ts"

/** The masked texts of what would be read, and the unmasked ones that they were made of. */
export interface MaskedTexts {
  of: string
  subject?: string
  messages: Map<string, string>
}

/** Returns what identifies the texts that would be read. */
export function textsOf({ subject, messages }: PickState): string {
  const read = messages.filter(({ out }) => out === undefined)
  return JSON.stringify([subject, read.map(({ id, role, text, author }) => [id, role, text, author])])
}

/** Masks what would be read, as it would leave the browser. @throws as `Masker` */
export async function maskPicked(egress: Egress, state: PickState): Promise<MaskedTexts> {
  const { masked } = await egress.ticket(asTicket(state), undefined, undefined, AbortSignal.timeout(MASK_MS))
  const messages = new Map(masked.messages.map(({ id, text }) => [id, text]))
  return { of: textsOf(state), subject: masked.subject, messages }
}

/**
 * Returns what the panel shows of a page in which somebody is pointing. A text that isn't masked yet is left out. Of
 * what isn't read only is shown how much it is.
 */
export function pickingView(state: PickState, texts: MaskedTexts | undefined): Omit<PanelPicking, "tabId"> {
  const { site, step, subject, messages, reply, order, paused, aim, fault } = state
  return {
    site,
    step,
    reply,
    ...(subject === undefined ? {} : { subject: texts?.subject ?? "" }),
    ...(order === undefined ? {} : { order }),
    ...(paused === undefined ? {} : { paused }),
    ...(aim === undefined ? {} : { aim }),
    ...(fault === undefined ? {} : { fault }),
    messages: messages.map(({ id, role, author, at, text, shown, out }) => ({
      id,
      ...(role && { role }),
      ...(at === undefined ? {} : { at }),
      shown,
      ...(out ? { out, author, lines: text.split("\n").length } : { text: texts?.messages.get(id) ?? "" })
    }))
  }
}

/** In milliseconds, for what is only shown. */
const MASK_MS = 10_000

function asTicket({ subject = "", messages }: PickState): Ticket {
  const read = messages.filter(({ out }) => out === undefined)
  const customer = read.find(({ role, author }) => role === "customer" && author !== "")?.author
  return {
    helpdesk: TAUGHT_PAGE,
    ticketId: "shown",
    subject,
    requester: customer ? { name: customer } : {},
    people: read.map(({ author }) => ({ name: author })).filter(({ name }) => name !== "" && name !== customer),
    tags: [],
    messages: read.map(({ id, author, role = "customer", at = "", text }) => ({
      id,
      author,
      role,
      visibility: "public",
      at,
      text
    }))
  }
}
