import { useId, useLayoutEffect, useRef, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { t, tell } from "../../messages/t.ts"
import { cards } from "../cards/index.ts"
import type { PanelCard } from "../card-kit/panel-card.ts"
import { EvidenceView } from "../evidence/evidence-view.tsx"
import { bindings } from "../state/bindings.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { SOURCES_PARTS, type Drawer as OpenDrawer } from "../state/use-drawer.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { MoreRoot } from "./more.tsx"

const inOrder = [...cards].sort((a, b) => a.order - b.order)

/**
 * What is open above the dock, at most 60 % of the height. The letter's window shrinks, and nothing covers it. What is
 * closed is hidden, not gone: fields keep their words.
 */
export function Drawer() {
  const { drawer } = usePanelContext()
  const body = useRef<HTMLDivElement>(null)
  const shown = drawer && nameOf(drawer)
  useLayoutEffect(() => {
    if (shown !== undefined) body.current?.scrollTo?.(0, 0)
  }, [shown])
  const sources = drawer?.tab === "sources" ? drawer.part : undefined
  return (
    <section className="drawer" aria-label={drawer ? tell(`dock.title.${drawer.tab}`, {}) : undefined} hidden={!drawer}>
      <DrawerHeader drawer={drawer} />
      <div className="inner" ref={body}>
        <Part isOpen={sources === "checks"} place="checks" />
        {sources === "proof" ? <EvidenceView /> : null}
        <Part isOpen={sources === "pages"} place="pages" />
        <Part isOpen={drawer?.tab === "ask"} place="ask" />
        <div hidden={drawer?.tab !== "more" || drawer.part !== undefined}>
          <MoreRoot />
        </div>
        {inOrder.map(({ id, place, Card }) =>
          place === "more" ? (
            <div key={id} hidden={drawer?.tab !== "more" || drawer.part !== id}>
              <Card />
            </div>
          ) : null
        )}
      </div>
    </section>
  )
}

const nameOf = (drawer: OpenDrawer) => ["part" in drawer ? drawer.part : undefined, drawer.tab].join(" ")

function Part({ isOpen, place }: { isOpen: boolean; place: PanelCard["place"] }): ReactNode {
  return (
    <div hidden={!isOpen}>{inOrder.map((card) => (card.place === place ? <card.Card key={card.id} /> : null))}</div>
  )
}

/** What the drawer is, the parts that it has, and how to close it. */
function DrawerHeader({ drawer }: { drawer: OpenDrawer | undefined }) {
  const { closeDrawer, draft } = usePanelContext()
  return (
    <header>
      {drawer ? <Title drawer={drawer} /> : null}
      <span className="grow" />
      {/* While a draft is written, Esc stops it. */}
      <Button variant="bare" small {...(isWriting(draft) ? {} : shortcutProps(bindings.escape))} onPress={closeDrawer}>
        {t("dock.close")}
      </Button>
    </header>
  )
}

function Title({ drawer }: { drawer: OpenDrawer }) {
  const { setDrawer, evidence } = usePanelContext()
  const group = useId()
  if (drawer.tab === "more" && drawer.part !== undefined)
    return (
      <Button variant="bare" small icon="arrow-left" onPress={() => setDrawer({ tab: "more" })}>
        {t("dock.more")}
      </Button>
    )
  if (drawer.tab !== "sources") return <h2 id={group}>{tell(`dock.title.${drawer.tab}`, {})}</h2>
  return (
    <div className="parts" role="group" aria-label={t("dock.title.sources")}>
      {SOURCES_PARTS.map((part) => (
        <Button
          key={part}
          small
          variant="bare"
          pressed={drawer.part === part}
          {...(part === "proof" && !evidence.isThere ? { disabledReason: t("evidence.none") } : {})}
          onPress={() => (part === "proof" ? evidence.step(1) : setDrawer({ tab: "sources", part }))}
        >
          {t(`dock.part.${part}`)}
        </Button>
      ))}
    </div>
  )
}
