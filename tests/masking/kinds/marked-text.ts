import { maskText } from "../../../src/masking/index.ts"
import { EMPTY } from "../tickets.ts"

/** Returns the stretches in square brackets that aren't masked wholly, and those in braces that are touched. */
export function faultsIn(wording: string, locale: string): string[] {
  const { spans } = maskText(wording.replace(SIGNS, ""), EMPTY, [], { locale })
  const isMasked = (at: number) => spans.some(({ start, end }) => start <= at && at < end)
  return [...wording.matchAll(STRETCH)].flatMap(({ 0: whole, 1: value = "", index }) => {
    const start = wording.slice(0, index).replace(SIGNS, "").length
    const places = [...value.matchAll(/[\p{L}\p{N}]/gu)].map((letter) => start + letter.index)
    const isFaulty = whole.startsWith("[") ? !places.every(isMasked) : places.some(isMasked)
    return isFaulty ? [value] : []
  })
}

const SIGNS = /[[\]{}]/g
const STRETCH = /[[{]([^\]}]*)[\]}]/g
