/** What the ticket and the sources contain, read once. */
export interface Given {
  /** The plain text in its original case. */
  text: string
  links: KnownLinks
  emails: ReadonlySet<string>
  numbers: KnownNumbers
  /**
   * Says whether the text contains these words, whatever signs and spaces are between them. With fewer than four
   * letters and digits the answer is no evidence.
   */
  holds(words: string): boolean
  /** The share of a text's longer words that neither ticket nor sources have, from 0 to 1; 0 without sources. */
  newWords(text: string): number
  /** Says whether the text contains exactly these characters, including hidden ones. */
  holdsHidden(letters: string): boolean
  /**
   * Says whether sources or agents recommend each of these ways to customers: a program, a service, a copy of an
   * identity card. For "sign", whether they name something of these classes of words. What a customer writes, or an
   * agent quotes, doesn't count.
   */
  tells(kind: "remote-control" | "payment" | "secret-request" | "indirect" | "sign", ways: string[]): boolean
}

/** The known links. Their URLs are in lower case without scheme, "www." and closing slash. */
export interface KnownLinks {
  /** Pages and all levels above them: help.example/a, help.example. */
  pages: ReadonlySet<string>
  /**
   * Hosts that sources or agents name. A page on them that nobody named was guessed by the model and only causes a
   * warning.
   */
  ours: ReadonlySet<string>
  /** The same, and the hosts that the customer names. */
  all: ReadonlySet<string>
}

/** The numbers of ticket and sources. */
export interface KnownNumbers {
  /** The numbers as they are written. */
  whole: Written
  /** The numbers also without what stands beside them, such as an hour or the number of a room. */
  loose: Written
}

/**
 * Maps a number's digits without country code or leading 0 to the full numbers that are written with a country code.
 * The set is empty when the number is written without one.
 */
export type Written = ReadonlyMap<string, ReadonlySet<string>>
