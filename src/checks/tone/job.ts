import { languageOfThread } from "../../text/language-of-thread.ts"
import type { ToneFinding } from "../../ticket/tone-finding.ts"
import type { ToneContext } from "./basis/finding.ts"
import { checkTone } from "./tone.ts"

/**
 * A reply to be checked in another part of the extension. Language detection, which the check needs, is larger than all
 * the rest of the check.
 */
export interface ToneJob extends Omit<ToneContext, "language"> {
  kind: "tone"
  text: string
  subject: string
  /** The helpdesk's locale for the thread. */
  locale: string | undefined
}

export function runToneJob({ text, subject, locale, ...about }: ToneJob): ToneFinding[] {
  return checkTone(text, { ...about, language: languageOfThread({ subject, locale, messages: about.thread }) })
}
