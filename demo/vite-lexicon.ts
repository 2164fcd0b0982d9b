import type { Plugin } from "vite"
import { readGroup } from "../src/lexicon/read-group.ts"
import { textOf } from "./lexicon.ts"

/** Puts word lists into what Vite makes for a browser, which has no folder from which to read them. */
export const lexicon: Plugin = {
  name: "lexicon",
  load(id) {
    const [, group] = /\/src\/lexicon\/groups\/([\w-]+)\.ts$/.exec(id) ?? []
    return group === undefined ? undefined : `export const LISTS = ${textOf(readGroup(group))}`
  }
}
