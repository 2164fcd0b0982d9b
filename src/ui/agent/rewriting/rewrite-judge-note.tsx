import type { Rewritten } from "../../../protocol/search.ts"
import { t, tell } from "../../messages/t.ts"

/** Says what became of the request to judge a rewrite, if there was one. A missing judgement is never passed over. */
export function RewriteJudgeNote({ judgement }: { judgement: Rewritten["judgement"] }) {
  if (!judgement) return null
  const { model, state, confirmed, doubted, unasked = 0 } = judgement
  const isTooLong = state === "done" && confirmed + doubted === 0 && unasked > 0
  return (
    <p className="small muted">
      {isTooLong
        ? t("rewrite.judge.long", { model })
        : tell(`rewrite.judge.${state}`, { model, confirmed, doubted, unasked })}
    </p>
  )
}
