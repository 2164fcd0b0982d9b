import { join } from "node:path"
import * as z from "zod/mini"
import { restoredOf, restoreLine } from "../tasks/restore.ts"
import { passOver, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

const strings = z.array(z.string())
const own = z.extend(restoreLine, { has: strings, hasNot: strings, part: z.enum(["dev", "held"]) })

/**
 * Drafts of this project with placeholders as models write them: values that must be restored, and values that mustn't.
 */
export const restoreOwn: ReportSet = {
  folder: "restore-own",
  files: ["cases.jsonl"],
  async rows(folder, { held }) {
    const rows: Row[] = []
    for (const part of held ? (["dev", "held"] as const) : (["dev"] as const)) {
      const cases = readLines(join(folder, "cases.jsonl"), own).filter((one) => one.part === part)
      const { result, pass } = await passOver(cases.length, () => cases.map((one) => ({ one, text: restoredOf(one) })))
      const share = (isRight: (text: string, one: z.infer<typeof own>) => boolean) =>
        result.filter(({ one, text }) => isRight(text, one)).length / cases.length
      const set = `restore-own, ${part}`
      rows.push(
        {
          set,
          metric: "cases wholly right",
          figure: share(
            (text, { has, hasNot }) =>
              has.every((value) => text.includes(value)) && !hasNot.some((value) => text.includes(value))
          ),
          ...pass
        },
        {
          set,
          metric: "cases where all that may come back is back",
          figure: share((text, { has }) => has.every((value) => text.includes(value))),
          ...pass
        }
      )
    }
    return rows
  }
}
