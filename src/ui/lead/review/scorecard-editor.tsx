import { useId, useState } from "react"
import { MAX_CRITERIA, type Criterion, type Scorecard } from "../../../protocol/scorecard.ts"
import { Button } from "../../kit/button.tsx"
import { faultWords, problemOf } from "../../kit/relay/call-fault.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { criterionName } from "../criterion-name.ts"
import { SCORECARDS } from "./use-scorecard.ts"

const SAVE = "PUT /v1/review/scorecards"

/** The form of the scorecard, shown in place of the case. */
export function ScorecardEditor({ card, close }: { card: Scorecard; close: () => void }) {
  const [own, setOwn] = useState(card)
  const save = useRelayCommand(SCORECARDS, SAVE, close)
  const change = (at: number, part: Partial<Criterion>) =>
    setOwn({ ...own, criteria: own.criteria.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const isUnnamed = own.criteria.some((one) => criterionName(one) === one.id)
  const problem = problemOf(SAVE, save.error)
  const first = problem && "scorecard" in problem ? problem.scorecard : undefined
  return (
    <article className="mid" aria-labelledby="scorecard-form">
      <div className="row case-head">
        <h1 id="scorecard-form" className="grow">
          {t("scorecard.edit")}
        </h1>
        <Button small onPress={close}>
          {t("review.back")}
        </Button>
      </div>
      <p className="quiet">{t("scorecard.lead")}</p>
      {own.criteria.map((criterion, at) => (
        <CriterionFields
          key={criterion.id}
          criterion={criterion}
          number={at + 1}
          change={(part) => change(at, part)}
          remove={() => setOwn({ ...own, criteria: own.criteria.filter((_, index) => index !== at) })}
        />
      ))}
      <div className="box">
        <Weight
          label={t("scorecard.weight.send")}
          value={own.sendWeight}
          choose={(sendWeight) => setOwn({ ...own, sendWeight })}
        />
      </div>
      <div className="row told">
        {own.criteria.length < MAX_CRITERIA ? (
          <Button onPress={() => setOwn({ ...own, criteria: [...own.criteria, newCriterion()] })}>
            {t("scorecard.add")}
          </Button>
        ) : null}
        <Button
          variant="main"
          disabledReason={isUnnamed ? t("scorecard.unnamed") : undefined}
          onPress={() => save.mutate({ body: { ...own, version: (first ?? card).version } })}
        >
          {t("scorecard.save")}
        </Button>
      </div>
      {save.error ? (
        <p className="fault" role="alert">
          {first ? t("scorecard.changed", { name: first.by ?? "" }) : faultWords(save.error).what}
        </p>
      ) : null}
    </article>
  )
}

/** Scores are stored by the id, which stays whatever the criterion is called later. */
const newCriterion = (): Criterion => ({
  id: `own-${crypto.randomUUID().slice(0, 8)}`,
  name: "",
  weight: 1,
  isCritical: false
})

interface FieldsProps {
  criterion: Criterion
  number: number
  change: (part: Partial<Criterion>) => void
  remove: () => void
}

function CriterionFields({ criterion, number, change, remove }: FieldsProps) {
  const id = useId()
  const name = criterionName(criterion)
  return (
    <div className="box criterion-fields">
      <div className="grow">
        <label className="small muted" htmlFor={id}>
          {t("scorecard.name", { n: number })}
        </label>
        <input
          className="in"
          id={id}
          dir="auto"
          maxLength={60}
          value={criterion.name}
          placeholder={name === criterion.id ? "" : name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </div>
      <Weight label={t("scorecard.weight")} value={criterion.weight} choose={(weight) => change({ weight })} />
      <label className="row">
        <input
          type="checkbox"
          checked={criterion.isCritical}
          onChange={({ target }) => change({ isCritical: target.checked })}
        />
        {t("scorecard.critical")}
      </label>
      <Button small onPress={remove}>
        {t("scorecard.remove", { name: name === criterion.id ? t("scorecard.name", { n: number }) : name })}
      </Button>
    </div>
  )
}

function Weight({ label, value, choose }: { label: string; value: number; choose: (weight: number) => void }) {
  const id = useId()
  return (
    <div>
      <label className="small muted" htmlFor={id}>
        {label}
      </label>
      <input
        className="in weight"
        id={id}
        type="number"
        min={0}
        max={10}
        step={1}
        value={value}
        onChange={({ target }) => choose(Math.min(10, Math.max(0, Math.round(target.valueAsNumber) || 0)))}
      />
    </div>
  )
}
