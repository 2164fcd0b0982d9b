import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"
import {
  correctionsAnswer,
  type CorrectionsAnswer,
  type CorrectionsVerdict
} from "../../protocol/operating/corrections.ts"
import { verifyCorrections } from "./verify-corrections.ts"

/**
 * Corrected selectors of helpdesks' pages, as the team's relay has them. The file is fetched when an answer of the relay
 * names another version, and checked by the trusted keys each time that it is used. Nothing of a file is used unless all
 * of it is as it should be. The highest serial of each key is kept, also after sign-out, so that an earlier file is
 * never taken again.
 * @param keys returns the keys that are trusted now
 * @param ask calls the relay; @param failed is called with the reason for which it didn't answer
 */
export function createTeamCorrections(
  local: KeyValue,
  clock: Clock,
  keys: () => Promise<readonly string[]>,
  ask: (signal: AbortSignal) => Promise<CorrectionsAnswer>,
  failed: (error: unknown) => Promise<void>
) {
  let known: CorrectionsAnswer | undefined
  let reading: Promise<CorrectionsAnswer> | undefined
  let told: number | undefined
  /** When the relay last named a version or gave the file. */
  let toldAt = Number.NEGATIVE_INFINITY
  let fetching: Promise<void> | undefined
  /** The last verdict, and on what. */
  let judged: { on: string; verdict: Promise<CorrectionsVerdict> } | undefined
  let unusable: string | undefined
  let changed: () => void = () => undefined
  /** Increases when everything is forgotten, so that an answer that comes later isn't kept. */
  let era = 0

  const read = () =>
    (reading ??= local.get(NAME).then((kept) => {
      const answer = correctionsAnswer.safeParse(kept)
      return (known ??= answer.success ? answer.data : NOTHING)
    }))
  const take = async (answer: CorrectionsAnswer) => {
    const isOther = known?.file?.signature !== answer.file?.signature
    known = answer
    reading = Promise.resolve(answer)
    judged = unusable = undefined
    await (answer.file ? local.set(NAME, answer) : local.remove(NAME))
    if (isOther) changed()
  }
  const fetchOnce = async (anyway: boolean) => {
    const before = era
    try {
      const { version } = await read()
      if (era !== before) return
      if (!anyway && (told === undefined || told === version)) return
      // An older relay names no version, because it has no corrections.
      const answer = told === 0 && !anyway ? NOTHING : await ask(AbortSignal.timeout(LONGEST_MS))
      if (era === before) await take(answer)
    } catch (error) {
      await failed(error)
    }
  }
  const fetchIt = (anyway = false) => (fetching ??= fetchOnce(anyway).finally(() => (fetching = undefined)))
  const judge = async ({ file }: CorrectionsAnswer, trusted: readonly string[]): Promise<CorrectionsVerdict> => {
    if (!file) return { state: "none" }
    const signed = await verifyCorrections(file, trusted)
    if (signed.state !== "signed") return signed
    const { key, serial, made, corrections } = signed
    const kept = serialsSchema.safeParse(await local.get(SERIALS))
    const serials = kept.success ? kept.data : {}
    const accepted = serials[key] ?? 0
    if (serial < accepted) return { state: "replayed", serial, accepted }
    if (serial > accepted) await local.set(SERIALS, { ...serials, [key]: serial })
    return { state: "applied", serial, made, corrections }
  }
  return {
    /** Takes the newest version, which every answer of the relay names. */
    heard(version: number): void {
      told = version
      toldAt = clock.now()
      if (known === undefined || known.version !== version) void fetchIt()
    },
    /**
     * Asks the relay whether there is another file, unless it was heard within twenty seconds: a page that doesn't fit
     * gives no reason to ask for anything else.
     */
    async lookAgain(): Promise<void> {
      if (Math.abs(clock.now() - toldAt) < FRESH_MS) return
      toldAt = clock.now()
      await fetchIt(true)
    },
    /** Is true if there is no file for certain. It is false as long as nothing was read yet. */
    get areNone(): boolean {
      return known !== undefined && known.file === null
    },
    /** Returns what becomes of the team's file. Only "applied" has corrections; the same ones as long as it stays. */
    async current(): Promise<CorrectionsVerdict> {
      const [answer, trusted] = await Promise.all([read(), keys()])
      const on = JSON.stringify([answer.file?.signature, trusted])
      if (judged?.on !== on) judged = { on, verdict: judge(answer, trusted) }
      return judged.verdict
    },
    /** Returns what this browser would do with that file, such as the one at an admin's relay. */
    async verdictOn(answer: CorrectionsAnswer): Promise<CorrectionsVerdict> {
      const verdict = await judge(answer, await keys())
      const isOurs = known?.file?.signature === answer.file?.signature
      return verdict.state === "applied" && isOurs && unusable !== undefined ? { ...verdict, unusable } : verdict
    },
    /** Notes that a page can't use one of the corrections. It then uses none of them. */
    refused(correction: string): void {
      unusable = correction
    },
    /** Calls the listener when there is another file, or none any more. */
    onChange(listener: () => void): void {
      changed = listener
    },
    /** Forgets the file because nobody is signed in any more. The serials are kept. */
    async forget(): Promise<void> {
      era++
      told = undefined
      toldAt = Number.NEGATIVE_INFINITY
      const hadFile = (await read()).file !== null
      known = NOTHING
      reading = Promise.resolve(NOTHING)
      judged = unusable = undefined
      await local.remove(NAME)
      if (hadFile) changed()
    }
  }
}

const NAME = "corrections"
const SERIALS = "correction-serials"
const NOTHING: CorrectionsAnswer = { version: 0, file: null }
const serialsSchema = z.record(z.string(), z.number())
/** In milliseconds. */
const FRESH_MS = 20_000
const LONGEST_MS = 5000
