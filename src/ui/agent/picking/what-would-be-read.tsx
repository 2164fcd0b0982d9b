import type { PanelPicking } from "../../../protocol/picking/pick-commands.ts"
import type { PickAct } from "../../../protocol/picking/picking.ts"
import { Button, IconButton } from "../../kit/button.tsx"
import { Card } from "../../kit/card.tsx"
import { Icon } from "../../kit/icon.tsx"
import { MaskedTextView } from "../../kit/masked-text-view.tsx"
import { shortTime } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"

type Picked = PanelPicking["messages"][number]
type Act = (said: PickAct) => void

/** Shows what would be read, masked as it would leave the browser, and lets the agent leave parts of it out. */
export function WhatWouldBeRead({ picking, act }: { picking: PanelPicking; act: Act }) {
  const { subject, messages } = picking
  const read = messages.filter(({ out }) => out === undefined)
  const left = messages.length - read.length
  const parts = read.length + (subject === undefined ? 0 : 1)
  let n = 0
  return (
    <Card
      title={t("pick.read")}
      aside={
        parts + left > 0 ? <span className="small muted">{t("pick.read.count", { parts, out: left })}</span> : null
      }
    >
      {parts + left === 0 ? (
        <p className="in-card quiet">{t("pick.read.nothing")}</p>
      ) : (
        <>
          <Order picking={picking} act={act} />
          <ol className="read in-card">
            {subject === undefined ? null : (
              <li>
                <span className="n">{t("subject.sign")}</span>
                <div>
                  <b>{t("pick.subject")}</b>
                </div>
                <IconButton
                  icon="x"
                  tiny
                  label={t("pick.leave-out.subject")}
                  onPress={() => act({ act: "leave-out-subject" })}
                />
                <p dir="auto">
                  <MaskedTextView text={subject} />
                </p>
              </li>
            )}
            {messages.map((message) =>
              message.out ? (
                <LeftOut key={message.id} message={message} act={act} />
              ) : (
                <Read key={message.id} message={message} n={++n} act={act} />
              )
            )}
          </ol>
        </>
      )}
    </Card>
  )
}

/** Asks which message is on top where no times tell it. A thread that is read upside down is answered at its wrong end. */
function Order({ picking: { order }, act }: { picking: PanelPicking; act: Act }) {
  if (order === undefined) return null
  return (
    <div className="in-card order" role="group" aria-label={t("pick.order")}>
      <p className="small">{t("pick.order")}</p>
      {ORDERS.map((one) => (
        <Button
          key={one}
          small
          pressed={order === one}
          onPress={() => act({ act: "order", newestFirst: one === "newest-first" })}
        >
          {tell(`pick.order.${one}`, {})}
        </Button>
      ))}
    </div>
  )
}

const ORDERS = ["newest-first", "oldest-first"] as const

function Read({
  message: { id, role = "customer", at, shown, text = "" },
  n,
  act
}: {
  message: Picked
  n: number
  act: Act
}) {
  const other = role === "customer" ? "agent" : "customer"
  const more = [...(at === undefined ? [] : [shortTime(at)]), ...(shown ? [] : [t("pick.alike")])]
  return (
    <li>
      <span className="n">{n}</span>
      <div>
        <b>{tell(`pick.by.${role}`, {})}</b> <span className="small muted">{more.join(" · ")}</span>
      </div>
      <IconButton icon="x" tiny label={t("pick.leave-out", { n })} onPress={() => act({ act: "leave-out", id })} />
      <p dir="auto">
        <MaskedTextView text={text} />
      </p>
      <div className="do by">
        <Button small label={t(`pick.change.${other}`, { n })} onPress={() => act({ act: "read", id, role: other })}>
          {t(`pick.by-${other}`)}
        </Button>
      </div>
    </li>
  )
}

function LeftOut({ message: { id, role, out = "role", author = "", lines = 1 }, act }: { message: Picked; act: Act }) {
  const read = (by: "customer" | "agent") => act({ act: "read", id, role: by })
  const label = out === "said" ? t("pick.read-it") : t("pick.isnt")
  return (
    <li>
      <span className="n off">
        <Icon name="lock" />
      </span>
      <div>
        <b>{t("pick.out")}</b> <span className="small muted">{tell(`pick.out.${out}`, {})}</span>
      </div>
      {role ? (
        <Button small once label={t("named", { name: label, value: author })} onPress={() => read(role)}>
          {label}
        </Button>
      ) : (
        <span />
      )}
      <p>{author === "" ? t("pick.not-read", { lines }) : t("pick.not-read.by", { lines, author })}</p>
      {role ? null : (
        <div className="do by">
          <Button small onPress={() => read("customer")}>
            {t("pick.by-customer")}
          </Button>
          <Button small onPress={() => read("agent")}>
            {t("pick.by-agent")}
          </Button>
        </div>
      )}
    </li>
  )
}
