import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"
import { sentences } from "../../text/sentences.ts"
import type { MaskedMessage } from "../../ticket/masked-ticket.ts"
import { findInjection, withoutInjection } from "../injection/find-injection.ts"
import { courtesyOf, agentActs, customerActs, type SpeechActs } from "./speech-acts.ts"

/** A sentence of a thread with what it does. */
export interface Said {
  text: string
  message: MaskedMessage
  /** The place of the message in the thread. */
  at: number
  acts: SpeechActs
}

/** Returns the sentences that the writer added, without quotes, greetings, closings and instructions to a machine. */
export function saidIn(message: MaskedMessage, at: number, language: string | null): Said[] {
  const { visible } = visibleReply(message.text.slice(0, SPOKEN_CHARACTERS))
  const courtesy = courtesyOf(language)
  return withoutInjection(ownWords(message, visible))
    .split("\n")
    .map((line) => beforeInjection(line, language))
    .join("\n")
    .split(/\n{2,}/)
    .flatMap((paragraph) => sentences(paragraph, language))
    .map(({ text }) => text.replace(/\s+/g, " "))
    .filter((text) => /\p{L}{2}/u.test(text) && !/[,،、]$/.test(text) && !courtesy?.test(text))
    .map((text) => ({
      text,
      message,
      at,
      acts: message.role === "customer" ? customerActs(text, language) : agentActs(text, language)
    }))
}

/** Returns a line up to the sentence in which an instruction to a machine begins. */
function beforeInjection(line: string, language: string | null): string {
  if (findInjection(line) === undefined) return line
  const own = sentences(line, language).map(({ text }) => text)
  const first = own.findIndex((text) => findInjection(text) !== undefined)
  return own.slice(0, Math.max(0, first)).join(" ")
}

/** A customer writes no internal note, and what stands below a mail's header is somebody else's. */
const ownWords = ({ role }: MaskedMessage, text: string): string =>
  role === "customer" ? text.slice(0, FOREIGN.exec(text)?.index ?? text.length) : text
const FOREIGN =
  /^[-=_* ]*(?:internal note|interne notiz|note interne|nota interna|社内メモ)|^(?:from|von|de|da) ?: .*\n(?:to|an|à|a|para) ?: /imu

/** Leaves out sentences with a figure that the same side corrected later: "the 14th, not the 4th". */
export function withoutCorrected(said: Said[]): Said[] {
  const corrections = said.flatMap((one) => {
    const [, before, after] = CORRECTED.exec(one.text) ?? []
    const figure = before ?? after
    return figure === undefined ? [] : [{ one, figure: new RegExp(`(?<!\\d)${escapeRegExp(figure)}(?!\\d)`, "u") }]
  })
  return said.filter(
    ({ at, text, message }) =>
      !corrections.some(({ one, figure }) => one.at > at && one.message.role === message.role && figure.test(text))
  )
}
const CORRECTED =
  /(?<!\p{L})(?:not|nicht|pas|no|não) (?:the |am |den |le |la |el |a |o |on |at )?([£€$]?\d[\d.,:]*\d|\d)|(\d[\d.,:]*)[^、。]{0,4}ではなく/iu

/** Returns at most so many, the newest of those that tell most and then the newest others, in the thread's order. */
export function mostTelling(said: Said[], tellsMost: (one: Said) => boolean, most = MAX_LINES): Said[] {
  const newest = new Set([...said.filter(tellsMost).slice(-most), ...said.toReversed()])
  const newestKeys = new Set([...newest].slice(0, most))
  return said.filter((one) => newestKeys.has(one))
}

/** How many characters of a message are read. */
export const SPOKEN_CHARACTERS = 20_000
const MAX_LINES = 4
