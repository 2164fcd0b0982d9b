import * as z from "zod/mini"
import { alteredRewrites } from "../../../data/rewrite-own/alter.ts"
import { ALTERATION_KINDS, HOWS } from "../../../data/rewrite-own/shapes.ts"
import { changedFacts } from "../../../src/checks/rewrite/changed-facts.ts"
import { readLines } from "../../../training/read-lines.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

const reworded = z.object({ how: z.enum(HOWS), text: z.string() })
const line = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string(),
  rewrites: z.tuple([reworded, reworded]),
  alterations: z.array(
    z.object({
      kind: z.enum(ALTERATION_KINDS),
      at: z.enum(["text", "first", "second"]),
      old: z.string(),
      new: z.string()
    })
  )
})
type Rewritten = z.infer<typeof line>

/** Replies with faithful rewrites and with rewrites of which one fact was altered: which of both are doubted. */
export const rewriteOwn: ReportSet = {
  folder: "rewrite-own",
  files: ["dev.jsonl"],
  own: true,
  async rows(folder, how) {
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, line), `rewrite-own, ${part}`))
  }
}

async function rowsOf(texts: Rewritten[], set: string): Promise<Row[]> {
  const languages = new Map(texts.map(({ id, language }) => [id, language]))
  const doubted = (before: string, after: string, id: string) =>
    changedFacts(before, after, languages.get(id) ?? null).length > 0
  const { result, pass } = await passOver(texts.length * 4, () => ({
    faithful: texts.flatMap(({ id, text, rewrites }) =>
      rewrites.map((rewrite) => ({ id, found: doubted(text, rewrite.text, id) }))
    ),
    altered: alteredRewrites(texts, SEED).map(({ id, kind, before, after }) => ({
      id,
      kind,
      found: doubted(before, after, id)
    }))
  }))
  const share = (all: { found: boolean }[]) => all.filter(({ found }) => found).length / all.length
  const inLanguage = <T extends { id: string }>(all: T[], language: string) =>
    all.filter(({ id }) => languages.get(id) === language)
  return [
    { set, metric: "altered facts found", figure: share(result.altered), ...pass },
    { set, metric: "faithful rewrites doubted", figure: share(result.faithful), ...pass },
    ...ALTERATION_KINDS.map((kind): Row => {
      const figure = share(result.altered.filter((one) => one.kind === kind))
      return { set, metric: `altered facts found: ${kind}`, figure, ...pass, detail: true }
    }),
    ...[...new Set(languages.values())].sort().flatMap((language): Row[] => [
      {
        set,
        metric: `altered facts found, by language: ${language}`,
        figure: share(inLanguage(result.altered, language)),
        ...pass,
        detail: true
      },
      {
        set,
        metric: `faithful rewrites doubted, by language: ${language}`,
        figure: share(inLanguage(result.faithful, language)),
        ...pass,
        detail: true
      }
    ])
  ]
}

/** By this seed the facts are chosen that are altered. */
const SEED = 1
