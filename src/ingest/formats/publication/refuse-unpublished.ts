import * as z from "zod/mini"
import { LISTS } from "replywright/lexicon/import"
import { DocumentError, type ReadItem, UnpublishedError } from "../common/format.ts"
import type { ImportedDocument } from "../../source/source.ts"
import { isoDateOf } from "../common/date.ts"
import {
  meaningOfHint,
  publicationFieldOf,
  type PublicationField,
  answerOf,
  stateOf,
  plainName
} from "./publication-fields.ts"
import { wordsOf } from "../../../lexicon/lexicon.ts"

/**
 * A column, key or line of front matter, as the file writes it. What stands "around" the entry, or in an object of it,
 * may be about something else, so only its clear words count.
 */
export type Statement = [name: string, value: unknown, place?: "around"]

/**
 * Refuses what its own file calls unpublished: by its state ("In review"), by a flag (`draft: true`, `published: no`),
 * or because its time hasn't come or is over. Nothing is guessed: a state that isn't known is refused, too.
 * @throws UnpublishedError if it isn't published; DocumentError if that can't be told
 */
export function refuseUnpublished(statements: readonly Statement[], now = new Date()): void {
  refuseClear(
    statements.filter(([, , place]) => place === "around"),
    now
  )
  for (const [name, value, place] of statements) {
    const field = publicationFieldOf(name)
    if (field !== undefined && place === undefined) READERS[field](name.trim(), textOf(value), now)
  }
}

/**
 * Refuses a product that its shop has taken out of sale. A word that isn't known refuses nothing here, because shops
 * number their states in ways of their own, and a product that comes later is announced.
 * @throws UnpublishedError
 */
export function refuseWithdrawn(statements: readonly Statement[], now = new Date()): void {
  const flags = statements.filter(([name]) => !["from", "hint"].includes(publicationFieldOf(name) ?? ""))
  refuseClear(flags, now)
}

/** Refuses by words that are known, and lets others pass. @throws UnpublishedError */
export function refuseClear(statements: readonly Statement[], now = new Date()): void {
  for (const [name, value] of statements) {
    const field = publicationFieldOf(name)
    if (field === undefined || textOf(value) === "") continue
    try {
      READERS[field](name.trim(), textOf(value), now)
    } catch (error) {
      if (error instanceof UnpublishedError || !(error instanceof DocumentError)) throw error
    }
  }
}

/**
 * Returns a document as what was read of its file, or as unpublished if `refuse` says so.
 * @throws whatever else `refuse` throws
 */
export function itemOf(document: ImportedDocument, refuse: () => void): ReadItem {
  try {
    refuse()
    return { type: "document", document }
  } catch (error) {
    if (!(error instanceof UnpublishedError)) throw error
    return unpublishedItem(document, error.message)
  }
}

/** Returns a document that isn't taken, for this reason. A version that was imported before is removed. */
export const unpublishedItem = ({ path, id }: ImportedDocument, reason: string): ReadItem => ({
  type: "failed",
  path,
  reason,
  id,
  unpublished: true
})

type Reader = (name: string, value: string, now: Date) => void

const READERS: Record<PublicationField, Reader> = { state, unpublished, published, from, until, hint }

function hint(name: string, value: string): void {
  const yesMeans = meaningOfHint(name)
  // "Pending: 1" may be a count.
  const answer = /^[1-9]\d*$/.test(value) ? undefined : answerOf(value)
  const isUnpublished = yesMeans !== undefined && answer === !yesMeans
  if (isUnpublished || stateOf(value) === false) throw withheld(`${name}: ${value}`)
}

function state(name: string, value: string): void {
  // Helpdesks number their states, each in its own way: 1 is a draft in Freshdesk and published in Drupal.
  const answer = /^[1-9]\d*$/.test(value) ? undefined : (stateOf(value) ?? answerOf(value))
  if (value !== "" && answer === undefined) throw unknown(name, value)
  if (answer === false) throw withheld(value)
}

function unpublished(name: string, value: string, now: Date): void {
  const answer = value === "" ? false : answerOf(value)
  // The cell may hold a state ("draft: Published") or the day since when ("archived: 2026-03-01").
  const isOut = answer ?? negated(stateOf(value)) ?? isPast(value, now)
  if (isOut === undefined) throw unknown(name, value)
  if (isOut) throw withheld(answer === undefined ? `${name}: ${value}` : name)
}

function published(name: string, value: string, now: Date): void {
  if (value === "") throw new UnpublishedError(`It has nothing under "${name}": only what is published is taken.`)
  const isIn = answerOf(value) ?? stateOf(value) ?? isPast(value, now)
  if (isIn === undefined) throw unknown(name, value)
  if (!isIn) throw withheld(`${name}: ${value}`)
}

function from(name: string, value: string, now: Date): void {
  if (value === "" || answerOf(value) !== undefined) return
  if (!dateIsPast(name, value, now))
    throw new UnpublishedError(`Its ${name} is ${value}, which is to come: only what is published is taken.`)
}

function until(name: string, value: string, now: Date): void {
  if (value === "" || answerOf(value) !== undefined) return
  if (dateIsPast(name, value, now, "whole day"))
    throw new UnpublishedError(`Its ${name} is ${value}, which is over: only what is published is taken.`)
}

const negated = (answer: boolean | undefined) => (answer === undefined ? undefined : !answer)

const withheld = (said: string) =>
  new UnpublishedError(`Its status is "${said.slice(0, 60)}": only what is published is taken.`)

const unknown = (name: string, value: string) =>
  new DocumentError(`Its ${name} "${value.slice(0, 60)}" isn't known: write published or draft.`)

/** Systems write a state as an object, too: `{"id": 4, "name": "Draft"}`. */
const NAMED = z.pipe(
  z.record(z.string(), z.unknown()),
  z.transform((value) => ({ name: value["name"] ?? value["label"] ?? value["value"] }))
)

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(textOf).join(", ")
  if (typeof value === "object" && value !== null) return textOf(NAMED.safeParse(value).data?.name ?? "an object")
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value).trim()
    : ""
}

/** Returns undefined if the text isn't a date. */
function isPast(value: string, now: Date): boolean | undefined {
  if (!/\d{4}/.test(value)) return undefined
  try {
    return dateIsPast("date", value, now)
  } catch (error) {
    if (error instanceof DocumentError) return undefined
    throw error
  }
}

/**
 * Returns whether a day or an instant is over. The day itself is counted as begun, or, as a "whole day", as not over.
 * @throws DocumentError if it isn't a date, or could be two days of this year
 */
function dateIsPast(name: string, value: string, now: Date, day?: "whole day"): boolean {
  const [year] = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(value) ?? []
  const thisYear = now.getUTCFullYear()
  // Another year decides, whichever way around day and month are written.
  if (year !== undefined && Number(year) !== thisYear) return Number(year) < thisYear
  const epoch = /^\d{10}$/.test(value) ? Number(value) * 1000 : /^\d{13}$/.test(value) ? Number(value) : undefined
  const instant = epoch ?? (/[A-Za-z]{3}|T\d{2}:/.test(value) ? Date.parse(value) : NaN)
  if (!Number.isNaN(instant)) return instant <= now.getTime()
  const today = now.toISOString().slice(0, 10)
  const date = dateOf(name, value).slice(0, 10)
  return day === undefined ? date <= today : date < today
}

function dateOf(name: string, value: string): string {
  try {
    return isoDateOf(value)
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause
    throw new DocumentError(`Its ${name} "${value.slice(0, 60)}" isn't a clear date: write it as 2026-09-03.`, {
      cause
    })
  }
}

/**
 * Returns what an entry says about its publication: in its own fields, and in objects that describe it, such as `meta`
 * or `attributes`. What an author, a category or a menu says of itself isn't read.
 */
export function statementsIn(entry: Record<string, unknown>, depth = 0): Statement[] {
  return Object.entries(entry).flatMap(([name, value]): Statement[] => {
    if (publicationFieldOf(name) !== undefined) return [depth === 0 ? [name, value] : [name, value, "around"]]
    if (depth >= MAX_DEPTH || !OWN_OBJECTS.has(plainName(name))) return []
    const inner = OBJECT.safeParse(value)
    return inner.success ? statementsIn(inner.data, depth + 1) : []
  })
}

const MAX_DEPTH = 2
const OBJECT = z.record(z.string(), z.unknown())
const OWN_OBJECTS = new Set([...wordsOf(LISTS, "own-objects")].map(plainName))

/**
 * Returns why the place of a file says that it isn't published: it stands in a folder of drafts, or is called so
 * ("returns.draft.md").
 */
export function draftPathReason(path: string): string | undefined {
  const parts = path.split("/")
  const folder = parts.slice(0, -1).find((name) => FOLDERS.has(plainName(name)))
  if (folder !== undefined) return `It stands in the folder ${folder}: only what is published is taken.`
  const [, named] = /\.([^./]+)\.[^./]+$/.exec(parts.at(-1) ?? "") ?? []
  return named !== undefined && FOLDERS.has(plainName(named))
    ? `Its name ends in .${named}: only what is published is taken.`
    : undefined
}

const FOLDERS = new Set([...wordsOf(LISTS, "draft-folders")].map(plainName))
