import { useEffect, useRef, useId } from "react"
import type { CaseAnswer, CaseRevision } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"
import { t, tell } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { modelName, percentText, reasonWords, resultWord, ticketWords, timeWords } from "../review-text.ts"
import { versionName } from "../version-names.ts"
import { CaseSources } from "./case-sources.tsx"
import { DiffTable } from "./diff-table.tsx"
import { ticketLink } from "../ticket-link.ts"
import { PageLink } from "../../kit/page-link.tsx"
import { reviewKeys } from "./review-keys.ts"
import type { ReviewContextValue } from "./use-review.ts"
import { clock, day } from "../../messages/format.ts"

/** One reply: what was drafted, what was sent, and the sources. */
export function CaseView({ hold }: { hold: ReviewContextValue }) {
  const { caseId, line, case: there, next, previous, loading } = hold
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(caseId)
  // A new case is read from its top. The page's first one takes no focus away.
  useEffect(() => {
    if (shown.current !== undefined && caseId !== shown.current) heading.current?.focus()
    shown.current = caseId
  }, [caseId])
  if (caseId === undefined)
    return (
      <article className="mid">
        <h1 className="quiet">{hold.queue.loading ? t("queue.loading") : t("review.nothing")}</h1>
      </article>
    )
  const title = line?.subject ?? (line ? t("review.no-subject", { id: line.ticketId }) : t("review.case"))
  return (
    <article className="mid" aria-labelledby="case" aria-busy={loading}>
      <div className="row case-head">
        <h1
          id="case"
          className="grow"
          ref={heading}
          tabIndex={-1}
          lang={line?.subject ? (line.language ?? undefined) : undefined}
          dir="auto"
        >
          <MaskedTextView text={title} />
        </h1>
        <Button
          small
          {...shortcutProps(reviewKeys.previous)}
          disabledReason={previous ? undefined : t("review.first")}
          onPress={() => previous?.()}
        >
          {t("review.previous")}
        </Button>
        <Button
          small
          {...shortcutProps(reviewKeys.next)}
          disabledReason={next ? undefined : t("review.last")}
          onPress={() => next?.()}
        >
          {t("review.next")}
        </Button>
      </div>
      <Trouble hold={hold} />
      {there ? (
        <Whole there={there} />
      ) : loading ? (
        <p role="status" className="quiet">
          {t("review.loading")}
        </p>
      ) : null}
    </article>
  )
}

function Trouble({ hold: { error, gone, again } }: { hold: ReviewContextValue }) {
  if (!error) return null
  const { what, then } = faultWords(error)
  return (
    <div className="box told" role="alert">
      <p>
        <b>{what}</b> {then}
      </p>
      {gone ? null : (
        <div className="do">
          <Button small onPress={again}>
            {t("lead.again")}
          </Button>
        </div>
      )}
    </div>
  )
}

function Whole({ there }: { there: CaseAnswer }) {
  const { outcome, ticket, sources, claims } = there
  const language = outcome.language ?? undefined
  return (
    <>
      <Meta there={there} />
      <Asked ticket={ticket} language={language} />
      <NewerNotice there={there} />
      {outcome.note ? (
        <p className="agent-note" dir="auto">
          {t("review.agent-note")}{" "}
          <q lang={language}>
            <MaskedTextView text={outcome.note} />
          </q>
        </p>
      ) : null}
      <DiffTable outcome={outcome} rows={there.diff} claims={claims} sentClaims={there.sentClaims} sources={sources} />
      {outcome.cut ? <p className="small muted">{t("review.cut")}</p> : null}
      <Revisions there={there} />
      <div className="two">
        <CaseSources sources={sources} kept={outcome.draftId !== undefined} />
        <Thread ticket={ticket} language={language} />
      </div>
    </>
  )
}

/** Result, times, model, pipeline, and the agent's reasons. */
function Meta({ there: { line, outcome, agent } }: { there: CaseAnswer }) {
  const { editDistance, filledBlanks, model, pipelineVersion } = outcome
  const changed = editDistance !== null && (line.result === "light" || line.result === "heavy")
  const ticketUrl = ticketLink(line)
  return (
    <p className="meta">
      <span>
        {changed
          ? t("review.result.changed", { result: resultWord(line.result), share: percentText(editDistance) })
          : resultWord(line.result)}
      </span>
      {timeWords(outcome).map((words) => (
        <span key={words}>{words}</span>
      ))}
      {filledBlanks > 0 ? <span>{t("review.blanks", { count: filledBlanks })}</span> : null}
      {model ? (
        <span>
          <bdi>{t("review.made-by", { model: modelName(model), pipeline: versionName(pipelineVersion) })}</bdi>
        </span>
      ) : null}
      <span>
        <bdi>{ticketWords(line)}</bdi>
        {ticketUrl === undefined ? null : (
          <>
            {" "}
            <PageLink url={ticketUrl}>{t("review.open-ticket")}</PageLink>
          </>
        )}
      </span>
      {agent === undefined ? null : (
        <span>
          <bdi>{t("work.agent", { name: agent })}</bdi>
        </span>
      )}
      {line.reasons.length > 0 ? (
        <span>{t("review.agent-reasons", { count: line.reasons.length, reasons: reasonWords(line.reasons) })}</span>
      ) : null}
    </p>
  )
}

/** Says before anything else that the agent's browser reported more after the review. */
function NewerNotice({ there: { revisions, line } }: { there: CaseAnswer }) {
  const later = revisions.filter((one) => one.later)
  return (
    <>
      {later.length > 0 ? (
        <div className="box told" role="status">
          <p>
            <b>{t("review.newer", { count: later.length })}</b> {t("review.newer.lead")}
          </p>
        </div>
      ) : null}
      {line.counted ? null : <p className="small quiet">{t("review.not-counted")}</p>}
    </>
  )
}

/** What was sent by each revision that came after the current one and, folded, by those before it. */
function Revisions({ there: { revisions } }: { there: CaseAnswer }) {
  const earlier = revisions.filter((one) => !one.later)
  return (
    <>
      {revisions
        .filter((one) => one.later)
        .map((revision) => (
          <Revision key={revision.id} revision={revision} title="review.revision.newer" />
        ))}
      {earlier.length > 0 ? (
        <details className="revision">
          <summary>{t("review.revision.before", { count: earlier.length })}</summary>
          {earlier.map((revision) => (
            <Revision key={revision.id} revision={revision} title="review.revision.earlier" />
          ))}
        </details>
      ) : null}
    </>
  )
}

function Revision({
  revision: { at, result, outcome, diff },
  title
}: {
  revision: CaseRevision
  title: "review.revision.newer" | "review.revision.earlier"
}) {
  const heading = useId()
  const { editDistance } = outcome
  const changed = editDistance !== null && (result === "light" || result === "heavy")
  return (
    <section className="revision" aria-labelledby={heading}>
      <h2 id={heading}>{t(title, { when: `${day(at)}, ${clock(at)}` })}</h2>
      <p className="meta">
        <span>
          {changed
            ? t("review.result.changed", { result: resultWord(result), share: percentText(editDistance) })
            : resultWord(result)}
        </span>
      </p>
      <DiffTable outcome={outcome} rows={diff} claims={[]} sources={[]} labelledBy={heading} />
    </section>
  )
}

/** The customer's newest message, before anything that answers it. */
function Asked({ ticket, language }: { ticket: CaseAnswer["ticket"]; language: string | undefined }) {
  const newest = ticket?.messages.findLast(({ role }) => role === "customer")
  if (!newest) return null
  return (
    <section className="box asked" aria-labelledby="case-asked">
      <h2 id="case-asked">{t("review.asked")}</h2>
      <p className="text" lang={language} dir="auto">
        <MaskedTextView text={newest.text} />
      </p>
    </section>
  )
}

/** The public thread as it left the browser, newest first. */
function Thread({ ticket, language }: { ticket: CaseAnswer["ticket"]; language: string | undefined }) {
  const messages = ticket?.messages.map((message, index) => ({ ...message, n: index + 1 })).reverse() ?? []
  return (
    <section className="box" aria-labelledby="case-thread">
      <h2 id="case-thread">{t("review.thread")}</h2>
      {messages.length === 0 ? (
        <p className="quiet">{t("review.no-thread")}</p>
      ) : (
        messages.map(({ n, role, at, text, attachments }) => (
          <div key={n} className={role === "agent" ? "th agent" : "th"}>
            <p className="small muted">
              {t("review.message", {
                n: String(n),
                role: tell(`saw.role.${role}`, {}),
                date: day(at),
                time: clock(at)
              })}
            </p>
            <p className="text" lang={language} dir="auto">
              <MaskedTextView text={text} />
            </p>
            {attachments && attachments.length > 0 ? (
              <p className="small muted">{t("review.attachments", { names: attachments.join(", ") })}</p>
            ) : null}
          </div>
        ))
      )}
    </section>
  )
}
