import { useMemo, type ReactNode } from "react"
import { Button } from "../../kit/button.tsx"
import { Icon } from "../../kit/icon.tsx"
import { clock } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import type { Hit } from "./find-hits.ts"
import { readBody, type SentPart } from "./read-request-body.ts"
import { SentText } from "./sent-text.tsx"
import type { SentRequest } from "./sent-request.ts"
import type { UpstreamState } from "./use-inspection.ts"
import { diffReplies, type DiffRow } from "../../../text/reply-diff.ts"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"

/** The hits by text id and by the index of the part, and the current hit. */
export interface HitsByPart {
  by: Map<string, Map<number, Hit[]>>
  now: Hit | undefined
}

/** The ids under which a request's two texts are searched. */
export const sentTextId = ({ id }: SentRequest) => `left ${id}`
export const upstreamTextId = ({ id }: SentRequest) => `model ${id}`

interface RequestViewProps {
  sent: SentRequest
  open: boolean
  toggle: () => void
  comparing: boolean
  compare: (on: boolean) => void
  passed: UpstreamState | undefined
  hits: HitsByPart
}

/** One request: what left the browser, and what was sent on. When it is folded, none of its text is rendered. */
export function RequestView({ sent, open, toggle, comparing, compare, passed, hits }: RequestViewProps) {
  const { title, at, path, body, parts, before } = sent
  return (
    <section className="card request">
      <h2>
        <button type="button" aria-expanded={open} onClick={toggle}>
          <Icon name="chevron-down" />
          <span className="grow">{title}</span>
          <bdi className="num quiet">{clock(at)}</bdi>
        </button>
      </h2>
      {open ? (
        <div className="in-card stack">
          <Half
            title={t("saw.left")}
            body={body}
            lead={t("saw.left.lead", { time: clock(at), path })}
            aside={
              before ? (
                <Button variant="bare" small pressed={comparing} onPress={() => compare(!comparing)}>
                  {t("saw.compare", { time: clock(before.at) })}
                </Button>
              ) : null
            }
          >
            {comparing && before ? (
              <RequestChanges before={before.parts} after={parts} />
            ) : (
              <SentText body={body} parts={parts} {...hitsIn(hits, sentTextId(sent))} />
            )}
          </Half>
          <ToModel sent={sent} passed={passed} hits={hits} />
        </div>
      ) : null}
    </section>
  )
}

function hitsIn({ by, now }: HitsByPart, id: string) {
  return { hits: by.get(id), now: now?.id === id ? now : undefined }
}

/** Copy takes the text exactly as it left the browser, with its placeholders. */
function Half({
  title,
  body,
  lead,
  aside,
  children
}: {
  title: string
  body?: string | undefined
  lead: string
  aside?: ReactNode
  children?: ReactNode
}) {
  const { link, showNotice } = usePanelContext()
  const copy = (text: string) =>
    void link.copy(text).then(
      () => showNotice({ code: "copied-sent" }),
      () => showNotice({ code: "copy-failed" })
    )
  return (
    <div className="sent">
      <div className="row wrap">
        <h3 className="grow">{title}</h3>
        {aside}
        {body === undefined ? null : (
          <Button variant="bare" small icon="copy" onPress={() => copy(body)}>
            {t("saw.copy")}
          </Button>
        )}
      </div>
      <p className="quiet">
        <bdi>{lead}</bdi>
      </p>
      {children}
    </div>
  )
}

function ToModel({ sent, passed, hits }: { sent: SentRequest; passed: UpstreamState | undefined; hits: HitsByPart }) {
  const said = passed?.answer?.said
  const title = t("saw.model")
  if (!said || said === "gone" || !said.asked) return <Half title={title} lead={whyNothing(sent, passed)} />
  const { model, url, body } = said
  return (
    <Half title={title} body={body} lead={t("saw.model.lead", { model })}>
      {url ? (
        <p className="quiet wraps">
          <bdi>{t("saw.model.url", { url })}</bdi>
        </p>
      ) : null}
      {body === undefined ? null : (
        <SentText body={body} parts={readBody(body)} {...hitsIn(hits, upstreamTextId(sent))} />
      )}
    </Half>
  )
}

function whyNothing({ path }: SentRequest, passed: UpstreamState | undefined): string {
  if (path === "/v1/summaries") return t("saw.model.summary")
  if (["/v1/knowledge/search", "/v1/knowledge/replies", "/v1/intents/corrections"].includes(path))
    return t("saw.model.knowledge")
  if (path !== "/v1/drafts") return t("saw.model.outcome")
  if (passed?.failed !== undefined) return t("saw.model.failed", { why: passed.failed })
  if (!passed?.answer) return t("saw.model.asking")
  const { said } = passed.answer
  return said === undefined ? t("saw.model.unknown") : said === "gone" ? t("saw.model.gone") : t("saw.model.none")
}

/**
 * Shows what differs between two requests, part by part. Removed words are struck out and added words are underlined.
 * Equal parts and sentences are only counted.
 */
function RequestChanges({ before, after }: { before: SentPart[]; after: SentPart[] }) {
  const changes = useMemo(() => changesOf(before, after), [before, after])
  const same = changes.filter(({ rows }) => rows.length === 0).length
  return (
    <div className="saw" tabIndex={0} role="group" aria-label={t("saw.changes")}>
      {changes.map(({ key, title, rows }) =>
        rows.length === 0 ? null : (
          <div key={key} className="part" dir="auto">
            <h4>{title}</h4>
            {folded(rows)}
          </div>
        )
      )}
      {same === changes.length ? (
        <p>{t("saw.changes.none")}</p>
      ) : same > 0 ? (
        <p className="quiet">{t("saw.changes.same", { count: same })}</p>
      ) : null}
    </div>
  )
}

interface Change {
  key: string
  title: string
  rows: DiffRow[]
}

/** Returns all parts of both requests in the order of the newer one, without those that have not changed. */
function changesOf(before: SentPart[], after: SentPart[]): Change[] {
  const old = new Map(before.map((part) => [part.key, part]))
  const now = new Set(after.map(({ key }) => key))
  const rows = (from: string, to: string) => (from === to ? [] : diffReplies(from, to))
  return [
    ...after.map(({ key, title, text }) => ({ key, title, rows: rows(old.get(key)?.text ?? "", text) })),
    ...before.filter(({ key }) => !now.has(key)).map(({ key, title, text }) => ({ key, title, rows: rows(text, "") }))
  ]
}

function folded(rows: DiffRow[]): ReactNode[] {
  const items: ReactNode[] = []
  let same = 0
  const count = (at: number) => {
    if (same > 0)
      items.push(
        <p key={`same ${at}`} className="quiet">
          {t("saw.changes.sentences", { count: same })}
        </p>
      )
    same = 0
  }
  for (const [at, row] of rows.entries()) {
    if (row.kind === "same") {
      same++
      continue
    }
    count(at)
    if (row.draft.length > 0) items.push(<p key={`old ${at}`}>{pieces(row.draft)}</p>)
    if (row.sent.length > 0) items.push(<p key={`new ${at}`}>{pieces(row.sent)}</p>)
  }
  count(rows.length)
  return items
}

function pieces(row: DiffRow["draft"]): ReactNode[] {
  return row.map(({ kind, text }, index) => {
    const words = <MaskedTextView text={text} />
    return kind === "removed" ? (
      <del key={index}>{words}</del>
    ) : kind === "added" ? (
      <ins key={index}>{words}</ins>
    ) : (
      <span key={index}>{words}</span>
    )
  })
}
