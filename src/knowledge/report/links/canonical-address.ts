/**
 * Normalises an address so that all addresses of a page are the same: without scheme, `www`, fragment and query. Of a
 * helpdesk's article only the number is kept, without its words.
 */
export function canonicalAddress(address: string): string {
  const url = URL.parse(address)
  if (!url) return address.toLowerCase()
  const path = decodedPath(url.pathname)
    .toLowerCase()
    .replace(/\/(?:index\.html?)?$/, "")
    .replace(/(\/articles\/\d+)-[^/]*$/, "$1")
  return url.host.replace(/^www\./, "") + path
}

/** Returns the folder of a canonical address, without the page itself. */
export const folderOf = (address: string): string => address.slice(0, address.lastIndexOf("/") + 1)

/** Returns "größe" for "gr%C3%B6%C3%9Fe". */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    // A path such as "100%-cotton" isn't encoded and stays as it is.
    if (error instanceof URIError) return path
    throw error
  }
}
