import { join } from "node:path"
import * as z from "zod/mini"
import { languageOf } from "../../src/text/language.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import { languageParts, passOver, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

/**
 * Questions in twelve languages, which are detected among these twelve: whole, and from their first 25 and 12
 * characters.
 */
export const xquadLanguage: ReportSet = {
  folder: "xquad-lang",
  files: ["dev.jsonl"],
  async rows(folder) {
    const lines = readLines(join(folder, "dev.jsonl"), z.object({ lang: z.string(), text: z.string() })).map(
      ({ lang, text }) => ({ language: lang, text })
    )
    const among = [...new Set(lines.map((line) => line.language))]
    const rows: Row[] = []
    for (const [about, characters] of [
      ["whole", Infinity],
      ["first 25 characters", 25],
      ["first 12 characters", 12]
    ] as const) {
      const cut = lines.map(({ language, text }) => ({
        language,
        text: Array.from(text).slice(0, characters).join("")
      }))
      rows.push(...(await rowsOf("xquad-lang, 12 languages", about, cut, among)))
    }
    return rows
  }
}

/** Short messages to shops, written for this project and detected among the product's languages. */
export const languageOwn: ReportSet = {
  folder: "language-own",
  files: ["fr/dev.jsonl"],
  async rows(folder, how) {
    const rows: Row[] = []
    for (const { language: own, part, file } of languageParts(folder, how)) {
      const lines = readLines(file, z.object({ language: z.string(), text: z.string() }))
      rows.push(
        ...(await rowsOf(`language-own ${own}, ${part}`, "whole", lines, LANGUAGES)).filter(({ detail }) => !detail)
      )
      const short = lines.filter(({ text }) => text.length < 25)
      if (short.length > 0)
        rows.push(
          ...(await rowsOf(`language-own ${own}, ${part}`, "shorter than 25 characters", short, LANGUAGES)).filter(
            ({ detail }) => !detail
          )
        )
    }
    return rows
  }
}

/** A text whose language isn't detected counts as wrong. */
async function rowsOf(
  set: string,
  about: string,
  lines: readonly { language: string; text: string }[],
  among: readonly string[]
): Promise<Row[]> {
  const { result, pass } = await passOver(lines.length, () =>
    lines.map(({ language, text }) => ({ language, told: languageOf(text, among).language }))
  )
  const share = (some: typeof result, holds: (one: (typeof result)[number]) => boolean) =>
    some.filter(holds).length / some.length
  const right = ({ language, told }: (typeof result)[number]) => told === language
  return [
    { set, metric: `${about}: right`, figure: share(result, right), ...pass },
    { set, metric: `${about}: not told`, figure: share(result, ({ told }) => told === null), ...pass },
    ...among.map(
      (language): Row => ({
        set,
        metric: `${about}, right: ${language}`,
        figure: share(
          result.filter((one) => one.language === language),
          right
        ),
        ...pass,
        detail: true
      })
    )
  ]
}
