import { compact, plainOf } from "./plain.ts"
import { emailsIn } from "./find/email.ts"
import { hostsIn, type KnownLinks } from "./find/link.ts"
import { knownNumbers, type KnownNumbers } from "./find/phone.ts"

/** What ticket and sources hold, read once. */
export interface Given {
  /** Plain, with the case it had. */
  text: string
  links: KnownLinks
  emails: ReadonlySet<string>
  numbers: KnownNumbers
  /** Whether these words stand there, whatever signs and spaces are between them. Less than four letters and digits tell nothing. */
  holds(words: string): boolean
  /** Whether these characters stand there to the letter, hidden ones among them. */
  holdsHidden(letters: string): boolean
}

export function givenOf(thread: { role: string; text: string }[], sources: string[]): Given {
  const ours = [...sources, ...thread.filter(({ role }) => role !== "customer").map(({ text }) => text)].map((text) => plainOf(text).text).join("\n")
  const theirs = thread.filter(({ role }) => role === "customer").map(({ text }) => plainOf(text).text).join("\n")
  const text = `${ours}\n${theirs}`
  const whole = compact(text)
  const letters = [...thread.map((message) => message.text), ...sources].join("\n")
  return {
    text,
    links: hostsIn(ours, theirs),
    emails: new Set(emailsIn(text).map(({ address }) => address)),
    numbers: knownNumbers(text),
    holds: (words) => {
      const sought = compact(words)
      return sought.length >= 4 && whole.includes(sought)
    },
    holdsHidden: (words) => letters.includes(words)
  }
}
