import { useEffect, useId, useState, type RefObject } from "react"
import type { Inspection, InspectedPlaceholder } from "../../../protocol/request-inspector.ts"
import { Button } from "../../kit/button.tsx"
import { Card } from "../../kit/card.tsx"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { kindWord } from "./kind-word.ts"
import { PlaceholderTooltip } from "./placeholder-tooltip.tsx"
import { usePlaceholderChips, type HoveredPlaceholder } from "./use-placeholder-chips.ts"
import type { OverrideMasking } from "./use-inspection.ts"

/**
 * The bar at the foot of the page for masking overrides. A placeholder that was pressed can be overridden as not a
 * name, and words that were selected or typed as a name.
 */
export function MaskingOverrideBar({
  page,
  placeholders,
  tell
}: {
  page: RefObject<HTMLElement | null>
  placeholders: InspectedPlaceholder[]
  tell: OverrideMasking
}) {
  const [pointed, point] = useState<HoveredPlaceholder>()
  const [pressed, press] = useState<HoveredPlaceholder>()
  const [busy, setBusy] = useState(false)
  usePlaceholderChips(page, { point, press })
  const known = new Map(placeholders.map((one) => [one.placeholder, one]))
  const chosen = pressed && known.get(pressed.placeholder)
  const say: OverrideMasking = async (word, as, team) => {
    setBusy(true)
    const done = await tell(word, as, team)
    setBusy(false)
    return done
  }
  const back = (focus: HTMLElement | null | undefined) => {
    press(undefined)
    // The element that gets the focus has to be rendered first.
    requestAnimationFrame(() => (focus?.isConnected ? focus : document.getElementById(WORD))?.focus())
  }
  return (
    <>
      <PlaceholderTooltip pointed={pointed} placeholders={known} hide={() => point(undefined)} />
      <section className="override" aria-label={t("override")}>
        {chosen ? (
          <Placeholder
            key={chosen.placeholder}
            chosen={chosen}
            busy={busy}
            leave={() => back(pressed.chip)}
            tell={async (team) => {
              if (await say(chosen.value, "plain", team)) back(undefined)
            }}
          />
        ) : (
          <Words page={page} busy={busy} tell={(word, team) => say(word, "name", team)} />
        )}
      </section>
    </>
  )
}

const WORD = "override-word"

function Placeholder({
  chosen,
  busy,
  leave,
  tell
}: {
  chosen: InspectedPlaceholder
  busy: boolean
  leave: () => void
  tell: (team: boolean) => Promise<void>
}) {
  const id = useId()
  const [team, setTeam] = useState(false)
  useEffect(() => document.getElementById(id)?.focus(), [id])
  const off = busy ? t("override.busy") : chosen.fixed ? t(`override.fixed.${chosen.fixed}`) : undefined
  return (
    <div
      className="stack"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        event.preventDefault()
        leave()
      }}
    >
      <p>
        <bdi className="ph">{chosen.placeholder}</bdi> {t("override.stands", { kind: kindWord(chosen.type) })}{" "}
        <b dir="auto">{chosen.value.slice(0, 200)}</b>
        {chosen.internal ? ` ${t("saw.tip.internal")}` : ""}
      </p>
      {chosen.fixed ? <p className="quiet">{t(`override.fixed.${chosen.fixed}`)}</p> : null}
      {chosen.forTeam ? <ForTeam on={team} set={setTeam} /> : null}
      <div className="do">
        <Button small id={id} disabledReason={off} onPress={() => void tell(team)}>
          {t("override.plain")}
        </Button>
        <Button small variant="bare" onPress={leave}>
          {t("override.leave")}
        </Button>
      </div>
    </div>
  )
}

function Words({
  page,
  busy,
  tell
}: {
  page: RefObject<HTMLElement | null>
  busy: boolean
  tell: (word: string, team: boolean) => Promise<boolean>
}) {
  const [word, setWord] = useState("")
  const [team, setTeam] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    document.addEventListener(
      "selectionchange",
      () => {
        const words = selectedText(page.current)
        if (words !== undefined) setWord(words)
      },
      listening
    )
    return () => listening.abort()
  }, [page])
  const off = busy ? t("override.busy") : offOf(word)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!off)
          void tell(word, team).then((done) => {
            if (!done) return
            setTeam(false)
            document.getSelection()?.removeAllRanges()
            setWord("")
          })
      }}
    >
      <label htmlFor={WORD} className="quiet">
        {t("override.ask")}
      </label>
      <div className="row">
        <input
          id={WORD}
          className="in"
          value={word}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          onChange={({ target }) => setWord(target.value)}
        />
        <Button small submit disabledReason={off} onPress={() => undefined}>
          {t("override.name")}
        </Button>
      </div>
      {word.trim() === "" ? null : <ForTeam on={team} set={setTeam} />}
    </form>
  )
}

/** Shown to a person who may add words for the team. Such a word leaves the browser in clear, and the text says so. */
function ForTeam({ on, set }: { on: boolean; set: (on: boolean) => void }) {
  const { masking } = usePanelContext().state
  const id = useId()
  if (!masking?.mayAdd) return null
  return (
    <div>
      <label className="row tick">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={on ? id : undefined}
          onChange={({ target }) => set(target.checked)}
        />
        {t("rules.team")}
      </label>
      {on ? (
        <p className="small quiet" id={id}>
          {t("rules.team.lead")}
        </p>
      ) : null}
    </div>
  )
}

/** The most characters that the background accepts. */
const LONGEST = 100

function offOf(word: string): string | undefined {
  const length = word.trim().length
  if (length < 2) return t("override.off.none")
  if (length > LONGEST) return t("override.off.long")
  return /[[\]]/.test(word) ? t("override.off.placeholder") : undefined
}

/** Lists the masking overrides of this ticket. Each can be taken back. */
export function MaskingOverrideList({ told, tell }: { told: Inspection["told"]; tell: OverrideMasking }) {
  const all = [
    ...told.names.map((word) => ({ word, text: t("override.said.name", { word }) })),
    ...told.plain.map((word) => ({ word, text: t("override.said.plain", { word }) }))
  ]
  if (all.length === 0) return null
  return (
    <Card title={t("override.said")}>
      <ul className="in-card said">
        {all.map(({ word, text }) => (
          <li key={word} className="row">
            <span className="grow" dir="auto">
              {text}
            </span>
            <Button
              variant="bare"
              small
              label={t("named", { name: t("override.back"), value: word })}
              onPress={() => void tell(word, "nothing")}
            >
              {t("override.back")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/**
 * Returns the words that are selected in a sent text of the page, on one line. Returns "" if the selection can't be a
 * name because it contains a placeholder. Returns `undefined` if nothing is selected there, so that an earlier
 * selection may stay.
 */
function selectedText(page: HTMLElement | null): string | undefined {
  const selection = document.getSelection()
  if (!page || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const inside = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest("[data-sent]")
  const text = inside(range.commonAncestorContainer)
  if (!text || !page.contains(text)) return undefined
  if (range.cloneContents().querySelector("[data-ph], h4")) return ""
  const words = selection.toString().trim().replace(/\s+/g, " ")
  return words === "" ? undefined : words
}
