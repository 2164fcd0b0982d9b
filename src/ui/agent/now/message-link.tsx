import { useState } from "react"
import type { PanelTicket } from "../../../protocol/panel.ts"
import { clock, dayOfYear, inRow } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"

export type Message = PanelTicket["messages"][number]

/** Shows messages in the helpdesk's page. That page moves and the focus stays here, so `shown` says it in words. */
export function useMessageInPage(): { shown: string; show: (message: Message) => void } {
  const { showMessage } = usePanelContext()
  const [shown, setShown] = useState("")
  return {
    shown,
    show: (message) => {
      setShown("")
      void showMessage(message).then((done) => {
        if (done) setShown(t("summary.shown", { n: message.n }))
      })
    }
  }
}

/** Shows the message in the helpdesk's page. */
export function MessageLink({ id, withTime = false, onShow }: MessageLinkProps) {
  const { ticket } = usePanelContext()
  const message = ticket.messages.find((one) => one.id === id)
  if (!message) return null
  const name = t("summary.message", { n: message.n })
  const visible = withTime ? inRow([name, clock(message.at)]) : name
  // The name begins with what is visible.
  const rest = [message.author, dayOfYear(message.at), withTime ? "" : clock(message.at)]
  const whole = inRow([visible, ...rest].filter(Boolean))
  return (
    <button type="button" className="msg" aria-label={whole} title={whole} onClick={() => onShow(message)}>
      {visible}
    </button>
  )
}

interface MessageLinkProps {
  id: string | undefined
  /** It says when the message was written, too. */
  withTime?: boolean
  onShow: (message: Message) => void
}
