import type { Canvas } from "../canvas.ts"

/** E-mail addresses: from every "@" to both sides, so that a long run of letters is read once. */
export function findEmails(canvas: Canvas): void {
  const text = canvas.rest
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at
    while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start--
    while (start < at && EDGE.test(text.charAt(start))) start++
    if (start === at) continue
    DOMAIN.lastIndex = at + 1
    ANY_DOMAIN.lastIndex = at + 1
    const domain = DOMAIN.exec(text) ?? ANY_DOMAIN.exec(text)
    if (domain) canvas.claim(start, at + 1 + domain[0].length, "EMAIL")
  }
}

const LONGEST_LOCAL = 128
/** Japanese puts no space around an address. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー"
const LOCAL = new RegExp(`(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}._%+'’=#&-]`, "u")
const EDGE = /[.'’=&#-]/
const LABEL = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}-]){1,63}`
const DOMAIN = new RegExp(`${LABEL}(?:\\.${LABEL}){1,6}`, "uy")
const ANY_DOMAIN = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/uy
