import { useId, useState } from "react"
import { MAX_DISPUTE_TEXT, type Dispute } from "../../protocol/scorecard.ts"
import { Button } from "../kit/button.tsx"
import { MaskedTextView } from "../kit/masked-text-view.tsx"
import { faultWords } from "../kit/relay/call-fault.ts"
import { useRelayCommand } from "../kit/relay/use-relay-query.ts"
import { t, tell } from "../messages/t.ts"

interface ContestProps {
  caseId: string
  criterion: string
  name: string
  score: string
  dispute: Dispute | undefined
}

/** A score with what became of its dispute, or with the form by which its agent contests it. */
export function Contest({ caseId, criterion, name, score, dispute }: ContestProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div className="row">
        <span className="grow">
          <bdi>{t("named", { name, value: score })}</bdi>
        </span>
        {dispute || isOpen ? null : (
          <Button small onPress={() => setOpen(true)}>
            {t("own.contest", { name })}
          </Button>
        )}
      </div>
      {dispute ? <Became dispute={dispute} /> : null}
      {isOpen && !dispute ? (
        <ContestForm caseId={caseId} criterion={criterion} name={name} close={() => setOpen(false)} />
      ) : null}
    </>
  )
}

function Became({ dispute: { state, reason, sentence } }: { dispute: Dispute }) {
  return (
    <div className="small">
      <p>
        <b>{tell(`dispute.${state}`, {})}</b>
        {sentence === null ? null : (
          <>
            {" "}
            <q dir="auto">
              <MaskedTextView text={sentence} />
            </q>
          </>
        )}
      </p>
      <p className="quiet">
        {t("own.your-reason")}{" "}
        <q dir="auto">
          <MaskedTextView text={reason} />
        </q>
      </p>
    </div>
  )
}

function ContestForm({
  caseId,
  criterion,
  name,
  close
}: Omit<ContestProps, "score" | "dispute"> & { close: () => void }) {
  const [reason, setReason] = useState("")
  const id = useId()
  const send = useRelayCommand("GET /v1/own/reviews", "POST /v1/own/reviews/:id/disputes", close)
  const off = reason.trim().length < 3 ? t("own.short") : send.isPending ? t("review.saving") : undefined
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (off === undefined)
          send.mutate({ path: { id: caseId }, query: { criterion }, body: { reason: reason.trim() } })
      }}
    >
      <label htmlFor={id}>{t("own.why", { name })}</label>
      <textarea
        className="in"
        id={id}
        rows={2}
        autoFocus
        maxLength={MAX_DISPUTE_TEXT - 200}
        aria-describedby={`${id}-hint`}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="small muted" id={`${id}-hint`}>
        {t("own.why.hint")}
      </p>
      <div className="row">
        <Button small submit variant="main" disabledReason={off} onPress={() => undefined}>
          {t("own.send")}
        </Button>
        <Button small onPress={close}>
          {t("own.cancel")}
        </Button>
      </div>
      {send.error ? (
        <p className="fault small" role="alert">
          {faultWords(send.error).what} {faultWords(send.error).then}
        </p>
      ) : null}
    </form>
  )
}
