import * as z from "zod/mini"
import { answerList, count, day, helpdesk, list, ordinal, textUpTo } from "../fields.ts"

/**
 * Corrected selectors of helpdesks' pages, as a signed file: `npm run relay -- corrections FILE` stores one, and
 * everybody who is signed in reads it by GET /v1/corrections. Its version stands in the header `x-corrections` of each
 * answer. The relay only stores it: browsers check the signature by a key that the relay doesn't know.
 */
export const CORRECTIONS_HEADER = "x-corrections"

/** Of a file: its UTF-16 units, its corrections, and the units of a selector. */
export const CORRECTION_LIMITS = { file: 65_536, corrections: 200, selector: 300 } as const

/** An Ed25519 signature in base64. */
const signature = z.string().check(z.maxLength(88), z.regex(/^[A-Za-z0-9+/]{86}==$/))
/** `payload` is JSON, `signature` signs its UTF-8 bytes. */
export const signedCorrections = z.strictObject({ payload: textUpTo(CORRECTION_LIMITS.file), signature })
export type SignedCorrections = z.infer<typeof signedCorrections>

const correction = z.strictObject({
  helpdesk,
  name: z.string().check(z.maxLength(60), z.regex(/^[A-Za-z][A-Za-z0-9]*$/)),
  selector: z.string().check(z.minLength(1), z.maxLength(CORRECTION_LIMITS.selector))
})
export type SelectorCorrection = z.infer<typeof correction>

/** What is signed. `serial` increases with each file, so that nobody can hand out an earlier one again. */
export const correctionsPayload = z.strictObject({
  format: z.literal(1),
  serial: ordinal,
  made: day,
  corrections: list(correction, CORRECTION_LIMITS.corrections).check(
    z.refine((all) => new Set(all.map((one) => `${one.helpdesk} ${one.name}`)).size === all.length, {
      error: "the same selector is corrected twice"
    })
  )
})
export type CorrectionsPayload = z.infer<typeof correctionsPayload>

/** `file` is null if the team has none. */
export const correctionsAnswer = z.object({ version: count, file: z.nullable(signedCorrections) })
export type CorrectionsAnswer = z.infer<typeof correctionsAnswer>

/** What a relay says of the file that it has, without having checked its signature. */
export const correctionsStored = z.object({
  serial: count,
  made: day,
  helpdesks: answerList(z.object({ helpdesk, corrections: count }))
})
export type CorrectionsStored = z.infer<typeof correctionsStored>

/** Why a file isn't taken for a signed one. */
export type CorrectionsRefusal = "no-key" | "bad-key" | "no-ed25519" | "bad-signature" | "bad-file"
/**
 * What a browser does with the team's file. "applied" is the only one with which any selector is corrected. "unusable":
 * a page can't use the correction that is named.
 */
export type CorrectionsVerdict =
  | { state: "none" | CorrectionsRefusal }
  | { state: "replayed"; serial: number; accepted: number }
  | { state: "applied"; serial: number; made: string; corrections: SelectorCorrection[]; unusable?: string }

/**
 * Reads what was signed.
 * @returns the corrections, or a sentence that says what is wrong with them
 */
export function readCorrections(payload: string): CorrectionsPayload | { fault: string } {
  if (payload.length > CORRECTION_LIMITS.file)
    return { fault: `The corrections are longer than ${CORRECTION_LIMITS.file} characters.` }
  let value: unknown
  try {
    value = JSON.parse(payload)
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: `The corrections are no JSON: ${error.message}.` }
    throw error
  }
  const read = correctionsPayload.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = (issue?.path ?? []).join(".")
  const what = issue?.code === "too_big" ? "too long or too many" : (issue?.message ?? "unreadable")
  return { fault: `The corrections can't be used${place ? `: ${place}` : ""} (${what}).` }
}
