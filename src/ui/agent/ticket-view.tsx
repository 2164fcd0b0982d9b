import { useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import type { PanelState, PanelTicket } from "../../protocol/panel.ts"
import type { Suggestion } from "../../ticket/draft.ts"
import { useStored } from "../kit/use-stored.ts"
import { SingleKeys } from "../kit/use-keys.ts"
import { t } from "../messages/t.ts"
import { BeforeSending } from "./before/before-sending.tsx"
import { Bar } from "./bar/bar.tsx"
import { cards } from "./cards/index.ts"
import { Dock } from "./dock/dock.tsx"
import { Drawer } from "./dock/drawer.tsx"
import { Now } from "./now/now.tsx"
import { PanelHeader } from "./layout/panel-header.tsx"
import { PanelMenu } from "./layout/panel-menu.tsx"
import { CommandPalette } from "./actions/command-palette.tsx"
import { AimedSentence } from "./draft-text/aimed-sentence.ts"
import type { PanelLink } from "./state/panel-link.ts"
import { RequestInspector } from "./inspector/request-inspector.tsx"
import { WhyView } from "./why/why-view.tsx"
import { usePanelKeys } from "./actions/use-panel-keys.ts"
import { TypedWords } from "./state/typed-words.ts"
import { PanelContext, usePanel, type PanelContextValue } from "./state/use-panel.ts"
import type { PanelView } from "./state/use-ticket-on-screen.ts"

const inLetter = cards.filter(({ place }) => place === "letter").sort((a, b) => a.order - b.order)

/** A ticket is in front: header, what the customer wants, the letter, the drawers and the bar, all on one screen. */
export function TicketView({ state, ticket, link }: { state: PanelState; ticket: PanelTicket; link: PanelLink }) {
  const panel = usePanel(state, ticket, link, useContext(TypedWords))
  const [single, setSingle] = useStored("keys.single", true)
  usePanelKeys(panel, single)
  const { page, letter } = useView(panel)
  useSentenceInView(panel)
  const [aimed, aim] = useState<Suggestion>()
  const aiming = useMemo(() => ({ aimed, aim }), [aimed])
  return (
    <PanelContext value={panel}>
      <SingleKeys value={single}>
        <PanelHeader
          state={state}
          title=""
          onFind={() => panel.setView(panel.view === "palette" ? "seat" : "palette")}
        />
        <main aria-label={t("product")}>
          {/* Hidden, not gone: fields keep their words, and the focus can come back to where it was. */}
          <div className="seat" hidden={panel.view !== "seat"}>
            <AimedSentence value={aiming}>
              <Now />
              <BeforeSending />
              <div className="letter-window" ref={letter}>
                {inLetter.map(({ id, Card }) => (
                  <Card key={id} />
                ))}
              </div>
              <Drawer />
              <Dock />
            </AimedSentence>
          </div>
          {panel.view === "seat" ? null : (
            // Focusable, so that it can be scrolled by the keys.
            <div className="instead" ref={page} tabIndex={-1}>
              {panel.view === "saw" ? <RequestInspector /> : null}
              {panel.view === "why" ? <WhyView /> : null}
              {panel.view === "palette" ? <CommandPalette /> : null}
              {panel.view === "menu" ? <PanelMenu setSingle={setSingle} /> : null}
            </div>
          )}
        </main>
        <Bar />
      </SingleKeys>
    </PanelContext>
  )
}

/** When a drawer opens, the letter's window shrinks: the sentence in hand stays in view. */
function useSentenceInView({ drawer, evidence, source }: PanelContextValue) {
  const isOpen = drawer !== undefined
  useLayoutEffect(() => {
    if (!isOpen) return
    const letter = document.getElementById("letter")
    const focused = letter?.contains(document.activeElement) === true ? document.activeElement : undefined
    const inHand = letter?.querySelector(".s.hand") ?? focused ?? letter?.querySelector(".s.on")
    inHand?.scrollIntoView?.({ block: "nearest" })
  }, [isOpen, evidence.hand, source])
}

/**
 * Shows the letter again and returns the focus when what covered it is closed. The letter of another ticket begins at
 * the top, and one that was there before where it was left.
 */
function useView({ view, ticket, setView }: PanelContextValue) {
  const page = useRef<HTMLDivElement>(null)
  const letter = useRef<HTMLDivElement>(null)
  const before = useRef<{ view: PanelView; top: number; focus: Element | null }>({ view: "seat", top: 0, focus: null })
  // As it is before this state is drawn.
  const top = before.current.view === "seat" ? (letter.current?.scrollTop ?? 0) : before.current.top
  if (before.current.view === "seat" && view !== "seat") {
    before.current = { view, top, focus: document.activeElement }
  }
  const tops = useRef(new Map<string, number>())
  const last = useRef(ticket.key)
  useLayoutEffect(() => {
    if (last.current === ticket.key) return
    tops.current.set(last.current, top)
    last.current = ticket.key
    const there = tops.current.get(ticket.key) ?? 0
    before.current.top = there
    if (letter.current && view === "seat") letter.current.scrollTop = there
  })
  useLayoutEffect(() => {
    if (view !== "seat") {
      page.current?.scrollTo?.(0, 0)
      const first = document.getElementById("palette") ?? document.getElementById("back")
      first?.focus()
    } else if (before.current.view !== "seat") {
      const { top: there, focus } = before.current
      before.current = { view, top: 0, focus: null }
      if (letter.current) letter.current.scrollTop = there
      const hasFocus = document.activeElement && document.activeElement !== document.body
      if (!hasFocus && focus instanceof HTMLElement && focus !== document.body) focus.focus({ preventScroll: true })
    }
  }, [view])
  // Another ticket has other things to show.
  useEffect(() => setView("seat"), [ticket.key, setView])
  return { page, letter }
}
