import { percentDecoded } from "../../../text/words/percent-decoded.ts"

/**
 * Normalises an address so that all addresses of a page are the same: without scheme, `www`, fragment and query. Of a
 * helpdesk's article only the number is kept, without its words.
 */
export function canonicalAddress(address: string): string {
  const url = URL.parse(address)
  if (!url) return address.toLowerCase()
  const path = percentDecoded(url.pathname)
    .toLowerCase()
    .replace(/\/(?:index\.html?)?$/, "")
    .replace(/(\/articles\/\d+)-[^/]*$/, "$1")
  return url.host.replace(/^www\./, "") + path
}

/** Returns the folder of a canonical address, without the page itself. */
export const folderOf = (address: string): string => address.slice(0, address.lastIndexOf("/") + 1)
