import { useState } from "react"
import type { CaseAnswer } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { useRelayCommand, useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { caseLink } from "../case-link.ts"
import { DisputeList } from "./dispute-list.tsx"
import { CASE } from "./use-open-case.ts"

/** What a lead does with a case besides the review: assign it, share it, decide about contested scores. */
export function CaseWork({ there }: { there: CaseAnswer }) {
  const { caseId } = there.line
  return (
    <>
      {there.disputes.length === 0 ? null : <DisputeList key={caseId} caseId={caseId} there={there} />}
      <section className="case-work" aria-label={t("work.assigned")}>
        <Assignment there={there} />
        <ShareLink key={caseId} caseId={caseId} />
      </section>
    </>
  )
}

const NOBODY = ""

function Assignment({ there: { line, assigned } }: { there: CaseAnswer }) {
  const { data: choices } = useRelayQuery("GET /v1/review/choices", {})
  const assign = useRelayCommand(CASE, "PUT /v1/review/cases/:id/assignment", () => undefined)
  const leads = choices?.leads ?? []
  // A lead who has become an agent since is still named.
  const listed = assigned && !leads.some(({ id }) => id === assigned.id) ? [assigned, ...leads] : leads
  return (
    <div>
      <p className="small muted" aria-hidden="true">
        {t("work.assigned")}
      </p>
      <SelectField
        label={t("work.assigned")}
        value={assigned?.id ?? NOBODY}
        choose={(id) => assign.mutate({ path: { id: line.caseId }, body: { to: id === NOBODY ? null : id } })}
        choices={[
          { value: NOBODY, label: t("work.nobody") },
          ...listed.map(({ id, name }) => ({ value: id, label: name }))
        ]}
      />
      {assign.error ? (
        <p className="fault small" role="alert">
          {faultWords(assign.error).what}
        </p>
      ) : null}
    </div>
  )
}

/** Copies the address of the case, which opens it in the browser of each lead who has this extension. */
function ShareLink({ caseId }: { caseId: string }) {
  const link = useRelayLink()
  const [told, tell] = useState("")
  const copy = () =>
    link.copy(new URL(`${caseLink({})}&case=${caseId}`, location.href).href).then(
      () => tell(t("work.copied")),
      () => tell(t("work.not-copied"))
    )
  return (
    <div className="row">
      <Button small onPress={() => void copy()}>
        {t("work.copy")}
      </Button>
      <span className="small quiet" role="status">
        {told}
      </span>
    </div>
  )
}
