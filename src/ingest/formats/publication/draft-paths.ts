import { LISTS } from "replywright/lexicon/import"
import { wordsOf } from "../../../lexicon/lexicon.ts"
import { plainName } from "./plain-name.ts"

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
