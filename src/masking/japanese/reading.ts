import type { Canvas } from "../canvas.ts"
import { addressesIn, type Place } from "./addresses.ts"
import { namesAlone } from "./names-alone.ts"
import { organisationsIn, type Organisation } from "./organisations.ts"
import { peopleIn, type Person } from "./people.ts"
import type { Stretch } from "./phrases.ts"
import { placesIn } from "./places.ts"
import { isJapanese, pageOf, type Page } from "./script.ts"

/** What the rules for Japanese find in a text, whatever else is claimed or kept of it. */
export interface Reading {
  page: Page
  addresses: readonly Place[]
  organisations: readonly Organisation[]
  people: readonly Person[]
  places: readonly Place[]
  /** Names that nothing beside them tells. */
  alone: readonly Stretch[]
}

/** Read once for all finders. Undefined where there is no Japanese in it. */
export function readingOf(canvas: Canvas): Reading | undefined {
  const known = readings.get(canvas)
  if (known || !isJapanese(canvas.text)) return known
  const page = pageOf(canvas.text)
  const reading = { page, addresses: addressesIn(page), organisations: organisationsIn(page), people: peopleIn(page), places: placesIn(page), alone: [...namesAlone(page)] }
  readings.set(canvas, reading)
  return reading
}

const readings = new WeakMap<Canvas, Reading>()
