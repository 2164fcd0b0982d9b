import type { PromiseSaid } from "../../checks/speech/earlier-promises.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { MaskedText, OutgoingPromise, OutgoingTicket } from "../../protocol/outgoing.ts"
import type { Identity } from "../../ticket/looked-up.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { MaskingChoices, TicketPeople } from "./copilot-parts.ts"

/**
 * The only way out of the browser. Text that people write becomes a `MaskedText` in egress.ts and nowhere else, and
 * only masked text can become a body that relay-client.ts accepts. tests/house/egress.test.ts checks that.
 */
export interface Egress {
  /**
   * Masks a ticket. Of one that is too long the first and the newest messages leave. `older` counts the others, which
   * are masked too, because who is named in them must be masked in the rest.
   * @throws as `Masker`; nothing may be sent then
   */
  ticket(
    ticket: Ticket,
    table: MaskTable | undefined,
    overrides: MaskingChoices["told"],
    signal: AbortSignal
  ): Promise<{ masked: OutgoingTicket; table: MaskTable; older: number }>
  texts(
    texts: string[],
    known: TicketPeople,
    table: MaskTable,
    overrides: MaskingChoices["told"],
    signal: AbortSignal
  ): Promise<{ masked: MaskedText[]; table: MaskTable }>
  /**
   * Returns what masking finds in the texts of an answer, each with its name before it, so that it is sought in the
   * ticket and in facts. Nothing of it is sent.
   * @throws as `Masker`; the answer can't be used then
   */
  identitiesIn(
    texts: string[],
    known: TicketPeople,
    overrides: MaskingChoices["told"],
    signal: AbortSignal
  ): Promise<Identity[]>
  /**
   * Returns the values by which a view is asked, as the relay may have them: as they are where masking leaves them as
   * they are, or where masking takes them for a number that identifies something and the team's admin chose that the
   * relay may have this one. Any other is undefined.
   */
  viewValues(
    values: ViewValue[],
    known: TicketPeople,
    table: MaskTable,
    overrides: MaskingChoices["told"],
    signal: AbortSignal
  ): Promise<(MaskedText | undefined)[]>
  /**
   * Masks an earlier ticket of the same requester by this ticket's table, and returns of it only the sentences that
   * `find` names. What isn't word for word in the masked public thread is left out. The table grows by what they hold.
   */
  promises(
    earlier: Ticket,
    table: MaskTable,
    overrides: MaskingChoices["told"],
    find: (masked: MaskedTicket) => Promise<PromiseSaid[]>,
    signal: AbortSignal
  ): Promise<{ promises: OutgoingPromise[]; table: MaskTable }>
  /** Returns the placeholder of a customer's first name, or undefined if the name doesn't show which it is. */
  firstName(person: Ticket["requester"], table: MaskTable): { firstName: MaskedText | undefined; table: MaskTable }
  /**
   * Masks texts again that were masked before with this ticket's table. Their placeholders stay, and what is found now
   * is masked too.
   */
  again(
    texts: MaskedText[],
    known: TicketPeople,
    table: MaskTable,
    overrides: MaskingChoices["told"],
    signal: AbortSignal
  ): Promise<{ masked: MaskedText[]; table: MaskTable }>
  /**
   * Masks a lead's note on a case. A case has no table, so what is found becomes "[PERSON]", and the case's own
   * placeholders stay.
   */
  note(text: string, signal: AbortSignal): Promise<MaskedText>
}

/** A value of the ticket with its label, which tells masking what it is, as a field's name does. */
export interface ViewValue {
  label: string
  value: string
  unmasked: boolean
}
