/**
 * Says, from as little as possible, whether a page may show a ticket of this helpdesk, or else a list of tickets. It is
 * the only part of a helpdesk that is loaded into every page that the agent allowed. The adapter is loaded afterwards
 * and looks more closely (at a list only when its tickets are to be prepared). It is called at page load, when the page
 * becomes visible, and at each step of a single-page helpdesk before anything is drawn, when only the address is known.
 *
 * Ask for the `document` only where the address allows a ticket or a list: the first use of a page's document costs a
 * third of all that is done in a page without one.
 */
export type Recogniser = (page: { document: Document; url: Address }) => boolean | "list"

/** What is read of a page's address, which its own `location` has too. */
export type Address = Pick<URL, "hostname" | "pathname" | "search" | "hash">
