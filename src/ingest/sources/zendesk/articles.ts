import * as z from "zod/mini"
import { undefinedIfRefused, validItems } from "../helpdesk/client.ts"
import { parseSavedState, SourceError, type ReadFrom, type SourceItem } from "../../source/source.ts"
import { articleId, itemsOf, type HelpCentre, readSectionPaths } from "./article-documents.ts"
import { listIn, saidIn, type ZendeskClient } from "./client.ts"
import { article, named, segment, translation, type Segment } from "./shapes.ts"

/**
 * Reads the help centre. A complete read goes through all articles by cursor and reports what it doesn't find as gone.
 * The first read is complete, and then one a day, because Zendesk reports neither deletions nor renamed sections. The
 * reads in between request only what has changed since the last one. Both report an article or translation that was
 * turned into a draft.
 */
export async function* readArticles(
  client: ZendeskClient,
  { at, since }: ReadFrom,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const before = parseSavedState(since, sinceShape)
  const resumed = parseSavedState(at, pointShape)
  // The time lies a minute earlier, to cover changes made while the last page was written.
  const began = resumed?.began ?? Math.floor(client.now() / 1000) - 60
  const isWhole = resumed
    ? resumed.cursor !== undefined
    : before === undefined || client.now() / 1000 - before.whole >= DAY
  const centre = await readCentre(client, signal)
  if (!isWhole) {
    const isDone = yield* changed(client, centre, resumed?.from ?? before?.from ?? 0, began, signal)
    if (isDone)
      return yield { type: "end", all: false, since: JSON.stringify({ from: began, whole: before?.whole ?? 0 }) }
  }
  yield* whole(client, centre, { began, cursor: isWhole ? resumed?.cursor : undefined }, signal)
  yield { type: "end", all: true, since: JSON.stringify({ from: began, whole: began }) }
}

/** The duration is in seconds. */
const DAY = 24 * 3600 - 600

async function* whole(
  client: ZendeskClient,
  centre: HelpCentre,
  { began, cursor }: { began: number; cursor: string | undefined },
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const articles = cursor === undefined ? await articleCount(client, signal) : undefined
  let [read, documents] = [0, 0]
  for await (const { items, answer, after } of client.pages(
    "help_center/articles.json?include=translations&sort_by=created_at&sort_order=asc",
    "articles",
    signal,
    cursor
  )) {
    const reported = await itemsOfPage(items, answer, centre, signal)
    documents += reported.filter(({ type }) => type !== "gone").length
    read += items.length
    if (articles !== undefined && read > 0)
      yield { type: "total", documents: Math.round((documents / read) * Math.max(articles, read)) }
    yield* reported
    if (after !== undefined) yield { type: "at", at: JSON.stringify({ began, cursor: after }) }
  }
}

/** Yields the articles that changed. @returns whether all of them could be read */
async function* changed(
  client: ZendeskClient,
  centre: HelpCentre,
  from: number,
  began: number,
  signal: AbortSignal
): AsyncGenerator<SourceItem, boolean> {
  for (;;) {
    const answer = await client.get(
      `help_center/incremental/articles.json?include=translations&start_time=${from}`,
      signal
    )
    const items = listIn(answer, "articles")
    yield* await itemsOfPage(items, answer, centre, signal)
    const { next_page, end_time } = saidIn(answer, increment)
    if (!next_page || end_time === undefined || end_time === null || items.length === 0) return true
    // A whole page changed within one second, and the rest of these changes can't be requested by time.
    if (end_time <= from) return items.length < FULL
    from = end_time
    yield { type: "at", at: JSON.stringify({ began, from }) }
    if (items.length < FULL) return true
  }
}

/** A page of changes holds this many articles. */
const FULL = 1000
const increment = z.object({ next_page: z.nullish(z.string()), end_time: z.nullish(z.number()) })

async function itemsOfPage(
  items: unknown[],
  answer: unknown,
  centre: HelpCentre,
  signal: AbortSignal
): Promise<SourceItem[]> {
  const apart = Map.groupBy(
    validItems(lists.safeParse(answer).data?.translations ?? [], translation),
    ({ source_id = "" }) => source_id
  )
  const reported: SourceItem[] = []
  for (const item of items) {
    const { data: one } = article.safeParse(item)
    const beside = one && !one.translations ? apart.get(one.id) : undefined
    reported.push(
      ...(one
        ? await itemsOf(beside ? { ...one, translations: beside } : one, centre, signal)
        : brokenArticle(named.safeParse(item).data?.id ?? "", centre))
    )
  }
  return reported
}

/** What was imported of the article before stays. */
function brokenArticle(id: string, { locales }: HelpCentre): SourceItem[] {
  return [
    {
      type: "failed",
      path: `article ${id}`.trim(),
      reason: "Zendesk's answer isn't an article in the form that its API documents."
    },
    ...locales.map((locale): SourceItem => ({ type: "standing", id: articleId(id, locale) }))
  ]
}

const lists = z.object({ translations: z.optional(z.array(z.unknown())) })

async function readCentre(client: ZendeskClient, signal: AbortSignal): Promise<HelpCentre> {
  const segments = new Map<string, Segment>()
  const read = async () => {
    for await (const { items } of client.pages("help_center/user_segments.json", "user_segments", signal))
      for (const one of validItems(items, segment)) segments.set(one.id, one)
  }
  // Not every plan has segments. An unknown segment becomes a group without members.
  await undefinedIfRefused(read())
  const { locales } = z
    .object({ locales: z.array(z.string()) })
    .safeParse(await client.get("help_center/locales.json", signal)).data ?? { locales: [] }
  if (locales.length === 0)
    throw new SourceError(
      "source-unreadable",
      `${client.account.host} tells no language of its help centre. Has it one?`
    )
  return { segments, pathOf: await readSectionPaths(client, signal), locales }
}

async function articleCount(client: ZendeskClient, signal: AbortSignal): Promise<number | undefined> {
  return z.object({ count: z.number() }).safeParse(await client.get("help_center/articles.json?per_page=1", signal))
    .data?.count
}

const sinceShape = z.object({ from: z.number(), whole: z.number() })
const pointShape = z.object({ began: z.number(), cursor: z.optional(z.string()), from: z.optional(z.number()) })
