/** What a word can be in an address. */
export type Kind = "number" | "part" | "name" | "link" | undefined

/** Words in a row that can all stand in an address. */
export interface Piece {
  from: number
  to: number
  /** Nothing else stands in its clause. */
  whole: boolean
  numbers: number
  parts: number
  names: number
  /** Its names include one that is no ordinary word. */
  distinct: boolean
}

/** How far an address extends to one side, and what it takes in there. */
export interface Reach {
  at: number
  parts: number
  numbers: number
}

/** How two pieces of an address are joined. */
export type Joint = "space" | "comma" | "line"
