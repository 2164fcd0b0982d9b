/** Counts the open connections of each address. */
export interface ConnectionCount {
  /**
   * Counts a new connection, and calls `refuse` if its address has too many, now or in a moment.
   * @returns what is called once the connection has closed
   */
  enter(address: string, refuse: () => void): () => void
}

/** Counts within this process. An address may have `most` open connections. */
export function countConnections(most: number): ConnectionCount {
  const open = new Map<string, number>()
  return {
    enter(address, refuse) {
      const count = (open.get(address) ?? 0) + 1
      if (count > most) {
        refuse()
        return () => undefined
      }
      open.set(address, count)
      return () => {
        const rest = (open.get(address) ?? 1) - 1
        if (rest === 0) open.delete(address)
        else open.set(address, rest)
      }
    }
  }
}
