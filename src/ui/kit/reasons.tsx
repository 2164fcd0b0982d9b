import { use } from "react"
import { REASON_KEYS, REASONS, type Reason } from "../../ticket/review-reasons.ts"
import { tell } from "../messages/t.ts"
import { SingleKeys } from "./use-keys.ts"

/** The reasons why a draft wasn't good, each with its key. Several can be selected. The caller binds the keys. */
export function Reasons({
  given,
  toggle,
  label
}: {
  given: readonly Reason[]
  toggle: (reason: Reason) => void
  label: string
}) {
  const single = use(SingleKeys)
  return (
    <div className="reasons" role="group" aria-label={label}>
      {REASONS.map((reason) => (
        <label key={reason}>
          <input
            type="checkbox"
            id={`reason-${reason}`}
            checked={given.includes(reason)}
            aria-keyshortcuts={single ? REASON_KEYS[reason] : undefined}
            onChange={() => toggle(reason)}
          />
          <span className="grow">{tell(`reason.${reason}`, {})}</span>
          {single ? <kbd aria-hidden="true">{REASON_KEYS[reason]}</kbd> : null}
        </label>
      ))}
    </div>
  )
}

/** Returns the reasons with one added or removed, in their own order. */
export function toggleReason(given: readonly Reason[], reason: Reason): Reason[] {
  return REASONS.filter((one) => (one === reason) !== given.includes(one))
}
