import { useEffect, useId, useMemo, useRef, Fragment } from "react"
import type { Source } from "../../../ticket/draft.ts"
import { IconButton } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { SourceChoice } from "./source-choice.tsx"
import { DocumentFacts } from "./document-facts.tsx"
import { isPage, PageLink } from "../../kit/page-link.tsx"
import { findHighlights, splitAtHighlights, type Highlight } from "./highlights.ts"

interface Given {
  source: Source
  /** The texts that are marked in the passage. */
  sought: string[]
  open: boolean
  toggle: () => void
  /** Whether the source's number works as a key. */
  keyed?: boolean
  /** Whether no claim of the draft cites this source. */
  unused?: boolean
  /** Why the source wasn't used. */
  why?: string | undefined
}

/**
 * A source in a list. When folded it shows the title, the facts, and the sentence that counts. When open it shows the
 * whole passage and the actions.
 */
export function SourceItem({ source, sought, open, toggle, keyed, unused, why }: Given) {
  const { draft } = usePanelContext()
  const item = useRef<HTMLLIElement>(null)
  const id = useId()
  const writing = useRef(false)
  writing.current = isWriting(draft)
  // A number in the draft may open a source that is far below. Nothing scrolls by itself while text streams.
  useEffect(() => {
    if (open && !writing.current) item.current?.scrollIntoView?.({ block: "nearest" })
  }, [open])
  const all = sought.join("\n")
  const pieces = useMemo(
    () => findHighlights(source.passage, all.split("\n"), source.locale),
    [source.passage, source.locale, all]
  )
  const { n, title } = source
  return (
    <li ref={item} className={open ? "src on" : "src"}>
      <span className={unused ? "n off" : "n"}>{n}</span>
      <div>
        <b lang={source.locale} dir="auto">
          {[title, ...source.headings.filter((heading) => heading !== title)].join(" › ")}
        </b>
        <DocumentFacts of={source} kind={tell(`source.${source.kind}`, {})} />
      </div>
      <IconButton
        icon="chevron-down"
        tiny
        expanded={open}
        controls={open ? id : undefined}
        shortcut={keyed && n < 10 ? String(n) : undefined}
        onPress={toggle}
        label={
          keyed
            ? open
              ? t("source.hide", { n })
              : t("source.show", { n })
            : open
              ? t("source.hide.of", { title })
              : t("source.show.of", { title })
        }
      />
      {why === undefined ? null : <span className="why">{why}</span>}
      {open ? (
        <div className="passage" id={id}>
          <PassageText source={source} pieces={pieces} />
          {isPage(source.url) ? <PageLink url={source.url}>{t("source.link")}</PageLink> : null}
          <NearCopies also={source.also} />
          {source.kind === "earlier" || source.kind === "attachment" ? null : <SourceChoice source={source} />}
        </div>
      ) : (
        <PassageLine source={source} pieces={pieces} />
      )}
    </li>
  )
}

/** The text of a source. The words that support the draft, or that were searched for, are marked. */
function PassageText({ source, pieces }: { source: Source; pieces: Highlight[] }) {
  return (
    <q lang={source.locale} dir="auto">
      {splitAtHighlights(source.passage, pieces).map((part, index) =>
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part
      )}
    </q>
  )
}

/** The line of a folded source: the first of these sentences, in at most two lines. */
function PassageLine({ source, pieces: [first] }: { source: Source; pieces: Highlight[] }) {
  if (!first) return null
  return (
    <q className="line" lang={source.locale} dir="auto">
      <span>{source.passage.slice(first.start, first.end)}</span>
    </q>
  )
}

/** Lists near copies, which are folded into one source. Each is shown with its own address. */
function NearCopies({ also = [] }: Pick<Source, "also">) {
  if (also.length === 0) return null
  return (
    <p className="small">
      {t("source.also")}{" "}
      {also.map(({ id, title, url }, at) => (
        <Fragment key={id}>
          {at > 0 ? ", " : null}
          <PageLink url={url}>
            <bdi>{title}</bdi>
          </PageLink>
        </Fragment>
      ))}
    </p>
  )
}
