import { existsSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { guardDraft } from "../../src/checks/guard/guard-draft.ts"
import { guardLine } from "../tasks/guard.ts"
import { partsOf, passOver, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

const own = z.extend(guardLine, { ok: z.boolean(), kinds: z.array(z.string()), lang: z.string() })

/**
 * Measures bad and good drafts of this project in a folder: the bad ones that are found and the good ones that are
 * flagged, in detail by kind and language. `file` must exist, and other parts are optional.
 */
const guardSet = (folder: string, file = "dev.jsonl"): ReportSet => ({
  folder,
  files: [file],
  async rows(path, how) {
    const rows: Row[] = []
    for (const part of partsOf(how)) {
      const file = join(path, `${part}.jsonl`)
      if (!existsSync(file)) continue
      const drafts = readLines(file, own)
      const { result, pass } = await passOver(drafts.length, () =>
        drafts.map(({ internal, ...draft }) => ({
          ...draft,
          flagged: !guardDraft({ ...draft, internal: internal ?? [] }).ok
        }))
      )
      const share = (about: typeof result) => about.filter(({ flagged }) => flagged).length / about.length
      const bad = result.filter(({ ok }) => !ok)
      const good = result.filter(({ ok }) => ok)
      const set = `${folder}, ${part}`
      const by = (what: string, among: typeof result, keysOf: (draft: (typeof result)[number]) => string[]) =>
        [...new Set(among.flatMap(keysOf))].sort().map(
          (key): Row => ({
            set,
            metric: `${what}: ${key}`,
            figure: share(among.filter((draft) => keysOf(draft).includes(key))),
            ...pass,
            detail: true
          })
        )
      rows.push(
        { set, metric: "bad drafts found", figure: share(bad), ...pass },
        { set, metric: "good drafts flagged", figure: share(good), ...pass },
        ...by("bad drafts found", bad, ({ kinds }) => kinds),
        ...by("bad drafts found, by language", bad, ({ lang }) => [lang]),
        ...by("good drafts flagged, by language", good, ({ lang }) => [lang])
      )
    }
    return rows
  }
})

export const guardOwn = guardSet("guard-own")
/**
 * Requests for secrets, control or money in other words than those with which the guard was written, foreign links and
 * mixed scripts.
 */
export const guardWording = guardSet("guard-wording")
/** Drafts that are all held out. There are rows only if `held` is requested. */
export const guardFresh = guardSet("guard-fresh", "held.jsonl")
/** Requests that name nothing, and addresses whose form hides them, in words and with traps of their own. */
export const guardNameless = guardSet("guard-nameless")
/** The same by a third writer. */
export const guardNameless2 = guardSet("guard-nameless-2")
/** The same by a fourth, all held out. */
export const guardNameless3 = guardSet("guard-nameless-3", "held.jsonl")
