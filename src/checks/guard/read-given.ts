import { sentences } from "../../text/sentences.ts"
import { withoutInjection } from "../injection/find-injection.ts"
import { compact, plainOf } from "./basis/plain.ts"
import type { Given } from "./basis/given.ts"
import { emailsIn } from "./find/email.ts"
import { hostsIn } from "./find/link.ts"
import { paymentWays } from "./find/payment.ts"
import { knownNumbers } from "./find/phone.ts"
import { remoteWays } from "./find/remote-control.ts"
import { identityWays } from "./find/request/secret.ts"

/** Reads the ticket and the sources once. */
export function givenOf(thread: { role: string; text: string }[], sources: string[]): Given {
  const ours = [...sources, ...thread.filter(({ role }) => role !== "customer").map(({ text }) => text)]
    .map((text) => plainOf(text).text)
    .join("\n")
  const theirs = thread
    .filter(({ role }) => role === "customer")
    // A link or a contact in an order to a machine is one that the order wants in the reply.
    .map(({ text }) => plainOf(withoutInjection(text)).text)
    .join("\n")
  const text = `${ours}\n${theirs}`
  // Thousands of drafts can be open at once, so what is seldom asked for is made again from what is kept anyway.
  const end = ours.length
  const written = [...thread.map((message) => message.text), ...sources]
  const whole = once(() => compact(text))
  const said = once(() =>
    sentences(
      text
        .slice(0, end)
        .replace(/^[ \t]*>.*$/gm, "")
        .replace(/\n{4,}/g, "\n\n")
    )
  )
  const told = {
    "remote-control": once(() => new Set(remoteWays(said()))),
    payment: once(() => new Set(paymentWays(said()))),
    "secret-request": once(() => new Set(identityWays(said())))
  }
  return {
    text,
    links: hostsIn(ours, theirs),
    emails: new Set(emailsIn(text).map(({ address }) => address)),
    numbers: knownNumbers(text),
    holds: (words) => {
      const sought = compact(words)
      return sought.length >= 4 && whole().includes(sought)
    },
    holdsHidden: (words) => written.join("\n").includes(words),
    tells: (kind, ways) => {
      const known = told[kind]()
      return known.size > 0 && ways.every((way) => way === "any" || known.has(way))
    }
  }
}

/** Delays the work until it is needed, because most drafts ask for nothing of the kind. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
