import type { Kysely } from "kysely"
import { expect } from "vitest"
import { readEvents } from "../../../src/relay/drafting/draft-store.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { textOf } from "./client.ts"

/** Expects that what is stored of a draft is its whole text and its end. */
export async function expectWholeDraft(db: Kysely<Schema>, id: string): Promise<void> {
  const events = await readEvents(db, id)
  const end = events.at(-1)
  if (end?.type !== "draft-end") throw new Error(`The draft ${id} has no end.`)
  expect(end.text.length).toBeGreaterThan(0)
  expect(textOf(events)).toBe(end.text)
}
