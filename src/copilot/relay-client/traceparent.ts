/**
 * Returns a new value of the header `traceparent` (W3C Trace Context), by which a relay that makes traces begins its own
 * with the press in the browser. It is random and new for each request, so it says nothing of the ticket or the person
 * and links no two requests.
 */
export function newTraceparent(): string {
  return `00-${hex(16)}-${hex(8)}-01`
}

/** Random bytes are all zero, which the standard forbids, once in 2^64. */
function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join(
    ""
  )
}
