import { useId, useState } from "react"
import type { PanelState } from "../../../protocol/panel.ts"
import type { PanelPicking } from "../../../protocol/picking/pick-commands.ts"
import type { PickAct, PickStep } from "../../../protocol/picking/picking.ts"
import { Button } from "../../kit/button.tsx"
import { Card } from "../../kit/card.tsx"
import { MOD_ENTER, isMac, useKeys } from "../../kit/use-keys.ts"
import { t, tell, type MessageKey } from "../../messages/t.ts"
import { PanelHeader } from "../layout/panel-header.tsx"
import type { PanelLink } from "../state/panel-link.ts"
import { WhatWouldBeRead } from "./what-would-be-read.tsx"
import { Icon } from "../../kit/icon.tsx"

/** The panel while somebody shows where a page has its ticket: the steps, what would be read, and the agreement. */
export function PickView({ state, picking, link }: { state: PanelState; picking: PanelPicking; link: PanelLink }) {
  const [remember, setRemember] = useState(true)
  const [fault, setFault] = useState<MessageKey>()
  const { tabId, site } = picking
  const act = (said: PickAct) => {
    setFault(undefined)
    void link.send({ kind: "panel-pick-act", tabId, act: said })
  }
  const stop = () => void link.send({ kind: "panel-pick-stop", tabId })
  const missing = whyNotYet(picking)
  const read = async () => {
    if (missing) return
    const answer = await link.send({ kind: "panel-pick-read", tabId, remember })
    if (!answer.ok) setFault(FAULTS.get(answer.code) ?? "pick.failed")
  }
  useKeys({ "Mod Enter": () => void read(), Escape: stop }, true)
  return (
    <>
      <PanelHeader state={withoutTicket(state)} title={new URL(site).host} />
      <main className="stand-in" aria-label={t("product")} tabIndex={-1}>
        <PickSteps picking={picking} act={act} />
        <WhatWouldBeRead picking={picking} act={act} />
        <Remember site={new URL(site).host} value={remember} set={setRemember} />
      </main>
      <section className="bar" aria-label={t("actions")}>
        <div className="say">
          <div role="status" className="grow live">
            {fault ? null : tell(sayOf(picking), {})}
          </div>
          <div role="alert" className="grow live">
            {fault ? tell(fault, {}) : null}
          </div>
        </div>
        <div className="acts">
          <Button
            variant="main"
            hint={MOD_ENTER}
            shortcut={isMac ? "Meta+Enter" : "Control+Enter"}
            disabledReason={missing && tell(missing, {})}
            onPress={() => void read()}
          >
            {t("pick.use")}
          </Button>
          <Button onPress={() => act({ act: "step", step: before(picking) })}>{t("pick.back")}</Button>
          <Button className="slot" hint="Esc" shortcut="Escape" onPress={stop}>
            {t("act.stop")}
          </Button>
        </div>
      </section>
    </>
  )
}

function Remember({ site, value, set }: { site: string; value: boolean; set: (value: boolean) => void }) {
  const hint = useId()
  return (
    <Card title={t("pick.next-time")}>
      <div className="in-card">
        <label className="opt-row">
          <input
            type="checkbox"
            checked={value}
            aria-describedby={hint}
            onChange={({ target }) => set(target.checked)}
          />
          <span>{t("pick.remember", { site })}</span>
        </label>
        <p id={hint} className="small muted">
          {t("pick.remember.hint")}
        </p>
      </div>
    </Card>
  )
}

/** Why the page can't be read yet. */
function whyNotYet({ step, messages, order }: PanelPicking): MessageKey | undefined {
  if (step === "subject") return "pick.off.subject"
  if (step === "reply") return "pick.off.reply"
  if (step !== "done") return "pick.off.messages"
  if (order === "ask") return "pick.off.order"
  return messages.some(({ out }) => out === undefined) ? undefined : "pick.off.empty"
}

const sayOf = (picking: PanelPicking): MessageKey => {
  if (picking.step === "done") return whyNotYet(picking) ?? "pick.ready"
  return `pick.open.${stepNumber(picking.step)}`
}

/** The step that is done again. */
function before({ step, reply }: PanelPicking): PanelPicking["step"] {
  if (step === "done") return reply ? "reply" : "agent"
  if (step === "reply") return "agent"
  return step === "agent" || step === "another" ? "customer" : "subject"
}

function withoutTicket({ ticket: _ticket, ...state }: PanelState): PanelState {
  return state
}

const FAULTS = new Map<string, MessageKey>([
  ["pick-unfinished", "pick.unfinished"],
  ["switched-off", "site.switched-off"]
])

/** The three steps, what to point at now, and buttons that do the same as the keys in the page. */
function PickSteps({ picking, act }: { picking: PanelPicking; act: (said: PickAct) => void }) {
  const { step, subject, messages, reply, fault, aim, paused = false } = picking
  const now = stepNumber(step)
  const readCount = messages.filter(({ out }) => out === undefined).length
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
            {t("pick.messages.found", { count: readCount })}
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
function stepNumber(step: PickStep): 1 | 2 | 3 {
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
