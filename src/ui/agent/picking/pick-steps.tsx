import type { PanelPicking } from "../../../protocol/picking/pick-commands.ts"
import type { PickAct, PickStep } from "../../../protocol/picking/picking.ts"
import { Button } from "../../kit/button.tsx"
import { Card } from "../../kit/card.tsx"
import { Icon } from "../../kit/icon.tsx"
import { t, tell } from "../../messages/t.ts"

/** The three steps, what to point at now, and buttons that do the same as the keys in the page. */
export function PickSteps({ picking, act }: { picking: PanelPicking; act: (said: PickAct) => void }) {
  const { step, subject, messages, reply, fault, aim, paused = false } = picking
  const now = stepNumber(step)
  const read = messages.filter(({ out }) => out === undefined).length
  return (
    <Card
      title={t("pick")}
      aside={<span className="small muted num">{t("pick.step", { n: step === "done" ? 3 : now })}</span>}
    >
      <div className="in-card picking">
        <p className="note">{t("pick.why")}</p>
        <ol className="steps">
          <Step n={1} now={now} step={step} title={t("pick.subject")}>
            {subject === undefined ? t("pick.passed") : t("pick.shown", { lines: 1 })}
          </Step>
          <Step n={2} now={now} step={step} title={t("pick.messages")}>
            {t("pick.messages.found", { count: read })}
          </Step>
          <Step n={3} now={now} step={step} title={t("pick.reply")}>
            {reply ? null : t("pick.passed")}
          </Step>
        </ol>
        {step === "done" ? (
          <p className="small">{t("pick.do.done")}</p>
        ) : paused ? (
          <p className="small">{t("pick.paused")}</p>
        ) : (
          <div className="keys-do" role="group" aria-label={t("pick.keys")}>
            {KEYS.map((key) => (
              <Button key={key} small onPress={() => act({ act: "key", key })}>
                {tell(`pick.key.${key}`, {})}
              </Button>
            ))}
            {step === "customer" ? null : (
              <Button small onPress={() => act({ act: "skip" })}>
                {t("pick.skip")}
              </Button>
            )}
          </div>
        )}
        {step === "done" ? null : (
          <div className="keys-do">
            <Button small onPress={() => act({ act: "pause", on: !paused })}>
              {t(paused ? "pick.go-on" : "pick.pause")}
            </Button>
          </div>
        )}
        <p role="status" className="small muted aim">
          {aim ? t("pick.aim", { text: aim.slice(0, 80) }) : null}
        </p>
        <p role="alert" className="fault small">
          {fault ? tell(`pick.fault.${fault}`, {}) : null}
        </p>
      </div>
    </Card>
  )
}

const KEYS = ["previous", "next", "wider", "narrower", "take"] as const

/** 1 to 3, or 4 when all of them are done. */
export function stepNumber(step: PickStep): 1 | 2 | 3 {
  return step === "subject" ? 1 : step === "reply" || step === "done" ? 3 : 2
}

function Step({
  n,
  now,
  step,
  title,
  children
}: {
  n: number
  now: number
  step: PickStep
  title: string
  children: React.ReactNode
}) {
  const isDone = n < now || step === "done"
  const isNow = n === now && step !== "done"
  return (
    <li aria-current={isNow ? "step" : undefined}>
      <span className="n">{isDone ? <Icon name="check" /> : n}</span>
      <div>
        {isNow ? <b>{title}</b> : title} {isDone ? <span className="small muted">{children}</span> : null}
        {isNow ? <div className="small">{tell(`pick.do.${step}`, {})}</div> : null}
      </div>
    </li>
  )
}
