import type { RewriteRow } from "../../../protocol/search.ts"
import { Icon } from "../../kit/icon.tsx"
import { listed } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"

/** What may say something else in a sentence now, each with the words of both texts. */
export function ChangeTags({ changes }: { changes: RewriteRow["changes"] }) {
  return changes.map(({ kind, before, after }) => (
    <span key={`${kind} ${before} ${after}`} className="tag wrong">
      <Icon name="alert" />
      {changeText(tell(`rewrite.kind.${kind}`, {}), before, after)}
    </span>
  ))
}

/** Says what a rule doubted in a sentence, where the model that verifies found that it says the same. */
export function SettledNote({ changes }: { changes: RewriteRow["changes"] }) {
  if (changes.length === 0) return null
  const kinds = [...new Set(changes.map(({ kind }) => tell(`rewrite.kind.${kind}`, {})))]
  return <p className="small muted">{t("rewrite.settled", { what: listed(kinds) })}</p>
}

/** A whole sentence stands above its tag and isn't repeated in it. */
function changeText(name: string, before: string, after: string): string {
  if ((before === "" && after === "") || Math.max(before.length, after.length) > MOST_QUOTED) return name
  const value = before === "" || after === "" ? before + after : t("from-to", { before, after })
  return t("named", { name, value })
}

/** In characters. */
const MOST_QUOTED = 40
