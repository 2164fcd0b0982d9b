import { use } from "react"
import { VERDICTS, type Verdict } from "../../../protocol/review.ts"
import { SingleKeys } from "../../kit/use-keys.ts"
import { t } from "../../messages/t.ts"
import { verdictWord } from "../review-text.ts"
import { VERDICT_KEYS } from "./review-keys.ts"

/** Whether the lead would send the draft: one of three, each with its key. */
export function VerdictChoice({ value, choose }: { value: Verdict | null; choose: (verdict: Verdict) => void }) {
  const single = use(SingleKeys)
  return (
    <fieldset className="verdict">
      <legend>{t("verdict.ask")}</legend>
      {VERDICTS.map((verdict) => (
        <label key={verdict}>
          <input
            type="radio"
            name="verdict"
            value={verdict}
            checked={value === verdict}
            aria-keyshortcuts={single ? VERDICT_KEYS[verdict] : undefined}
            onChange={() => choose(verdict)}
          />
          <span className="grow">{verdictWord(verdict)}</span>
          {single ? <kbd aria-hidden="true">{VERDICT_KEYS[verdict]}</kbd> : null}
        </label>
      ))}
    </fieldset>
  )
}
