/** Whether there is anything to read. */
export const hasWords = (markdown: string): boolean => /[\p{L}\p{N}]/u.test(markdown)

/** Lower case, without the dot; "" where there is none. */
export const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""
