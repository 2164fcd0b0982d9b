import { Icon } from "../../kit/icon.tsx"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"

/** Below a message of a letter that is sent in several: which one it is, and whether it was sent. A press picks it. */
export function MessageSign({ at }: { at: number }) {
  const { messages } = usePanelContext()
  const message = messages?.all[at]
  if (!messages || !message) return null
  const which = { n: at + 1, of: messages.all.length }
  if (message.isSent)
    return (
      <span className="mk message">
        <Icon name="check" />
        {t("message.sent", which)}
      </span>
    )
  const isNext = messages.next === at
  return (
    <button type="button" className="mk message" aria-pressed={isNext} onClick={() => messages.pick(at)}>
      {isNext ? t("message.next", which) : t("message", which)}
    </button>
  )
}
