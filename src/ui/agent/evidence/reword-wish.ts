import { plainBlanks, type Claim } from "../../../ticket/draft.ts"

/** The characters that a wish may have. */
const MAX_WISH = 2000

/**
 * Returns the instruction by which a denied sentence is reworded. The evidence is what the sentence is to say; without
 * any, what the verifier misses in it is to go. It is a part of the prompt, which is English in every language of the
 * interface, and `readWishes` understands it.
 */
export function rewordWish({ verdict }: Claim): string {
  const says = (verdict?.evidence ?? []).map(({ text }) => plainBlanks(text)).join(" ")
  const wish =
    says === "" ? `Leave out what nothing supports: ${verdict?.why ?? ""}` : `Say only what this says: ${says}`
  return wish.slice(0, MAX_WISH)
}
