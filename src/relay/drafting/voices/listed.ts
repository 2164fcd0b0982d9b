/** Returns quoted names as a list: “A”, “B” or “C”. */
export function listed(names: string[], open: string, close: string, or: string): string {
  const quoted = names.map((name) => open + name + close)
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].join(` ${or} `)
}
