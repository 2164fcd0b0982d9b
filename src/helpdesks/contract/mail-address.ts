/** Returns the first address in a text, in small letters, or undefined when there is none. */
export const addressIn = (text: string | null | undefined): string | undefined =>
  (text ?? "")
    .split(/[\s<>()[\]"',;:]+/)
    .find(isAddress)
    ?.toLowerCase()

/** Returns whether a word holds "a@b.c". One pattern would look for the @ and the full stop from each character. */
function isAddress(word: string): boolean {
  const at = word.indexOf("@", 1)
  return at > 0 && word.slice(0, -1).lastIndexOf(".") >= at + 2
}

/**
 * Returns the addresses of a list such as "Ana Lind <ana@post.example>, bo@post.example", in small letters. What a name
 * in quotes says is no address.
 */
export const addressesIn = (list: string): string[] =>
  list
    .replace(/"[^"]*"/g, "")
    .split(/[,;]/)
    .flatMap((one) => addressIn(/<[^<>]*>/.exec(one)?.[0] ?? one) ?? [])
