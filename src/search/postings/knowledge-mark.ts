import { sql, type RawBuilder } from "kysely"
import { TENANT } from "../../storage/tenant.ts"
import { NEWEST_BLOCK } from "./posting-store.ts"

/**
 * A text that differs once knowledge was added or replaced (its newest block is another one) or removed (its words are
 * fewer). `origins` is an array in SQL.
 */
export const knowledgeMark = (origins: RawBuilder<unknown>) => sql<string>`
    (select concat_ws(' ', ${NEWEST_BLOCK}, string_agg(concat_ws(' ', origin, passages, title_words, heading_words, text_words), ',' order by origin))
    from knowledge_totals where tenant = ${TENANT} and origin = any(${origins}))`
