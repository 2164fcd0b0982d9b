import { useId, useState, type FormEvent } from "react"
import type { KnowledgeSource } from "../../../protocol/knowledge.ts"
import { Button } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"
import { isRefusal, Refusal } from "../frame/error-message.tsx"
import { planOf, scheduleOf, type SchedulePlan } from "./schedule-plan.ts"
import { comingWords, browserTimeZone, weekday } from "./source-text.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"

/** When a source is imported automatically, in plain words. */
export function ScheduleForm({
  source,
  tell: say,
  close
}: {
  source: KnowledgeSource
  tell: (words: string) => void
  close: () => void
}) {
  const id = useId()
  const { typed, type, zone, wrong, error, submit } = useSchedule(source, say, close)
  const { every } = typed
  const field: FieldProps = { id, typed, type, isWrong: wrong !== "" || isRefusal(error) }
  return (
    <form className="stack part" onSubmit={submit}>
      {source.next === null ? null : <p className="small quiet">{comingWords(source, Date.now())}</p>}
      <div className="fields">
        <EveryField {...field} />
        {every === "week" ? <WeekdayField {...field} /> : null}
        {isTimed(every) ? <TimeField {...field} /> : null}
      </div>
      {every === "cron" ? <CronField {...field} /> : null}
      {wrong === "" ? (
        <Refusal error={error} id={`${id}-wrong`} />
      ) : (
        <p role="alert" className="fault" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {every === "off" || every === "hour" ? null : (
        <p className="small quiet">{t("imports.schedule.zone", { zone })}</p>
      )}
      <div className="do">
        <Button small submit onPress={() => undefined}>
          {t("imports.schedule.save")}
          <span className="sr"> {source.label}</span>
        </Button>
      </div>
    </form>
  )
}

/** The fields of the form, those too that aren't shown now. */
interface TypedSchedule {
  every: SchedulePlan["every"]
  at: string
  on: number
  cron: string
}

function useSchedule(source: KnowledgeSource, say: (words: string) => void, close: () => void) {
  const { collection, label, schedule } = source
  const stands = planOf(schedule)
  // Times that were set in another time zone keep it.
  const zone = "zone" in schedule && schedule.zone !== undefined ? schedule.zone : browserTimeZone()
  const [typed, setTyped] = useState<TypedSchedule>({ at: "03:00", on: 1, cron: "", ...stands })
  const [wrong, setWrong] = useState("")
  const set = useRelayCommand(
    "GET /v1/admin/knowledge",
    "PUT /v1/admin/knowledge/sources/:collection/schedule",
    (answer) => {
      say(t("imports.schedule.set", { name: label, what: comingWords(answer, Date.now()) }))
      close()
    }
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = missingWords(typed)
    setWrong(missing)
    if (missing === "" && !set.isPending) set.mutate({ path: { collection }, body: scheduleOf(typedPlan(typed), zone) })
  }
  const type = (part: Partial<TypedSchedule>) => setTyped({ ...typed, ...part })
  return { typed, type, zone, wrong, error: set.error, submit }
}

function missingWords({ every, at, cron }: TypedSchedule): string {
  if (isTimed(every) && at === "") return t("imports.schedule.time")
  return every === "cron" && cron.trim() === "" ? t("imports.new.needed") : ""
}

function typedPlan({ every, at, on, cron }: TypedSchedule): SchedulePlan {
  if (every === "week") return { every, at, on }
  if (every === "cron") return { every, cron }
  return every === "day" || every === "weekdays" ? { every, at } : { every }
}

const isTimed = (every: SchedulePlan["every"]) => every === "day" || every === "weekdays" || every === "week"

interface FieldProps {
  /** The beginning of the fields' ids. */
  id: string
  typed: TypedSchedule
  type: (part: Partial<TypedSchedule>) => void
  isWrong: boolean
}

function EveryField({ id, typed, type }: FieldProps) {
  return (
    <div>
      <label htmlFor={`${id}-every`}>{t("imports.schedule.when")}</label>
      <select
        className="in"
        id={`${id}-every`}
        value={typed.every}
        onChange={({ target }) => type({ every: EVERY.find((one) => one === target.value) ?? "off" })}
      >
        {EVERY.map((one) => (
          <option key={one} value={one}>
            {tell(`imports.schedule.${one}`, {})}
          </option>
        ))}
      </select>
    </div>
  )
}

function WeekdayField({ id, typed, type }: FieldProps) {
  return (
    <div>
      <label htmlFor={`${id}-on`}>{t("imports.schedule.on")}</label>
      <select
        className="in"
        id={`${id}-on`}
        value={typed.on}
        onChange={({ target }) => type({ on: Number(target.value) })}
      >
        {[1, 2, 3, 4, 5, 6, 0].map((one) => (
          <option key={one} value={one}>
            {weekday(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

function TimeField({ id, typed, type, isWrong }: FieldProps) {
  return (
    <div>
      <label htmlFor={`${id}-at`}>{t("imports.schedule.at")}</label>
      <input
        className="in"
        id={`${id}-at`}
        type="time"
        value={typed.at}
        aria-describedby={`${id}-wrong`}
        aria-invalid={isWrong}
        onChange={({ target }) => type({ at: target.value })}
      />
    </div>
  )
}

function CronField({ id, typed, type, isWrong }: FieldProps) {
  return (
    <div>
      <label htmlFor={`${id}-cron`}>{t("imports.schedule.fields")}</label>
      <input
        className="in pattern"
        id={`${id}-cron`}
        value={typed.cron}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint ${id}-wrong`}
        aria-invalid={isWrong}
        onChange={({ target }) => type({ cron: target.value })}
      />
      <p className="small quiet" id={`${id}-hint`}>
        {t("imports.schedule.fields.hint")}
      </p>
    </div>
  )
}

const EVERY = ["off", "hour", "day", "weekdays", "week", "cron"] as const
