import { useEffect, useRef } from "react"
import type { CaseAnswer } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { shortcutProps } from "../../kit/key-list.tsx"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/fault-words.ts"
import {
  modelName,
  percentText,
  reasonWords,
  resultWord,
  shortPipeline,
  ticketWords,
  timeWords
} from "../review-text.ts"
import { CaseSources } from "./case-sources.tsx"
import { DiffTable } from "./diff-table.tsx"
import { reviewKeys } from "./review-keys.ts"
import { NewerNotice, Revisions } from "./revisions.tsx"
import { Thread } from "./thread.tsx"
import type { ReviewContextValue } from "./use-review.ts"

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
      <NewerNotice there={there} />
      {outcome.note ? (
        <p className="agent-note" dir="auto">
          {t("review.agent-note")}{" "}
          <q lang={language}>
            <MaskedTextView text={outcome.note} />
          </q>
        </p>
      ) : null}
      <DiffTable outcome={outcome} rows={there.diff} claims={claims} sources={sources} />
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
function Meta({ there: { line, outcome } }: { there: CaseAnswer }) {
  const { editDistance, filledBlanks, model, pipelineVersion } = outcome
  const changed = editDistance !== null && (line.result === "light" || line.result === "heavy")
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
          <bdi>{t("review.made-by", { model: modelName(model), pipeline: shortPipeline(pipelineVersion) })}</bdi>
        </span>
      ) : null}
      <span>
        <bdi>{ticketWords(line)}</bdi>
      </span>
      {line.reasons.length > 0 ? (
        <span>{t("review.agent-reasons", { count: line.reasons.length, reasons: reasonWords(line.reasons) })}</span>
      ) : null}
    </p>
  )
}
