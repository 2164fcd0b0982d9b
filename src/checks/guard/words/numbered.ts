/** Two lists, word by word, as one table. */
export function numbered(words: string, values: string): Record<string, number> {
  const list = values.split(" ").map(Number)
  return Object.fromEntries(words.split(" ").map((word, at) => [word, list[at] ?? 0]))
}
