const ADDRESS = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[^\s<>()[\]"',;:]+/

/** Returns the first address in a text, in small letters, or undefined when there is none. */
export const addressIn = (text: string | null | undefined): string | undefined =>
  ADDRESS.exec(text ?? "")?.[0].toLowerCase()

/**
 * Returns the addresses of a list such as "Ana Lind <ana@post.example>, bo@post.example", in small letters. What a name
 * in quotes says is no address.
 */
export const addressesIn = (list: string): string[] =>
  list
    .replace(/"[^"]*"/g, "")
    .split(/[,;]/)
    .flatMap((one) => addressIn(/<[^<>]*>/.exec(one)?.[0] ?? one) ?? [])
