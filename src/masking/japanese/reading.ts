import type { Canvas } from "../basis/canvas.ts"
import { addressesIn, type JapaneseAddress, placesIn } from "./addresses.ts"
import { namesAlone } from "./names-alone.ts"
import { organisationsIn, type Organisation } from "./organisations.ts"
import { peopleIn, type Person } from "./people.ts"
import type { TextSpan } from "./phrases.ts"
import { isJapanese, scriptedTextOf, type ScriptedText } from "./script.ts"

/**
 * Holds what the rules for Japanese find in a text, independent of what is claimed or kept on the canvas. Each part is
 * computed once, when it is first asked for.
 */
export class Reading {
  readonly page: ScriptedText
  #addresses: readonly JapaneseAddress[] | undefined
  #organisations: readonly Organisation[] | undefined
  #people: readonly Person[] | undefined
  #places: readonly JapaneseAddress[] | undefined
  #alone: readonly TextSpan[] | undefined

  constructor(text: string) {
    this.page = scriptedTextOf(text)
  }

  get addresses() {
    return (this.#addresses ??= addressesIn(this.page))
  }
  get organisations() {
    return (this.#organisations ??= organisationsIn(this.page))
  }
  get people() {
    return (this.#people ??= peopleIn(this.page))
  }
  get places() {
    return (this.#places ??= placesIn(this.page))
  }
  /** The names that no word beside them announces. */
  get alone() {
    return (this.#alone ??= [...namesAlone(this.page)])
  }
}

/** Returns the reading, which is made once for all finders. Returns undefined for a text without Japanese. */
export function readingOf(canvas: Canvas): Reading | undefined {
  const known = readings.get(canvas)
  if (known || !isJapanese(canvas.text)) return known
  const reading = new Reading(canvas.text)
  readings.set(canvas, reading)
  return reading
}

const readings = new WeakMap<Canvas, Reading>()
