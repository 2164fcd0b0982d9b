import { IconButton } from "../../kit/button.tsx"
import { Icon, Logo, type IconName } from "../../kit/icon.tsx"
import { tell, t, type MessageKey } from "../../messages/t.ts"
import { bindings } from "../state/bindings.ts"
import { TAUGHT_PAGE } from "../../../ticket/page-recipe.ts"
import { SELECTED_TEXT } from "../../../ticket/ticket-key.ts"
import type { PanelState } from "../../../protocol/panel.ts"

/** Shows the ticket and the state of the relay. `onMenu` is left out when no ticket is open. */
export function PanelHeader({ state, title, onMenu }: { state?: PanelState; title: string; onMenu?: () => void }) {
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
      {onMenu ? (
        <IconButton
          id="open-more"
          icon="menu"
          shortcut={bindings.keys.shortcut}
          label={t("head.menu")}
          onPress={onMenu}
        />
      ) : null}
    </header>
  )
}

function statusOf({ phase, relay }: PanelState): { icon: IconName; word: MessageKey } | undefined {
  if (phase === "unpaired") return undefined
  if (phase === "locked") return { icon: "lock", word: "head.locked" }
  if (relay.state === "offline")
    return navigator.onLine
      ? { icon: "unplug", word: "relay.offline" }
      : { icon: "cloud-off", word: "relay.no-network" }
  return { icon: relay.state === "other-version" ? "unplug" : "plug", word: `relay.${relay.state}` }
}
