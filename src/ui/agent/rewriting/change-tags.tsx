import type { RewriteRow } from "../../../protocol/search.ts"
import { Icon } from "../../kit/icon.tsx"
import { listed } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"

/** What may say something else in a sentence now, each with the words of both texts. */
export function ChangeTags({ changes }: { changes: RewriteRow["changes"] }) {
  return changes.map(({ kind, before, after }) => (
    <span key={`${kind} ${before} ${after}`} className="tag wrong">
      <Icon name="alert" />
      {tell(`rewrite.kind.${kind}`, {})}
      {quoted(before, after)}
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
function quoted(before: string, after: string): string {
  const words = [before, after].filter((one) => one !== "")
  return words.length === 0 || words.some((one) => one.length > MOST_QUOTED) ? "" : `: ${words.join(" → ")}`
}

/** In characters. */
const MOST_QUOTED = 40
