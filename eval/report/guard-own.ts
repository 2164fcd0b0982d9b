import { existsSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { guardDraft } from "../../src/checks/index.ts"
import { guardLine } from "../tasks/guard.ts"
import { partsOf, passOver, readLines, type ReportSet, type Row } from "./row.ts"

const own = z.extend(guardLine, { ok: z.boolean(), kinds: z.array(z.string()) })

/** Our own bad and good drafts: the bad ones found, the good ones flagged. */
export const guardOwn: ReportSet = {
  folder: "guard-own",
  files: ["dev.jsonl"],
  async rows(folder, how) {
    const rows: Row[] = []
    for (const part of partsOf(how)) {
      const file = join(folder, `${part}.jsonl`)
      if (!existsSync(file)) continue
      const drafts = readLines(file, own)
      const { result, pass } = await passOver(drafts.length, () => drafts.map(({ internal, ...draft }) => ({ ...draft, flagged: !guardDraft({ ...draft, internal: internal ?? [] }).ok })))
      const share = (about: typeof result) => about.filter(({ flagged }) => flagged).length / about.length
      const bad = result.filter(({ ok }) => !ok)
      const set = `guard-own, ${part}`
      rows.push(
        { set, metric: "bad drafts found", figure: share(bad), ...pass },
        { set, metric: "good drafts flagged", figure: share(result.filter(({ ok }) => ok)), ...pass },
        ...[...new Set(bad.flatMap(({ kinds }) => kinds))].sort().map((kind): Row => ({ set, metric: `bad drafts found: ${kind}`, figure: share(bad.filter(({ kinds }) => kinds.includes(kind))), ...pass, detail: true }))
      )
    }
    return rows
  }
}
