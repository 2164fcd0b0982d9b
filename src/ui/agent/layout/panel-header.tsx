import { Button } from "../../kit/button.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { Icon, Logo, type IconName } from "../../kit/icon.tsx"
import { tell, t, type MessageKey } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import { TAUGHT_PAGE } from "../../../ticket/page-recipe.ts"
import { SELECTED_TEXT } from "../../../ticket/ticket-key.ts"
import type { PanelState } from "../../../protocol/panel.ts"

/**
 * Shows the ticket, and Find, which leads to every action. The state of the relay is only shown if it isn't simply
 * online. `onFind` is left out when no ticket is open.
 */
export function PanelHeader({ state, title, onFind }: { state?: PanelState; title: string; onFind?: () => void }) {
  const { ticket } = state ?? {}
  const status = state ? statusOf(state) : undefined
  return (
    <header className="head">
      <Logo />
      <h1 className="grow cut">
        {ticket && ticket.helpdesk !== SELECTED_TEXT ? (
          <>
            {ticket.helpdesk === TAUGHT_PAGE ? null : <bdi className="muted num">#{ticket.ticketId}</bdi>}{" "}
            <bdi className="cut" lang={ticket.language ?? undefined}>
              {ticket.subject}
            </bdi>
          </>
        ) : ticket ? (
          t("selection")
        ) : (
          title
        )}
      </h1>
      {status ? (
        <span className="status">
          <Icon name={status.icon} />
          {tell(status.word, {})}
        </span>
      ) : null}
      {onFind ? (
        <Button variant="bare" small icon="find" {...shortcutProps(bindings.palette)} onPress={onFind}>
          {t("head.find")}
        </Button>
      ) : null}
    </header>
  )
}

function statusOf({ phase, relay }: PanelState): { icon: IconName; word: MessageKey } | undefined {
  if (phase === "unpaired" || (phase === "ticket" && relay.state === "online")) return undefined
  if (phase === "locked") return { icon: "lock", word: "head.locked" }
  if (relay.state === "offline")
    return navigator.onLine
      ? { icon: "unplug", word: "relay.offline" }
      : { icon: "cloud-off", word: "relay.no-network" }
  return { icon: relay.state === "other-version" ? "unplug" : "plug", word: `relay.${relay.state}` }
}
