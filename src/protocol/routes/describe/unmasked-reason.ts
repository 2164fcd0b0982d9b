/**
 * Why a body may leave the browser unmasked. None contains a word of a ticket, except one that somebody chose to send
 * to the team. docs/privacy.md lists them.
 */
export type UnmaskedReason =
  /** A code that the relay made with a public key, or signed tokens of the relay. */
  | "pairing"
  /**
   * Words that every browser of the team has to know in order to mask by them. A sentence beside the box says that they
   * are sent unmasked.
   */
  | "team-words"
  /**
   * An admin's commands: a colleague's name for a code, numbers and switches, the address of a webhook, a lookup, a
   * voice, a playbook, which places of pages the team shares.
   */
  | "admin"
  /**
   * Where an admin says that knowledge comes from, and when: addresses, names of queues and projects, times, and the
   * secret that a webhook's sender made.
   */
  | "knowledge"
  /** The name of a tone rule, and what the agent decided about it. */
  | "tone"
  /**
   * How often which part of a helpdesk's page no longer looked as this version knows it: names of parts and helpdesks
   * out of fixed lists, versions and counts. It holds no word of a page, and neither a ticket's number nor a person's
   * name, so there is nothing to mask.
   */
  | "page-fits"
  /**
   * Where a page has its ticket, as an agent has shown it and chosen to share it: the site's origin, selectors, names of
   * attributes, and words of fixed lists. The schema lets nothing else through, so no word of a ticket is in it.
   */
  | "page-recipe"
  /** The ids of a solved ticket and a page, both as the relay told them. */
  | "past-ticket"
