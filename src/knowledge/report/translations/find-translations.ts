import { sql, type Kysely } from "kysely"
import { passagesOfTexts, type PassageTexts } from "../../../search/passages/passages.ts"
import type { Schema } from "../../../storage/schema.ts"
import { TENANT } from "../../../storage/tenant.ts"
import { languageOfLocale } from "../../../text/languages.ts"
import type { Source } from "../../../ticket/draft.ts"
import { translationGroups, type TranslatablePage } from "./translation-groups.ts"

/**
 * Finds the public pages that say in another language what these sources say, in the order of the sources. In a
 * knowledge with more pages of these languages than can be compared while an agent waits, it finds none.
 * @param language ISO 639-1
 * @returns ids of documents
 */
export async function findTranslations(
  db: Kysely<Schema>,
  sources: readonly Source[],
  language: string,
  signal: AbortSignal
): Promise<string[]> {
  const pages = await readPages(db, sources, language)
  if (pages.length > MAX_PAGES) return []
  const groups = await translationGroups(pages, signal)
  const translations = sources.flatMap(
    ({ id }) =>
      groups.find((group) => group.some((page) => page.id === id))?.filter((page) => page.language === language) ?? []
  )
  return [...new Set(translations.map(({ id }) => id))]
}

/** Reads the pages of the sources' languages and of the other one, in the places where the sources are. */
async function readPages(
  db: Kysely<Schema>,
  sources: readonly Source[],
  language: string
): Promise<TranslatablePage[]> {
  const languages = [...new Set([language, ...sources.flatMap(({ locale }) => languageOfLocale(locale) ?? [])])]
  const { rows } = await sql<Omit<TranslatablePage, "language" | "passages"> & { texts: PassageTexts }>`
    select d.id, d.collection, d.title, d.locale, d.url, d.texts from documents d
    where d.tenant = ${TENANT} and d.visibility = 'public' and d.kind in ('article', 'policy', 'product')
      and d.origin in (select origin from documents where tenant = ${TENANT} and id = any(${sources.map(({ id }) => id)}::text[]))
      and split_part(lower(replace(d.locale, '_', '-')), '-', 1) = any(${languages}::text[])
    order by d.id limit ${MAX_PAGES + 1}`.execute(db)
  return rows.map(({ texts, ...row }) => ({
    ...row,
    language: languageOfLocale(row.locale),
    passages: passagesOfTexts(texts)
  }))
}

/** Comparing as many takes about a second. */
const MAX_PAGES = 1000
