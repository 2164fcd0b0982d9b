/** Identifies a ticket. The same number at two sites, or in two helpdesks of one site, is two tickets. */
export interface TicketReference {
  helpdesk: string
  /** The origin of the page that shows it, such as "https://lumen.zendesk.com". */
  site: string
  ticketId: string
}

/** Returns one string for a ticket. Neither a helpdesk's id nor an origin contains a space. */
export const keyOfTicket = ({ helpdesk, site, ticketId }: TicketReference): string => `${helpdesk} ${site} ${ticketId}`

export function ticketOfKey(key: string): TicketReference {
  const [helpdesk = "", site = "", ...ticketId] = key.split(" ")
  return { helpdesk, site, ticketId: ticketId.join(" ") }
}

/** The helpdesk of a ticket that is only a text which the agent selected on a page that no adapter reads. */
export const SELECTED_TEXT = "selected-text"
