import { join } from "node:path"
import * as z from "zod/mini"
import { isPersonalInMails } from "../score/mail-words.ts"
import { spansOf } from "./mask-rows.ts"
import { passOver, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

/** Ordinary text without annotations. The figure is the share of its words that is masked. */
export const overMasking: readonly ReportSet[] = [
  over("banking77", "dev.jsonl", "questions", (file) =>
    readLines(file, z.object({ text: z.string() })).map(({ text }) => text)
  ),
  over("orsharc", "dev.jsonl", "questions", (file) =>
    readLines(file, z.object({ question: z.string() })).map(({ question }) => question)
  ),
  over("doc2dial", "dev.jsonl", "customer turns", (file) => [
    ...new Set(
      readLines(file, z.object({ history: z.array(z.string()) })).map(({ history: [latest = ""] }) =>
        latest.replace(/^user:/, "")
      )
    )
  ]),
  over("bipia", "dev.jsonl", "clean business mails", (file) =>
    readLines(file, z.object({ text: z.string(), label: z.int() }))
      .filter(({ label }) => label === 0)
      .map(({ text }) => text)
  )
]

function over(folder: string, file: string, what: string, textsOf: (file: string) => string[]): ReportSet {
  return {
    folder,
    files: [file],
    async rows(at) {
      const texts = textsOf(join(at, file))
      const rows: Row[] = []
      for (const mode of ["strict", "balanced"] as const) {
        const { result, pass } = await passOver(texts.length, () =>
          countMasked(texts.map((text) => ({ text, masked: spansOf({ text, spans: [] }, mode, "en") })))
        )
        const set = `${folder}, ${what}`
        rows.push({
          set,
          metric: `${mode}: words masked`,
          figure: result.masked / result.words,
          ...(mode === "strict" && BASELINES[folder] ? { baseline: BASELINES[folder] } : {}),
          ...pass
        })
        if (folder === "bipia")
          rows.push({
            set,
            metric: `${mode}: words masked that are not personal`,
            figure: result.notPersonal / result.words,
            ...pass
          })
      }
      return rows
    }
  }
}

/** These are the shares that a method of word lists and capitals masks in the same texts. */
const BASELINES: Record<string, string> = {
  banking77: "2.0 %: lists of names",
  orsharc: "11.8 %: lists of names",
  doc2dial: "4.5 %: lists of names",
  bipia: "26.6 %: lists of names"
}

/** Counts words. A word counts as masked if its first or last character is. */
function countMasked(all: { text: string; masked: readonly { start: number; end: number }[] }[]): {
  words: number
  masked: number
  notPersonal: number
} {
  const counts = { words: 0, masked: 0, notPersonal: 0 }
  for (const { text, masked } of all) {
    const found = new Uint8Array(text.length)
    for (const { start, end } of masked) found.fill(1, start, end)
    for (const match of text.matchAll(WORD)) {
      counts.words++
      if (!found[match.index] && !found[match.index + match[0].length - 1]) continue
      counts.masked++
      const around = text.slice(
        text.lastIndexOf(" ", match.index) + 1,
        (text.indexOf(" ", match.index) + 1 || text.length + 1) - 1
      )
      if (!isPersonalInMails(match[0]) && !isPersonalInMails(around)) counts.notPersonal++
    }
  }
  return counts
}

/** Words are cut in the same way as those of the annotated sets. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[^\s\p{L}\p{N}]+[\p{L}\p{M}\p{N}]+)*/gu
