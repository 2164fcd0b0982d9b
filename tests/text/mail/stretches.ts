import { expect } from "vitest"
import type { MailParts } from "../../../src/text/mail/mail-parts.ts"

/** A stretch of a mail and the part to which it belongs. */
export type Stretch = readonly [part: "visible" | "closing" | "signature" | "quoted", text: string]

export const v = (text: string): Stretch => ["visible", text]
export const c = (text: string): Stretch => ["closing", text]
export const s = (text: string): Stretch => ["signature", text]
export const q = (text: string): Stretch => ["quoted", text]

export const whole = (mail: readonly Stretch[]): string => mail.map(([, text]) => text).join("")

/** Expects every stretch in its part, with white space folded. `read` makes words of a stretch. */
export function expectParts(parts: MailParts, mail: readonly Stretch[], read = (text: string) => text): void {
  const of = (part: Stretch[0]) =>
    folded(
      mail
        .filter(([one]) => one === part)
        .map(([, text]) => read(text))
        .join(" ")
    )
  expect({
    visible: folded(parts.visible),
    closing: folded(parts.closing),
    signature: folded(parts.signature),
    quoted: folded(parts.quoted)
  }).toEqual({ visible: of("visible"), closing: of("closing"), signature: of("signature"), quoted: of("quoted") })
}

const folded = (text: string) => text.replace(/[\s\u00a0\u202f\ufeff]+/g, " ").trim()
