/** Returns whether the text has any letters or digits. */
export const hasWords = (markdown: string): boolean => /[\p{L}\p{N}]/u.test(markdown)

/** Returns the ending in lower case and without the dot, or "" if there is none. */
export const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""
