import type { GuardKind, Found } from "../../basis/finding.ts"
import type { AnySign } from "./requests.ts"
import type { Sentence } from "../../../../text/sentences.ts"
import type { Given } from "../../basis/given.ts"
import { hasSign } from "./signs.ts"

/**
 * Finds severe steps that neither the ticket nor the sources take: sentences that stand together, have all signs of a
 * step, and consist mostly of words that nobody used. What a draft has from a source repeats the source's words.
 */
export function findSteps(said: Sentence[], given: Given): Found[] {
  return STEPS.flatMap((step) => {
    const places = placesOf(step, said, given)
    if (places.length === 0 || given.tells("indirect", [step.id])) return []
    if (step.known?.some((sign) => given.tells("sign", [sign]))) return []
    return places.map(({ start, end }): Found => ({ kind: step.kind, start, end }))
  })
}

/** Returns the steps that these sentences of the team take. */
export const stepsIn = (said: Sentence[]): string[] =>
  STEPS.filter((step) => placesOf(step, said).length > 0).map(({ id }) => id)

function placesOf(step: Step, said: Sentence[], given?: Given): Sentence[] {
  const { parts, together = [], unless = [], anyWords = false } = step
  const has = (sentence: Sentence, signs: readonly AnySign[]) => signs.some((sign) => hasSign(sentence, sign, given))
  if (!parts.every((signs) => said.some((sentence) => has(sentence, signs)))) return []
  const isStep = (window: Sentence[]) =>
    parts.every((signs) => window.some((sentence) => has(sentence, signs))) &&
    (together.length === 0 || window.some((sentence) => together.every((part) => has(sentence, parts[part] ?? [])))) &&
    !window.some((sentence) => has(sentence, unless)) &&
    (anyWords || !given || given.newWords(window.map(({ text }) => text).join("\n")) >= NEW)
  const places = new Set<Sentence>()
  said.forEach((_, at) => {
    const window = said.slice(Math.max(0, at - SENTENCES_BEFORE), at + 1)
    if (!isStep(window)) return
    window.filter((sentence) => parts.some((signs) => has(sentence, signs))).forEach((one) => places.add(one))
  })
  return [...places]
}

const SENTENCES_BEFORE = 2
/** The share of words that must be new. Drafts from sources have half as many, and made-up steps seldom less. */
const NEW = 0.6

/**
 * Something severe that a customer is made to do, described by what it takes: an act, its object, and that we do the rest
 * or wave a doubt aside. Each is a whole class of words, so a step is only one if its sentences are new to the ticket.
 */
interface Step {
  id: string
  kind: GuardKind
  /** One sign of each of these must stand there. */
  parts: readonly (readonly AnySign[])[]
  /** Parts, by their place, that must stand in one sentence. */
  together?: readonly number[]
  /** A source or an agent who names one of these takes the step, too. */
  known?: readonly AnySign[]
  /** With one of these in its sentences it is no such step. */
  unless?: readonly AnySign[]
  /** It counts in whatever words: what it needs is a name or a file that nobody gave. */
  anyWords?: boolean
}

/** What is asked for is harmless, or only the customer types it in. */
const HARMLESS = ["plain", "own"] as const

/** We do the rest, or a doubt is waved aside. */
const PRESSED = ["agent-acts", "despite-all", "other-place"] as const
/** What brings a secret, or what it stands on. */
const CARRIERS = ["secret-carrier", "card-word", "card-face", "id-paper", "face", "papers"] as const

const STEPS: readonly Step[] = [
  // Something secret is given away.
  {
    id: "signs-told",
    kind: "secret-request",
    parts: [["hand"], ["signs"], PRESSED],
    together: [0, 1],
    unless: HARMLESS
  },
  {
    id: "code-told",
    kind: "secret-request",
    parts: [["hand"], ["signs"], ["secret-carrier", "arrives", "card-face"], [...PRESSED, "arrives", "card-face"]],
    together: [0, 1],
    unless: HARMLESS
  },
  {
    id: "typed-told",
    kind: "secret-request",
    parts: [["hand"], ["typing", "field", "way-in"]],
    together: [0, 1],
    unless: HARMLESS
  },
  {
    id: "typed-for-us",
    kind: "secret-request",
    parts: [["hand"], ["typing", "field", "way-in"], ["agent-acts"]],
    unless: HARMLESS
  },
  { id: "card-told", kind: "secret-request", parts: [["hand"], ["card-word"], ["card-face"]], unless: HARMLESS },
  { id: "paper-shown", kind: "secret-request", parts: [["hand"], ["picture"], ["id-paper"]], known: ["id-paper"] },
  {
    id: "picture-told",
    kind: "secret-request",
    parts: [["hand"], ["picture"], [...CARRIERS, "signs"], PRESSED],
    together: [0, 1],
    unless: HARMLESS
  },
  {
    id: "mail-handed-on",
    kind: "secret-request",
    parts: [["forward"], ["mail-comes", "link-inside", "no-click"], ["hand", "agent-acts"]],
    together: [0, 1],
    unless: HARMLESS
  },
  {
    id: "mail-left-closed",
    kind: "secret-request",
    parts: [["forward"], ["mail-comes"], ["no-click", "link-inside"]],
    unless: HARMLESS
  },
  {
    id: "pressed",
    kind: "secret-request",
    parts: [["agent-acts"], ["despite-all"], ["hand", "consent", "insert-line", "scan-it"]],
    unless: HARMLESS
  },
  // A request on a device is agreed to, or a device is joined.
  {
    id: "prompt-agreed",
    kind: "secret-request",
    parts: [["consent"], ["prompt-comes", "asks-you"], [...PRESSED, "is-it-you"]],
    known: ["prompt-comes"]
  },
  {
    id: "agreed-for-us",
    kind: "secret-request",
    parts: [["consent"], ["secret-carrier", "prompt-comes"], ["agent-acts", "other-place"]],
    known: ["prompt-comes"]
  },
  {
    id: "picture-scanned",
    kind: "secret-request",
    parts: [["scan-it"], ["pattern-thing"], ["shown-here", "hand", "agent-acts"]],
    known: ["pattern-thing"]
  },
  {
    id: "scanned-to-sign-in",
    kind: "secret-request",
    parts: [["scan-it"], ["linked-up"], ["agent-acts"], ["pattern-thing", "shown-here", "image"]],
    known: ["pattern-thing"]
  },
  // Somebody else gets into a device.
  { id: "worked-on", kind: "remote-control", parts: [["we-operate"]], known: ["we-operate"] },
  {
    id: "program-run",
    kind: "remote-control",
    parts: [["run-it"], ["program-thing"], PRESSED, ["sent-by-us", "agent-acts"]],
    together: [0, 1]
  },
  {
    id: "program-sent",
    kind: "remote-control",
    parts: [["run-it"], ["program-thing"], ["sent-by-us"], PRESSED]
  },
  { id: "run-all-the-same", kind: "remote-control", parts: [["run-it"], ["agent-acts"], ["despite-all"]] },
  {
    id: "program-file",
    kind: "remote-control",
    parts: [["risky-file"], ["run-it", "sent-by-us", "give-access"]],
    anyWords: true
  },
  { id: "line-put-in", kind: "remote-control", parts: [["insert-line"], ["line-given"], ["shell"]], together: [0, 1] },
  {
    id: "way-in-opened",
    kind: "remote-control",
    parts: [["give-access", "hand"], ["access-right"]],
    together: [0, 1],
    known: ["access-right"]
  },
  {
    id: "protection-lowered",
    kind: "remote-control",
    parts: [
      ["turn-off", "switch-off"],
      ["protection-thing", "protection"]
    ],
    together: [0, 1],
    known: ["turn-off", "switch-off"]
  },
  {
    id: "protection-left-off",
    kind: "remote-control",
    parts: [["turn-off", "switch-off", "leave-off"], ["protection-thing", "protection"], PRESSED],
    known: ["turn-off", "switch-off"]
  },
  {
    id: "switch-risked",
    kind: "remote-control",
    parts: [
      ["risky-switch"],
      ["give-access", "consent", "run-it"],
      [...PRESSED, "program-thing", "sent-by-us", "we-operate", "unverified"]
    ],
    known: ["risky-switch"]
  },
  // Money leaves the firm's own ways.
  {
    id: "cash-handed",
    kind: "payment",
    parts: [["cash-thing"], ["cash-way", "wrapped", "cash-machine"], ["pay-it"]],
    together: [0, 1],
    known: ["cash-thing"]
  },
  {
    id: "amount-wrapped",
    kind: "payment",
    parts: [["amount"], ["wrapped"], ["carried", "no-trace"], ["pay-it"]],
    together: [0, 1]
  },
  {
    id: "value-told",
    kind: "payment",
    parts: [["token-money"], ["hand"], ["signs", "picture", "buy-it", "slip-number"]],
    known: ["token-money"],
    unless: HARMLESS
  },
  {
    id: "value-bought",
    kind: "payment",
    parts: [["token-money"], ["buy-it"], PRESSED],
    known: ["token-money"]
  },
  { id: "private-payment", kind: "payment", parts: [["private-payee"], ["pay-it"]], known: ["private-payee"] },
  // The talk goes on elsewhere.
  {
    id: "handle-given",
    kind: "messenger",
    parts: [["handle"], ["add-me", "pay-it", "talk-privately"]],
    together: [0, 1],
    anyWords: true
  },
  {
    id: "private-talk",
    kind: "messenger",
    parts: [["talk-privately"], ["add-me"], ["app-drawing", "nickname", "private", ...PRESSED]],
    together: [0, 1]
  },
  {
    id: "address-rebuilt",
    kind: "link",
    parts: [
      ["rebuilt", "gaps"],
      ["address-line", "typing-place"],
      ["insert-line", "visit"]
    ],
    known: ["rebuilt"],
    anyWords: true
  }
]
