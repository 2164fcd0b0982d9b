/** The names that leads gave to draft versions, as the relay answered last. */
let names: Readonly<Record<string, string>> = {}

/** Takes over the names of an answer, before what it answers is shown. */
export const rememberVersionNames = (answer: Readonly<Record<string, string>>): void => {
  names = answer
}

/** The name of a draft version or, without one, the beginning of its number: "7c1e55aa". */
export const versionName = (version: string): string => names[version] ?? version.slice(0, 8)
