import { readFileSync } from "node:fs"
import { Canvas } from "../../src/masking/basis/canvas.ts"
import { findStructured } from "../../src/masking/find/index.ts"
import { addressesIn } from "../../src/masking/names/address.ts"
import { featuresOf, MOST_FEATURES } from "../../src/masking/names/features.ts"
import type { Knowledge } from "../../src/masking/names/knowledge.ts"
import { languageBit } from "../../src/masking/names/language.ts"
import { readingOf, type Reading } from "../../src/masking/names/reading.ts"
import { KINDS, type NameKind } from "../../src/masking/names/score.ts"
import { tokensOf } from "../../src/masking/names/tokens.ts"
import type { Sources } from "./lists.ts"
import type { Random } from "./random.ts"
import { slotsOf, type Slot } from "./values.ts"

export interface Row {
  text: string
  spans: { start: number; end: number; label: Label }[]
}

/** What an annotated span teaches: a name of a kind, an ordinary word, or nothing. */
export type Label = NameKind | "ordinary" | "nothing"

/** Words prepared for fitting: the positions of weights, in one array, and what each word is. */
export interface Examples {
  places: number[]
  /** These are the positions where each word's weights begin, with one more entry at the end. */
  starts: number[]
  personal: number[]
  /** This is the index in KINDS, or -1. */
  kinds: number[]
  weights: number[]
}

export const noExamples = (): Examples => ({ places: [], starts: [0], personal: [], kinds: [], weights: [] })

/** Which words of a row are examples, and what is told of each. */
export interface Kind {
  wants: (reading: Reading, i: number) => boolean
  featuresOf: (reading: Reading, i: number, out: Int32Array) => number
  most: number
}

const ALL_WORDS: Kind = { wants: () => true, featuresOf, most: MOST_FEATURES }

/** Adds a row's words. A word that the finders of structured values have already masked teaches nothing. */
export function addRow(
  { text, spans }: Row,
  knowledge: Knowledge,
  weight: number,
  to: Examples,
  kind: Kind = ALL_WORDS
): void {
  const canvas = new Canvas(text, "US")
  findStructured(canvas)
  const tokens = tokensOf(canvas.text)
  const taken = Uint8Array.from(tokens, ({ start }) => canvas.stateAt(start))
  const address = addressesIn(tokens, knowledge)
  const reading = readingOf(tokens, knowledge, address, taken, languageBit(tokens, knowledge))
  const places = new Int32Array(kind.most)
  tokens.forEach((token, i) => {
    const label = spans.find(({ start, end }) => token.start >= start && token.start < end)?.label ?? "ordinary"
    if ((taken[i] ?? 0) > 1 || label === "nothing" || !kind.wants(reading, i)) return
    const count = kind.featuresOf(reading, i, places)
    for (let k = 0; k < count; k++) to.places.push(places[k] ?? 0)
    to.starts.push(to.places.length)
    to.personal.push(label === "ordinary" ? 0 : 1)
    to.kinds.push(label === "ordinary" ? -1 : KINDS.indexOf(label))
    to.weights.push(weight)
  })
}

/** Returns the sentences of `sentences/NAME.txt` with their slots filled. A name begins with its language. */
export function filledRows(name: string, count: number, sources: Sources, random: Random): Row[] {
  const lines = linesOf(name)
  const slots = slotsOf(random, sources, name.slice(0, 2))
  return Array.from({ length: count }, (_, i) => fill(lines[i % lines.length] ?? "", slots))
}

/** Returns the sentences without personal data, each as often as requested. */
export function plainRows(name: string, times: number, sources: Sources, random: Random): Row[] {
  const slots = slotsOf(random, sources, name.slice(0, 2))
  return Array.from({ length: times }, () => linesOf(`${name}-plain`).map((line) => fill(line, slots))).flat()
}

function fill(line: string, slots: Record<Slot, () => string>): Row {
  const spans: Row["spans"] = []
  let text = ""
  let end = 0
  for (const match of line.matchAll(/\{([A-Z]+)\}/g)) {
    text += line.slice(end, match.index)
    const slot = match[1] ?? ""
    const make = slots[slot as Slot]
    if (!make) throw new Error(`No such slot: {${slot}} in "${line}". Use one of ${Object.keys(slots).join(", ")}.`)
    const value = make()
    spans.push({ start: text.length, end: text.length + value.length, label: LABELS[slot] ?? "nothing" })
    text += value
    end = match.index + match[0].length
  }
  return { text: text + line.slice(end), spans }
}

const LABELS: Record<string, Label> = {
  FULL: "PERSON",
  F: "PERSON",
  L: "PERSON",
  NICK: "PERSON",
  INIT: "PERSON",
  CITY: "PLACE",
  REGION: "PLACE",
  CTRY: "PLACE",
  PLACE: "PLACE",
  ADDR: "ADDRESS",
  STREET: "ADDRESS",
  ORG: "ORG",
  SCHOOL: "ORG",
  DEM: "ordinary",
  DATE: "ordinary",
  ORDER: "ordinary",
  AMOUNT: "ordinary",
  PRODUCT: "ordinary",
  MAKE: "ordinary",
  MAKED: "ordinary",
  NOUN: "ordinary"
}

function linesOf(name: string): string[] {
  return readFileSync(new URL(`sentences/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => line.replaceAll("\\n", "\n"))
}

export interface GoldRow extends Row {
  id: string
  template: number
  gold: { start: number; end: number; type: string }[]
}

/** Returns presidio-research's generated sentences (MIT). */
export function presidioRows(): GoldRow[] {
  return readFileSync(new URL("../../data/presidio/dev.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const { id, template, text, spans } = JSON.parse(line) as {
        id: number
        template: number
        text: string
        spans: { start: number; end: number; type: string }[]
      }
      return {
        id: String(id),
        template,
        text,
        gold: spans,
        spans: spans.map(({ start, end, type }) => ({ start, end, label: GOLD_LABELS[type] ?? "nothing" }))
      }
    })
}

const GOLD_LABELS: Record<string, Label> = {
  PERSON: "PERSON",
  GPE: "PLACE",
  ORGANIZATION: "ORG",
  STREET_ADDRESS: "ADDRESS",
  ZIP_CODE: "ADDRESS"
}

/**
 * Returns the row in lower case, with capitals only at the beginning of sentences, or in capitals. Offsets don't
 * change.
 */
export function recased(row: Row, how: "lower" | "sentence" | "upper"): Row {
  const change = (text: string, one: (letter: string) => string) =>
    Array.from(text, (letter) => (one(letter).length === letter.length ? one(letter) : letter)).join("")
  if (how === "upper") return { ...row, text: change(row.text, (letter) => letter.toUpperCase()) }
  const lower = change(row.text, (letter) => letter.toLowerCase())
  return {
    ...row,
    text:
      how === "lower"
        ? lower
        : lower.replace(/(^|[.!?] +|\n\s*)(\p{Ll})/gu, (whole, before: string, letter: string) =>
            letter.toUpperCase().length === 1 ? before + letter.toUpperCase() : whole
          )
  }
}
