import * as z from "zod/mini"
import { compareWithSource } from "../../../src/checks/evidence/compare.ts"
import { rankEvidence } from "../../../src/checks/evidence/rank.ts"
import { sentences } from "../../../src/text/sentences.ts"
import { readLines } from "../../../training/read-lines.ts"
import { judgeText } from "../../tasks/support.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

const strings = z.array(z.string())
const line = z.object({
  id: z.string(),
  language: z.string(),
  page: z.object({ title: z.string(), text: z.string() }),
  sentences: z.array(
    z.object({
      text: z.string(),
      evidence: strings,
      ok: z.boolean(),
      kind: z.nullable(z.string()),
      differs: strings
    })
  )
})
type Page = z.infer<typeof line>
type Draft = Page["sentences"][number]

/**
 * Help pages with sentences that an agent could write of them: whether the source sentence behind each is found, on its
 * own page and among those of five, whether false ones are marked, and whether the words that are wrong are shown.
 */
export const evidenceOwn: ReportSet = {
  folder: "evidence-own",
  files: ["dev.jsonl"],
  async rows(folder, how) {
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, line), `evidence-own, ${part}`))
  }
}

async function rowsOf(pages: Page[], set: string): Promise<Row[]> {
  const all = pages.flatMap((page, at) => page.sentences.map((draft) => ({ page, at, draft })))
  const { result, pass } = await passOver(all.length, () =>
    all.map(({ page, at, draft }) => {
      const near = [0, 1, 2, 3, 4].map((step) => pages[(at + step) % pages.length] ?? page)
      return {
        draft,
        own: placeOf(draft, sentencesOf([page]), page.language),
        five: placeOf(draft, sentencesOf(near), page.language),
        isMarked: !judgeText(draft.text, [page.page.text]).sentences.every(({ supported }) => supported),
        isShown: isShown(draft, page)
      }
    })
  )
  type Found = (typeof result)[number]
  const share = (some: Found[], holds: (one: Found) => boolean) => some.filter(holds).length / Math.max(1, some.length)
  const right = result.filter(({ draft }) => draft.ok)
  const wrong = result.filter(({ draft }) => !draft.ok)
  const kinds = [...Map.groupBy(wrong, ({ draft }) => draft.kind ?? "").entries()]
  return [
    {
      set,
      metric: "true: right source sentence first, own page",
      figure: share(right, ({ own }) => own === 0),
      ...pass
    },
    { set, metric: "true: among the first two, own page", figure: share(right, ({ own }) => own < 2), ...pass },
    {
      set,
      metric: "true: right source sentence first, five pages",
      figure: share(right, ({ five }) => five === 0),
      ...pass
    },
    {
      set,
      metric: "false: right source sentence first, own page",
      figure: share(wrong, ({ own }) => own === 0),
      ...pass
    },
    { set, metric: "true sentences marked", figure: share(right, ({ isMarked }) => isMarked), ...pass },
    { set, metric: "false sentences marked", figure: share(wrong, ({ isMarked }) => isMarked), ...pass },
    { set, metric: "false: the wrong words are highlighted", figure: share(wrong, (one) => one.isShown), ...pass },
    ...kinds.map(
      ([kind, some]): Row => ({
        set,
        metric: `false sentences marked, by kind: ${kind}`,
        figure: share(some, ({ isMarked }) => isMarked),
        ...pass,
        detail: true
      })
    )
  ]
}

const sentencesOf = (pages: Page[]) =>
  pages.flatMap(({ page, language }) =>
    page.text.split(/\n+/).flatMap((paragraph) => sentences(paragraph, language).map(({ text }) => text))
  )

/** Returns at which place the first of the right source sentences is; Infinity if none is found. */
function placeOf({ text, evidence }: Draft, sources: string[], language: string): number {
  const isRight = (source: string) => evidence.some((one) => one.includes(source) || source.includes(one))
  const at = rankEvidence(text, sources, language).findIndex(({ index }) => isRight(sources[index] ?? ""))
  return at === -1 ? Infinity : at
}

/** Tells whether the differences that are highlighted beside the best source sentence touch the words that are wrong. */
function isShown({ text, differs }: Draft, page: Page): boolean {
  const sources = sentencesOf([page])
  const [best] = rankEvidence(text, sources, page.language)
  const found = compareWithSource(text, sources[best?.index ?? 0] ?? "", page.language)
  return differs.some((words) => {
    const start = text.indexOf(words)
    return found.some(({ draft }) => draft && draft.start < start + words.length && draft.end > start)
  })
}
