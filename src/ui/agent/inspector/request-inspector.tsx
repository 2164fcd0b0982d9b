import { useMemo, useRef, useState, useDeferredValue, useLayoutEffect } from "react"
import type { Inspection } from "../../../protocol/request-inspector.ts"
import { t } from "../../messages/t.ts"
import { PanelPage } from "../layout/panel-page.tsx"
import { usePanelContext } from "../state/use-panel.ts"
import { MIN_SEARCH_CHARACTERS, MAX_HITS, findHits, type Hit, type SearchableText } from "./find-hits.ts"
import { MaskingOverrideBar, MaskingOverrideList } from "./masking-override.tsx"
import { readBody } from "./read-request-body.ts"
import { sentTextId, upstreamTextId, RequestView, type HitsByPart } from "./request-view.tsx"
import { newestRequest, readSentRequests } from "./sent-request.ts"
import { useUpstreamRequests, useInspection, useMaskingOverride } from "./use-inspection.ts"
import { IconButton } from "../../kit/button.tsx"
import { Card } from "../../kit/card.tsx"
import type { PanelState } from "../../../protocol/panel.ts"
import { languageName } from "../../messages/format.ts"

/**
 * Shows everything of this ticket that left the browser, and what was sent on to the model. It is a page of the panel,
 * not a dialog.
 */
export function RequestInspector() {
  const { saw, failed } = useInspection()
  const { state } = usePanelContext()
  return (
    <>
      <PanelPage title={t("saw")}>
        {saw ? (
          <p className="quiet">
            {saw.requests.length === 0 ? t("saw.nothing") : t("saw.lead", { count: saw.stayed.replaced })}
          </p>
        ) : (
          <p className="quiet">{failed === undefined ? t("saw.loading") : t("saw.failed", { why: failed })}</p>
        )}
        {saw ? <p className="quiet">{recallText(saw.reach, state.masking?.mode)}</p> : null}
      </PanelPage>
      {saw ? <Requests saw={saw} /> : null}
    </>
  )
}

function Requests({ saw }: { saw: Inspection }) {
  const page = useRef<HTMLDivElement>(null)
  const tell = useMaskingOverride()
  const all = useMemo(() => readSentRequests(saw.requests), [saw.requests])
  const newest = newestRequest(all)?.id
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [compared, setCompared] = useState<ReadonlySet<string>>(new Set())
  const isOpen = (id: string) => toggled.get(id) ?? id === newest
  const turn = (id: string, open: boolean) => setToggled((before) => new Map(before).set(id, open))
  const compare = (id: string, on: boolean) =>
    setCompared((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))

  const open = useMemo(
    () =>
      all
        .filter(({ id, path }) => path === "/v1/drafts" && (toggled.get(id) ?? id === newest))
        .flatMap(({ draftId }) => draftId ?? []),
    [all, toggled, newest]
  )
  const answers = useUpstreamRequests(open)
  const passed = useMemo(() => new Map(open.map((id, index) => [id, answers[index]])), [open, answers])
  const texts = useMemo(
    () =>
      all.flatMap((sent): SearchableText[] => {
        const said = sent.path === "/v1/drafts" ? passed.get(sent.draftId ?? "")?.answer?.said : undefined
        const body = said && said !== "gone" ? said.body : undefined
        return [
          { id: sentTextId(sent), parts: sent.parts },
          ...(body === undefined ? [] : [{ id: upstreamTextId(sent), parts: readBody(body) }])
        ]
      }),
    [all, passed]
  )
  const search = useInspectorSearch(texts, ({ id }: Hit) => {
    const sent = all.find((one) => sentTextId(one) === id || upstreamTextId(one) === id)
    if (!sent) return
    turn(sent.id, true)
    compare(sent.id, false)
  })

  return (
    <div className="inspector" ref={page}>
      {all.length > 0 ? <InspectorSearch {...search} /> : null}
      {all.map((sent) => (
        <RequestView
          key={sent.id}
          sent={sent}
          open={isOpen(sent.id)}
          toggle={() => turn(sent.id, !isOpen(sent.id))}
          comparing={compared.has(sent.id)}
          compare={(on) => compare(sent.id, on)}
          passed={passed.get(sent.draftId ?? "")}
          hits={search.hits}
        />
      ))}
      <MaskingOverrideList told={saw.told} tell={tell} />
      <NotSent stayed={saw.stayed} />
      <MaskingOverrideBar page={page} placeholders={saw.placeholders} tell={tell} />
    </div>
  )
}

/** Searches everything that was sent. Enter goes to the next hit, and Shift+Enter to the previous one. */
function InspectorSearch({
  words,
  setWords,
  count,
  at,
  go
}: {
  words: string
  setWords: (words: string) => void
  count: number
  at: number
  go: (back: boolean) => void
}) {
  const asked = words.trim().length >= MIN_SEARCH_CHARACTERS
  return (
    <div className="seek" role="search">
      <input
        className="in"
        type="search"
        aria-label={t("saw.find")}
        placeholder={t("saw.find")}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return
          event.preventDefault()
          go(event.shiftKey)
        }}
      />
      <span role="status" className="num quiet small">
        {!asked
          ? ""
          : count === 0
            ? t("saw.find.none")
            : at < 0
              ? t("saw.find.found", { count })
              : t(count === MAX_HITS ? "saw.find.many" : "saw.find.at", { n: at + 1, of: count })}
      </span>
      {asked && count > 0 ? (
        <>
          <IconButton icon="chevron-up" tiny label={t("saw.find.before")} onPress={() => go(true)} />
          <IconButton icon="chevron-down" tiny label={t("saw.find.next")} onPress={() => go(false)} />
        </>
      ) : null}
    </div>
  )
}

/**
 * Holds the words that are searched for in these texts, the hits, and the current hit. `reached` is called before a hit
 * is shown.
 */
function useInspectorSearch(texts: SearchableText[], reached: (hit: Hit) => void) {
  const [words, setWords] = useState("")
  const [reachedLast, setReached] = useState<Hit>()
  const asked = useDeferredValue(words)
  const hits = useMemo(() => findHits(texts, asked), [texts, asked])
  const by = useMemo(() => grouped(hits), [hits])
  // The current hit is found by its content, not by its index, because opening a request adds hits.
  const at = useMemo(() => hits.findIndex((hit) => isSame(hit, reachedLast)), [hits, reachedLast])
  const now = hits[at]
  const brought = useRef<Hit>(undefined)
  useLayoutEffect(() => {
    // A hit is scrolled to only once each time it is reached. A later answer computes all hits again, and by then the
    // agent may be reading elsewhere.
    if (!now || brought.current === reachedLast) return
    brought.current = reachedLast
    // jsdom has no layout, and so no scrollIntoView.
    document.querySelector("[data-hit=now]")?.scrollIntoView?.({ block: "center" })
  }, [now, reachedLast])
  return {
    words,
    hits: { by, now },
    count: hits.length,
    at,
    setWords(next: string) {
      setWords(next)
      setReached(undefined)
    },
    go(back: boolean) {
      // The agent may press Enter right after typing, when the hits shown may still be those of the previous words.
      const all = asked === words ? hits : findHits(texts, words)
      const index = now ? (at + (back ? -1 : 1) + all.length) % all.length : back ? all.length - 1 : 0
      const hit = all[index]
      if (!hit) return
      reached(hit)
      setReached({ ...hit })
    }
  }
}

const isSame = (a: Hit, b: Hit | undefined) => a.id === b?.id && a.part === b.part && a.start === b.start

function grouped(hits: Hit[]): HitsByPart["by"] {
  const by: HitsByPart["by"] = new Map()
  for (const hit of hits) {
    const parts = by.get(hit.id) ?? new Map<number, Hit[]>()
    by.set(hit.id, parts)
    const before = parts.get(hit.part)
    if (before) before.push(hit)
    else parts.set(hit.part, [hit])
  }
  return by
}

/** Lists what of the ticket did not leave the browser. */
function NotSent({ stayed: { notes, attachments, replaced, older = 0 } }: { stayed: Inspection["stayed"] }) {
  const lines = [
    older > 0 ? t("saw.stayed.older", { count: older }) : "",
    notes > 0 ? t("saw.stayed.notes", { count: notes }) : "",
    attachments.length > 0
      ? t("saw.stayed.attachments", { count: attachments.length, names: attachments.join(", ") })
      : "",
    replaced > 0 ? t("saw.stayed.table", { count: replaced }) : ""
  ].filter(Boolean)
  return (
    <Card title={t("saw.stayed")}>
      {lines.length > 0 ? (
        <ul className="in-card quiet">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="in-card quiet">{t("saw.stayed.nothing")}</p>
      )}
    </Card>
  )
}

/** Says how much of the personal data is found in tickets of this language, and what to do about the rest. */
function recallText(reach: Inspection["reach"], mode: NonNullable<PanelState["masking"]>["mode"] = "strict"): string {
  return [found(reach), weaker(reach, mode), t("saw.reach.mark")].filter(Boolean).join(" ")
}

function found(reach: Inspection["reach"]): string {
  if (!reach) return t("saw.reach.unknown")
  const values = { language: languageName(reach.language), found: reach.found }
  if (reach.of === "words") return t("saw.reach.words", values)
  return t(reach.found < RELIABLE ? "saw.reach.unreliable" : "saw.reach.characters", values)
}

function weaker(reach: Inspection["reach"], mode: "strict" | "balanced"): string {
  if (mode === "strict") return ""
  return t(reach ? "saw.reach.balanced" : "saw.reach.balanced.unknown")
}

/**
 * The share of characters, of 100, from which recall counts as reliable. Even a few missed characters may be a whole
 * name.
 */
const RELIABLE = 95
