/**
 * An address by which the same page is the same: without scheme, `www`, mark and query; of a helpdesk's article the
 * number without its words.
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

/** The folder of a canonical address, itself without it. */
export const folderOf = (address: string): string => address.slice(0, address.lastIndexOf("/") + 1)

/** "größe" of "gr%C3%B6%C3%9Fe". */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    // "100%-cotton" is a path too, as it stands.
    if (error instanceof URIError) return path
    throw error
  }
}
