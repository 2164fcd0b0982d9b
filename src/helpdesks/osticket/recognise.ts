import type { Recogniser } from "../contract/adapter.ts"

/** The ticket's id, or its number, in the address. Steps within the staff panel change it before anything is drawn. */
export const recogniseOsticket: Recogniser = ({ url: { pathname, search } }) =>
  pathname.endsWith("/scp/tickets.php") && /[?&](?:id=\d|number=[^&])/.test(search)
