/** A link to a conversation, "/open/cnv_1i8zhbo", or its address in an inbox, "/inboxes/.../117421069338". */
const LINK = /^\/open\/(cnv_[a-z0-9]{1,20})(?:\/|$)/
/** Inboxes, folders and views have shorter numbers. */
const OPEN = /^\/(?:inboxes|tags|search|contacts)\/(?:[^?]+\/)?(\d{10,18})(?:\/|$)/

/** Front has one host, and one more for each company. */
export const isFront = ({ hostname }: Pick<URL, "hostname">): boolean =>
  /^(?!api)[a-z0-9-]+\.frontapp\.com$/.test(hostname)

/**
 * Returns the id by which Front's API knows the conversation that an address of Front names, or undefined if it names
 * none. An address has the same number as the id, which writes it to the base of 36.
 */
export function frontConversation(url: URL): string | undefined {
  if (!isFront(url)) return undefined
  const [, linked] = LINK.exec(url.pathname) ?? []
  const [, number] = OPEN.exec(url.pathname) ?? []
  return linked ?? (number === undefined ? undefined : `cnv_${BigInt(number).toString(36)}`)
}
