/** Which ticket is meant: the same number at two sites, or in two helpdesks of one, is two tickets. */
export interface TicketReference {
  helpdesk: string
  /** Origin of the page it stands at, such as "https://lumen.zendesk.com". */
  site: string
  ticketId: string
}

/** One string for a ticket. Neither a helpdesk's id nor an origin has a space in it. */
export const keyOfTicket = ({ helpdesk, site, ticketId }: TicketReference): string => `${helpdesk} ${site} ${ticketId}`

export function ticketOfKey(key: string): TicketReference {
  const [helpdesk = "", site = "", ...ticketId] = key.split(" ")
  return { helpdesk, site, ticketId: ticketId.join(" ") }
}
