import { sentences } from "../../text/sentences.ts"
import { withoutInjection } from "../injection/find-injection.ts"
import { compact, plainOf } from "./basis/plain.ts"
import type { Given } from "./basis/given.ts"
import { emailsIn } from "./find/email.ts"
import { indirectWays } from "./find/indirect/find-indirect.ts"
import { stepsIn } from "./find/indirect/steps.ts"
import { hasSign } from "./find/indirect/signs.ts"
import type { Sign } from "./words/indirect.ts"
import { hostsIn } from "./find/link.ts"
import { paymentWays } from "./find/payment.ts"
import { knownNumbers } from "./find/phone.ts"
import { remoteWays } from "./find/remote-control.ts"
import { identityWays } from "./find/request/secret.ts"
import { once } from "../../text/memo/text-memory.ts"

/** Reads the ticket and the sources once. */
export function givenOf(thread: { role: string; text: string }[], sources: string[]): Given {
  const ours = [...sources, ...thread.filter(({ role }) => role !== "customer").map(({ text }) => text)].map(
    (text) => plainOf(text).text
  )
  const theirs = thread
    .filter(({ role }) => role === "customer")
    // A link or a contact in an order to a machine is one that the order wants in the reply.
    .map(({ text }) => plainOf(withoutInjection(text)).text)
  const written = [...thread.map((message) => message.text), ...sources]
  // Thousands of drafts can be open at once, and few need the whole text: it is joined anew from what is kept anyway.
  const whole = () => [...ours, ...theirs].join("\n")
  const letters = once(() => compact(whole()))
  const words = once(() => new Set(wordStarts(whole())))
  const said = once(() => {
    const quoteless = ours.join("\n").replace(/^[ \t]*>.*$/gm, "")
    return sentences(quoteless.replace(/\n{4,}/g, "\n\n"))
  })
  // Most drafts ask for nothing of the kind.
  const ways = {
    "remote-control": once(() => new Set(remoteWays(said()))),
    payment: once(() => new Set(paymentWays(said()))),
    "secret-request": once(() => new Set(identityWays(said()))),
    indirect: once(() => new Set([...indirectWays(said()), ...stepsIn(said())]))
  }
  const text = whole()
  return {
    get text() {
      return whole()
    },
    links: hostsIn(ours, theirs),
    emails: new Set(emailsIn(text).map(({ address }) => address)),
    numbers: knownNumbers(text),
    holds: (words) => {
      const sought = compact(words)
      return sought.length >= 4 && letters().includes(sought)
    },
    newWords: (passage) => {
      // Without a source everything would be new.
      const all = ours.length === 0 ? [] : wordStarts(passage)
      return all.length === 0 ? 0 : all.filter((word) => !words().has(word)).length / all.length
    },
    holdsHidden: (letters) => written.join("\n").includes(letters),
    tells: (kind, asked) => {
      if (kind === "sign") return asked.every((sign) => said().some((sentence) => hasSign(sentence, sign as Sign)))
      const givenWays = ways[kind]()
      return givenWays.size > 0 && asked.every((way) => way === "any" || givenWays.has(way))
    }
  }
}

/**
 * Returns what tells the words of a text apart whatever their endings: the first five letters of each longer word, and
 * pairs of characters where words have no gaps. Takes linear time.
 */
function wordStarts(text: string): string[] {
  const small = text.toLowerCase()
  const words = (small.match(WORD) ?? []).map((word) => word.normalize("NFD").replace(/\p{M}/gu, "").slice(0, STEM))
  const runs = small.match(RUN) ?? []
  return [...words, ...runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))]
}

const STEM = 5
const WORD = /\p{Script=Latin}[\p{L}’']{3,}/gu
const RUN = /\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,}/gu
