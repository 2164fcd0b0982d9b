import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react"
import type { PanelState, PanelTicket } from "../../protocol/panel.ts"
import type { Suggestion } from "../../ticket/draft.ts"
import { useStored } from "../kit/use-stored.ts"
import { SingleKeys } from "../kit/use-keys.ts"
import { t } from "../messages/t.ts"
import { Bar } from "./bar/bar.tsx"
import { cards } from "./cards/index.ts"
import { EvidenceView } from "./evidence/evidence-view.tsx"
import { PanelHeader } from "./layout/panel-header.tsx"
import { PanelMenu } from "./layout/panel-menu.tsx"
import { CommandPalette } from "./layout/command-palette.tsx"
import { AimedSentence } from "./draft-text/aimed-sentence.ts"
import type { PanelLink } from "./state/panel-link.ts"
import { RequestInspector } from "./inspector/request-inspector.tsx"
import { WhyView } from "./why/why-view.tsx"
import { usePanelKeys } from "./state/use-panel-keys.ts"
import { PanelContext, usePanel, type PanelContextValue } from "./state/use-panel.ts"
import type { PanelView } from "./state/use-ticket-on-screen.ts"

const inOrder = [...cards].sort((a, b) => a.order - b.order)

/** A ticket is in front: header, cards (or what replaces them), bar. */
export function TicketView({ state, ticket, link }: { state: PanelState; ticket: PanelTicket; link: PanelLink }) {
  const panel = usePanel(state, ticket, link)
  const [single, setSingle] = useStored("keys.single", true)
  usePanelKeys(panel, single)
  const scroller = useView(panel)
  useAnchor(panel, scroller)
  const [aimed, aim] = useState<Suggestion>()
  const aiming = useMemo(() => ({ aimed, aim }), [aimed])
  return (
    <PanelContext value={panel}>
      <SingleKeys value={single}>
        <PanelHeader state={state} title="" onMenu={() => panel.setView(panel.view === "more" ? "cards" : "more")} />
        <main ref={scroller} aria-label={t("product")} tabIndex={-1}>
          {/* Hidden, not gone: fields keep their words, and the focus can come back to where it was. */}
          <div className="cards" hidden={panel.view !== "cards"}>
            <AimedSentence value={aiming}>
              {inOrder.map(({ id, Card }) => (
                <Card key={id} />
              ))}
            </AimedSentence>
          </div>
          {panel.view === "saw" ? <RequestInspector /> : null}
          {panel.view === "evidence" ? <EvidenceView /> : null}
          {panel.view === "why" ? <WhyView /> : null}
          {panel.view === "palette" ? <CommandPalette /> : null}
          {panel.view === "more" ? <PanelMenu setSingle={setSingle} /> : null}
        </main>
        <Bar />
      </SingleKeys>
    </PanelContext>
  )
}

/**
 * What appears or grows above the draft must not push it out of view. The browser prevents that where something is
 * scrolled; this does it at the top.
 */
function useAnchor({ ticket }: PanelContextValue, scroller: RefObject<HTMLElement | null>) {
  // As it is before this state is drawn.
  const before = letterTop()
  const last = useRef(ticket.key)
  useLayoutEffect(() => {
    const same = last.current === ticket.key
    last.current = ticket.key
    const after = letterTop()
    if (!scroller.current || !same || before === undefined || after === undefined || scroller.current.scrollTop > 0)
      return
    if (after > before) scroller.current.scrollTop = after - before
  })
}

/** Returns undefined if none is shown. */
function letterTop(): number | undefined {
  const letter = document.getElementById("letter")
  return letter?.offsetParent ? letter.getBoundingClientRect().top : undefined
}

/**
 * Shows the cards again and returns the focus when what covered them is closed. Another ticket begins at the top, and
 * one that was there before where it was left.
 */
function useView({ view, ticket, setView }: PanelContextValue) {
  const scroller = useRef<HTMLElement>(null)
  const before = useRef<{ view: PanelView; top: number; focus: Element | null }>({ view: "cards", top: 0, focus: null })
  // As it is before this state is drawn.
  const top = before.current.view === "cards" ? (scroller.current?.scrollTop ?? 0) : before.current.top
  if (before.current.view === "cards" && view !== "cards") {
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
    if (scroller.current && view === "cards") scroller.current.scrollTop = there
  })
  useLayoutEffect(() => {
    if (view !== "cards") {
      scroller.current?.scrollTo?.(0, 0)
      const first = document.getElementById("palette") ?? document.getElementById("back")
      first?.focus()
    } else if (before.current.view !== "cards") {
      const { top: there, focus } = before.current
      before.current = { view, top: 0, focus: null }
      if (scroller.current) scroller.current.scrollTop = there
      const hasFocus = document.activeElement && document.activeElement !== document.body
      if (!hasFocus && focus instanceof HTMLElement && focus !== document.body) focus.focus({ preventScroll: true })
    }
  }, [view])
  // Another ticket has other things to show.
  useEffect(() => setView("cards"), [ticket.key, setView])
  return scroller
}
