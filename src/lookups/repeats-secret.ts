import { base64Of } from "./template.ts"

/**
 * Says whether a text repeats a secret or a longer part of one: as it was typed, in base64 or as an address has it, in
 * whatever case and with whatever spaces. The name and the password of Basic authentication also count each by itself;
 * of a name that is a mail address, parts don't count, because the shop's other addresses share them.
 * @param secrets what was typed for the lookup
 */
export function repeatsSecret(text: string, secrets: readonly string[]): boolean {
  const said = plain(text)
  return secrets.some((secret) => {
    const [name = "", ...rest] = secret.split(":")
    const sides = rest.length > 0 ? [name, rest.join(":")].filter((side) => side.length >= SHORTEST_SIDE) : []
    const inParts = rest.length > 0 ? sides.filter((side) => side !== name || !name.includes("@")) : [secret]
    return (
      [secret, ...sides].flatMap(formsOf).some((form) => said.includes(form)) ||
      [...inParts.flatMap(formsOf), plain(base64Of(secret))].some((form) => hasPartOf(form, said))
    )
  })
}

const formsOf = (secret: string): string[] =>
  [secret, base64Of(secret), encodeURIComponent(secret)].map(plain).filter((form) => form !== "")

/** Kinds of keys begin alike ("sk_live_"), so a short part tells nothing. */
function hasPartOf(form: string, said: string): boolean {
  for (let at = 0; at + PART <= form.length; at++) if (said.includes(form.slice(at, at + PART))) return true
  return false
}

const plain = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, "").toLowerCase()

/** In characters. A name as short as "admin" occurs in other facts. */
const SHORTEST_SIDE = 8
const PART = 12
