import { join } from "node:path"
import * as z from "zod/mini"
import { readLines } from "../../training/read-lines.ts"
import { judgeText } from "../tasks/support.ts"
import { passOver, type ReportSet, type Row } from "./row.ts"

const own = z.object({ source: z.string(), text: z.string(), label: z.string(), kind: z.string(), wording: z.string() })

/** Sentences of replies that their article says, or says otherwise, and whether the check of sources marks them. */
export const supportOwn: ReportSet = {
  folder: "support-own",
  files: ["dev.jsonl"],
  async rows(folder) {
    const lines = readLines(join(folder, "dev.jsonl"), own)
    const { result, pass } = await passOver(lines.length, () =>
      lines.map((one) => ({ ...one, isMarked: !judgeText(one.text, [one.source]).supported }))
    )
    const set = "support-own, dev"
    const isTrue = ({ label }: { label: string }) => label === "supported"
    const marked = (some: typeof result) => some.filter(({ isMarked }) => isMarked).length / Math.max(1, some.length)
    const [right, wrong] = [result.filter(isTrue), result.filter((one) => !isTrue(one))]
    return [
      { set, metric: "balanced accuracy", figure: (1 - marked(right) + marked(wrong)) / 2, ...pass },
      { set, metric: "true sentences marked", figure: marked(right), ...pass },
      { set, metric: "false sentences marked", figure: marked(wrong), ...pass },
      ...[...Map.groupBy(wrong, ({ kind }) => kind)].map(
        ([kind, some]): Row => ({
          set,
          metric: `marked, by kind: ${kind}`,
          figure: marked(some),
          ...pass,
          detail: true
        })
      )
    ]
  }
}

const page = z.object({ id: z.string(), text: z.string() })
const utterance = z.object({ id: z.number(), text: z.string() })
const turn = z.object({ doc: z.string(), candidates: z.array(z.number()), gold: z.number() })

/**
 * What agents of public offices wrote next, in their own words, held against the whole page that they wrote from. It is
 * true but for slips, so what is marked is marked by mistake. Questions, copies and turns of a few words are left out.
 */
export const agentTurns: ReportSet = {
  name: "doc2dial-turns",
  folder: "doc2dial",
  files: ["docs.jsonl", "dev-replies.jsonl", "dev-utterances.jsonl"],
  async rows(folder) {
    const pages = new Map(readLines(join(folder, "docs.jsonl"), page).map(({ id, text }) => [id, text]))
    const said = new Map(readLines(join(folder, "dev-utterances.jsonl"), utterance).map(({ id, text }) => [id, text]))
    const turns = readLines(join(folder, "dev-replies.jsonl"), turn).flatMap(({ doc, candidates, gold }) => {
      const text = said.get(candidates[gold] ?? -1) ?? ""
      const source = pages.get(doc) ?? ""
      const isOwn = !text.includes("?") && longWords(text) >= 4 && !plain(source).includes(plain(text))
      return isOwn ? [{ text, source }] : []
    })
    const { result, pass } = await passOver(turns.length, () =>
      turns.map(({ text, source }) => !judgeText(text, [source]).supported)
    )
    const figure = result.filter(Boolean).length / Math.max(1, result.length)
    return [{ set: "doc2dial, agent turns in own words", metric: "marked", figure, ...pass }]
  }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[^a-z0-9 ]/g, "")
    .trim()
const longWords = (text: string) =>
  plain(text)
    .split(" ")
    .filter((word) => word.length > 3).length
