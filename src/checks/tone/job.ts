import { languageOfThread } from "../../text/language-of-thread.ts"
import type { ToneFinding } from "../../ticket/tone-finding.ts"
import type { ToneContext } from "./basis/finding.ts"
import { checkTone } from "./tone.ts"

/**
 * A reply to be looked at in another part of the extension: what tells languages apart is larger than all the rest
 * together.
 */
export interface ToneJob extends Omit<ToneContext, "language"> {
  kind: "tone"
  text: string
  subject: string
  /** The helpdesk's, for the thread. */
  locale: string | undefined
}

export function runToneJob({ text, subject, locale, ...about }: ToneJob): ToneFinding[] {
  return checkTone(text, { ...about, language: languageOfThread({ subject, locale, messages: about.thread }) })
}
