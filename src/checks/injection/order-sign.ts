import { findInjection, PARAGRAPH } from "./find-injection.ts"
import { ORDER_SIGN } from "./order-sign-words.ts"

/**
 * Returns a masked text with a sign before each paragraph whose unmasked text gives orders to a machine while the
 * masked one no longer shows it: masking takes parts of such orders for names, codes and secrets. Whoever reads the
 * masked text later finds the order by the sign.
 * @param unmasked the same text before masking
 */
export function withOrderSigns(masked: string, unmasked: string): string {
  if (findInjection(unmasked) === undefined) return masked
  const [parts, unmaskedParts] = [masked.split(PARAGRAPH), unmasked.split(PARAGRAPH)]
  const signed =
    parts.length === unmaskedParts.length
      ? parts.map((part, at) => (isHidden(part, unmaskedParts[at] ?? "") ? `${ORDER_SIGN} ${part}` : part)).join("")
      : masked
  return findInjection(signed) === undefined ? `${ORDER_SIGN} ${signed}` : signed
}

const isHidden = (part: string, unmasked: string): boolean =>
  findInjection(part) === undefined && findInjection(unmasked) !== undefined
