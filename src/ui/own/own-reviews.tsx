import type { OwnReview } from "../../protocol/routes/case-work.ts"
import { Button } from "../kit/button.tsx"
import { MaskedTextView } from "../kit/masked-text-view.tsx"
import { faultWords } from "../kit/relay/call-fault.ts"
import type { RelayLink } from "../kit/relay/relay-link.ts"
import { RelayLinkContext } from "../kit/relay/use-relay-link.ts"
import { STATUS, useRelayQuery } from "../kit/relay/use-relay-query.ts"
import { criterionName } from "../lead/criterion-name.ts"
import { percentText, verdictWord } from "../lead/review-text.ts"
import { t, tell } from "../messages/t.ts"
import { dayText } from "../messages/time-text.ts"
import { PageFrame, WithStatus } from "../pairing/page-frame.tsx"
import { Contest } from "./contest.tsx"

/** An agent's page: what leads said of their own replies, and where they can contest a score. */
export function OwnReviews({ link }: { link: RelayLink }) {
  return (
    <RelayLinkContext value={link}>
      <PageFrame>
        <WithStatus name={STATUS} ask={() => link.status()}>
          {({ person }) => (person ? <Reviews /> : <SignedOut />)}
        </WithStatus>
      </PageFrame>
    </RelayLinkContext>
  )
}

function SignedOut() {
  return (
    <main className="gate">
      <h1>{t("own")}</h1>
      <p>{t("own.signed-out")}</p>
    </main>
  )
}

function Reviews() {
  const { data, error, refetch } = useRelayQuery("GET /v1/own/reviews", {})
  return (
    <main className="mid own">
      <h1>{t("own")}</h1>
      <p className="quiet">{t("own.lead")}</p>
      {error ? (
        <div className="box told" role="alert">
          <p>
            <b>{faultWords(error).what}</b> {faultWords(error).then}
          </p>
          <div className="do">
            <Button small onPress={() => void refetch()}>
              {t("lead.again")}
            </Button>
          </div>
        </div>
      ) : data ? (
        data.reviews.length === 0 ? (
          <p role="status">{t("own.none")}</p>
        ) : (
          data.reviews.map((review) => <Reply key={review.caseId} review={review} />)
        )
      ) : (
        <p role="status" className="quiet">
          {t("queue.loading")}
        </p>
      )}
    </main>
  )
}

function Reply({ review }: { review: OwnReview }) {
  const { caseId, subject, helpdesk, ticketId, language, at, verdict, scores, total, comment } = review
  return (
    <section className="box told" aria-labelledby={`own-${caseId} about-${caseId}`}>
      <h2 id={`own-${caseId}`} dir="auto" lang={subject === null ? undefined : (language ?? undefined)}>
        <MaskedTextView text={subject ?? t("review.no-subject", { id: ticketId })} />
      </h2>
      <p className="meta" id={`about-${caseId}`}>
        <span>
          <bdi>{t("review.ticket", { helpdesk, id: ticketId })}</bdi>
        </span>
        <span>{dayText(at, Date.now())}</span>
        {verdict === null ? null : <span>{verdictWord(verdict)}</span>}
        {total === null ? null : <span>{t("scorecard.total", { share: percentText(total) })}</span>}
      </p>
      {comment === "" ? null : (
        <>
          <h3>{t("own.comment")}</h3>
          <p className="text" dir="auto">
            <MaskedTextView text={comment} />
          </p>
        </>
      )}
      {scores.length === 0 ? (
        <p className="small quiet">{t("own.no-scores")}</p>
      ) : (
        <ul className="own-scores">
          {scores.map(({ criterion, name, score }) => (
            <li key={criterion}>
              <Contest
                caseId={caseId}
                criterion={criterion}
                name={criterionName({ id: criterion, name })}
                score={tell(`score.${score}`, {})}
                dispute={review.disputes.find((one) => one.criterion === criterion)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
