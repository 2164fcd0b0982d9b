/** What ticket and sources hold, read once. */
export interface Given {
  /** Plain, with the case it had. */
  text: string
  links: KnownLinks
  emails: ReadonlySet<string>
  numbers: KnownNumbers
  /**
   * Whether these words stand there, whatever signs and spaces are between them. Less than four letters and digits tell
   * nothing.
   */
  holds(words: string): boolean
  /** Whether these characters stand there to the letter, hidden ones among them. */
  holdsHidden(letters: string): boolean
  /**
   * Whether sources or agents tell customers to go each of these ways: a program, a service, a copy of an identity
   * card. What a customer writes, or an agent quotes, doesn't count.
   */
  tells(kind: "remote-control" | "payment" | "secret-request", ways: string[]): boolean
}

/** What is known of links. Addresses without scheme, "www.", closing slash, in lower case. */
export interface KnownLinks {
  /** Pages, and all that stand above them: help.example/a, help.example. */
  pages: ReadonlySet<string>
  /** Hosts that sources or agents name; a page of theirs that nobody named is the model's guess, and only warned of. */
  ours: ReadonlySet<string>
  /** And those that the customer names. */
  all: ReadonlySet<string>
}

/** Numbers of ticket and sources. */
export interface KnownNumbers {
  /** As they stand. */
  whole: Written
  /** Also without what stands beside them: an hour, the number of a room. */
  loose: Written
}

/**
 * By the digits without country's code or leading 0: the numbers that stand with a country's code; none where one
 * stands without.
 */
export type Written = ReadonlyMap<string, ReadonlySet<string>>
