import { useId, useState } from "react"
import type { CaseAnswer } from "../../../protocol/review.ts"
import { MAX_DISPUTE_TEXT, SCORES, type Dispute, type Score } from "../../../protocol/scorecard.ts"
import { Button } from "../../kit/button.tsx"
import { SegmentedControl } from "../../kit/choice-fields.tsx"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { t, tell } from "../../messages/t.ts"
import { criterionName } from "../criterion-name.ts"
import { CASE } from "./use-open-case.ts"

/** The scores of a case that its agent contests, with the form for each that isn't decided yet. */
export function DisputeList({ caseId, there: { disputes } }: { caseId: string; there: CaseAnswer }) {
  return (
    <section className="disputes" aria-labelledby="disputes">
      <div className="pane-h">
        <h2 id="disputes">{t("work.disputes")}</h2>
      </div>
      {disputes.map((dispute) => (
        <div key={dispute.criterion} className="pane-p">
          <h3>
            <bdi>{t("named", { name: nameOf(dispute), value: tell(`score.${dispute.score}`, {}) })}</bdi>
          </h3>
          <p>
            {t("work.agent-said")}{" "}
            <q dir="auto">
              <MaskedTextView text={dispute.reason} />
            </q>
          </p>
          {dispute.state === "open" ? (
            <DecisionForm caseId={caseId} dispute={dispute} />
          ) : (
            <Decided dispute={dispute} />
          )}
        </div>
      ))}
    </section>
  )
}

const nameOf = ({ criterion, name }: Dispute): string => criterionName({ id: criterion, name })

function Decided({ dispute: { state, sentence, by } }: { dispute: Dispute }) {
  return (
    <p>
      <b>{tell(`dispute.${state}`, {})}</b> <bdi>{by}</bdi>{" "}
      <q dir="auto">
        <MaskedTextView text={sentence ?? ""} />
      </q>
    </p>
  )
}

function DecisionForm({ caseId, dispute }: { caseId: string; dispute: Dispute }) {
  const { criterion } = dispute
  const [sentence, setSentence] = useState("")
  const [fairer, setFairer] = useState<Score>(dispute.score)
  const id = useId()
  const command = useRelayCommand(CASE, "PUT /v1/review/cases/:id/disputes", () => undefined)
  const name = nameOf(dispute)
  const off = sentence.trim().length < 3 ? t("own.short") : command.isPending ? t("review.saving") : undefined
  const decide = (decision: "accepted" | "kept") =>
    command.mutate({
      path: { id: caseId },
      query: { criterion },
      body: {
        ...{ decision, sentence: sentence.trim() },
        ...(decision === "accepted" && { score: fairer })
      }
    })
  return (
    <div className="stack">
      <label className="small muted" htmlFor={id}>
        {t("work.sentence", { name })}
      </label>
      <textarea
        className="in"
        id={id}
        rows={2}
        maxLength={MAX_DISPUTE_TEXT - 200}
        value={sentence}
        onChange={({ target }) => setSentence(target.value)}
      />
      <SegmentedControl<Score>
        label={t("work.new-score", { name })}
        value={fairer}
        choose={setFairer}
        choices={SCORES.map((value) => ({ value, label: tell(`score.${value}`, {}) }))}
      />
      <div className="row">
        <Button
          small
          disabledReason={off ?? (fairer === dispute.score ? t("work.choose-score") : undefined)}
          onPress={() => decide("accepted")}
        >
          {t("work.accept")}
        </Button>
        <Button small disabledReason={off} onPress={() => decide("kept")}>
          {t("work.keep")}
        </Button>
      </div>
      {command.error ? (
        <p className="fault small" role="alert">
          {faultWords(command.error).what} {faultWords(command.error).then}
        </p>
      ) : null}
    </div>
  )
}
