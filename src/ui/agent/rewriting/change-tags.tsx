import type { RewriteRow } from "../../../protocol/search.ts"
import { Icon } from "../../kit/icon.tsx"
import { tell } from "../../messages/t.ts"

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

/** A whole sentence stands above its tag and isn't repeated in it. */
function quoted(before: string, after: string): string {
  const words = [before, after].filter((one) => one !== "")
  return words.length === 0 || words.some((one) => one.length > MOST_QUOTED) ? "" : `: ${words.join(" → ")}`
}

/** In characters. */
const MOST_QUOTED = 40
