/**
 * Tells, from as little as possible, that a page may show a ticket of this helpdesk, or else a list of them. It is all
 * of a helpdesk that is loaded into every page the agent allowed; the adapter comes after it, and looks more closely
 * (to a list only where its tickets are to be prepared). Asked at page load, when the page comes into view, and at each
 * step of a single-page helpdesk, before it has drawn anything: there the address has to do.
 */
export type Recogniser = (page: { document: Document; url: URL }) => boolean | "list"
