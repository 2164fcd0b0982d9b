import type { Format } from "./common/format.ts"
import { csv } from "./csv.ts"
import { docx } from "./docx.ts"
import { feed } from "./feed.ts"
import { html } from "./html.ts"
import { json } from "./json.ts"
import { jsonl } from "./jsonl.ts"
import { markdown } from "./markdown.ts"
import { office } from "./office.ts"
import { pdf } from "./pdf.ts"
import { txt } from "./txt.ts"

/**
 * Every format of files that knowledge is read from. The first with a file's ending reads it.
 * Written by `npm run registries` from the files: don't edit.
 */
export const formats: readonly Format[] = [csv, docx, feed, html, json, jsonl, markdown, office, pdf, txt]
