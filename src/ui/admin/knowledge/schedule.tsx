import { useId, useState, type FormEvent } from "react"
import type { KnowledgeSource } from "../../../protocol/knowledge.ts"
import { Button } from "../../kit/button.tsx"
import { t, tell } from "../../messages/t.ts"
import { isRefusal, Refusal } from "./refusal.tsx"
import { planOf, scheduleOf, type SchedulePlan } from "./schedule-plan.ts"
import { comingWords, browserTimeZone, weekday } from "./source-text.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

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
  const { collection, label, schedule } = source
  const stands = planOf(schedule)
  // Times that were set in another time zone keep it.
  const zone = "zone" in schedule && schedule.zone !== undefined ? schedule.zone : browserTimeZone()
  const [every, setEvery] = useState<SchedulePlan["every"]>(stands.every)
  const [at, setAt] = useState("at" in stands ? stands.at : "03:00")
  const [on, setOn] = useState("on" in stands ? stands.on : 1)
  const [cron, setCron] = useState("cron" in stands ? stands.cron : "")
  const [wrong, setWrong] = useState("")
  const set = useRelayCommand(
    "GET /v1/admin/knowledge",
    "PUT /v1/admin/knowledge/sources/:collection/schedule",
    (answer) => {
      say(t("imports.schedule.set", { name: label, what: comingWords(answer, Date.now()) }))
      close()
    }
  )
  const timed = every === "day" || every === "weekdays" || every === "week"
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (timed && at === "") return setWrong(t("imports.schedule.time"))
    if (every === "cron" && cron.trim() === "") return setWrong(t("imports.new.needed"))
    setWrong("")
    const plan: SchedulePlan =
      every === "week"
        ? { every, at, on }
        : every === "cron"
          ? { every, cron }
          : every === "day" || every === "weekdays"
            ? { every, at }
            : { every }
    if (!set.isPending) set.mutate({ path: { collection }, body: scheduleOf(plan, zone) })
  }
  const faulty = wrong !== "" || isRefusal(set.error)
  return (
    <form className="stack part" onSubmit={submit}>
      {source.next === null ? null : <p className="small quiet">{comingWords(source, Date.now())}</p>}
      <div className="fields">
        <div>
          <label htmlFor={`${id}-every`}>{t("imports.schedule.when")}</label>
          <select
            className="in"
            id={`${id}-every`}
            value={every}
            onChange={({ target }) => setEvery(EVERY.find((one) => one === target.value) ?? "off")}
          >
            {EVERY.map((one) => (
              <option key={one} value={one}>
                {tell(`imports.schedule.${one}`, {})}
              </option>
            ))}
          </select>
        </div>
        {every === "week" ? (
          <div>
            <label htmlFor={`${id}-on`}>{t("imports.schedule.on")}</label>
            <select className="in" id={`${id}-on`} value={on} onChange={({ target }) => setOn(Number(target.value))}>
              {[1, 2, 3, 4, 5, 6, 0].map((one) => (
                <option key={one} value={one}>
                  {weekday(one)}
                </option>
              ))}
            </select>
          </div>
        ) : null}
        {timed ? (
          <div>
            <label htmlFor={`${id}-at`}>{t("imports.schedule.at")}</label>
            <input
              className="in"
              id={`${id}-at`}
              type="time"
              value={at}
              aria-describedby={`${id}-wrong`}
              aria-invalid={faulty}
              onChange={({ target }) => setAt(target.value)}
            />
          </div>
        ) : null}
      </div>
      {every === "cron" ? (
        <div>
          <label htmlFor={`${id}-cron`}>{t("imports.schedule.fields")}</label>
          <input
            className="in pattern"
            id={`${id}-cron`}
            value={cron}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={`${id}-hint ${id}-wrong`}
            aria-invalid={faulty}
            onChange={({ target }) => setCron(target.value)}
          />
          <p className="small quiet" id={`${id}-hint`}>
            {t("imports.schedule.fields.hint")}
          </p>
        </div>
      ) : null}
      {wrong === "" ? (
        <Refusal error={set.error} id={`${id}-wrong`} />
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
          <span className="sr"> {label}</span>
        </Button>
      </div>
    </form>
  )
}

const EVERY = ["off", "hour", "day", "weekdays", "week", "cron"] as const
