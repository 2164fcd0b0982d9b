/**
 * Returns the address of a ticket in its helpdesk, or undefined if it can't be told: the site is hashed or unknown, or
 * the helpdesk's addresses aren't known here.
 */
export function ticketLink({
  site,
  helpdesk,
  ticketId
}: {
  site: string
  helpdesk: string
  ticketId: string
}): string | undefined {
  const path = PATHS[helpdesk]
  if (path === undefined || !/^https?:\/\//.test(site) || !/^\d+$/.test(ticketId)) return undefined
  return `${site.replace(/\/$/, "")}${path}${ticketId}`
}

const PATHS: Readonly<Record<string, string>> = {
  freescout: "/conversation/",
  redmine: "/issues/",
  "request-tracker": "/Ticket/Display.html?id=",
  zammad: "/#ticket/zoom/",
  zendesk: "/agent/tickets/"
}
