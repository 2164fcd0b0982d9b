import { Fragment } from "react"
import type { AskedCase, OpenCase } from "../../../../ticket/draft.ts"
import type { LeftOutCase } from "../../../../ticket/left-out-case.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { direction } from "../../../kit/direction.ts"
import { Icon } from "../../../kit/icon.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { day } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isWriting } from "../../state/disabled-reasons.ts"
import { bindings } from "../../state/bindings.ts"
import { addedClaim } from "../../state/suggested-sentence.ts"
import { usePanelContext } from "../../state/use-panel.ts"

export const cases: PanelCard = { id: "cases", place: "pages", order: 24, Card: Cases }

/**
 * What the pages say of other cases than the customer's: why it was left out of the draft, word for word. Where the
 * ticket doesn't decide, the draft has all cases; it asks the customer, or the agent can keep one.
 */
function Cases() {
  const { draft } = usePanelContext()
  const { leftOut = [], openCases = [] } = draft && !isWriting(draft) ? (draft.answer ?? {}) : {}
  if (!draft || leftOut.length + openCases.length === 0) return null
  return (
    <Card title={t("cases")} aside={<Counts decided={leftOut.length} open={openCases} />}>
      <ul className="in-card cases">
        {openCases.map((one) =>
          one.asked ? (
            <Asked key={one.asked.question} open={one} asked={one.asked} language={draft.language} />
          ) : (
            <Open key={one.ways[0]?.text} open={one} language={draft.language} />
          )
        )}
        {leftOut.map((one) => (
          <Case key={one.text} one={one} language={draft.language} />
        ))}
      </ul>
    </Card>
  )
}

function Counts({ decided, open }: { decided: number; open: OpenCase[] }) {
  const asked = open.filter((one) => one.asked).length
  return <span className="small muted">{t("cases.counts", { decided, asked, open: open.length - asked })}</span>
}

/** A case that the letter asks the customer about. An agent who knows it answers with a digit. */
function Asked({ open, asked, language }: { open: OpenCase; asked: AskedCase; language: string | null }) {
  const { draftText, cases } = usePanelContext()
  const isIn = draftText.letter.text.includes(asked.question)
  const digitOf = (name: string) => String(cases.answers.find((one) => one.open === open && one.name === name)?.digit)
  return (
    <li>
      <p>
        <Icon name="blank" /> {isIn ? t("cases.asked") : t("cases.not-asked")}
      </p>
      <dl>
        {open.ways.map((way, at) => (
          <Fragment key={way.text}>
            <dt {...direction(language)}>{asked.names[at]}</dt>
            <dd {...direction(language)}>{way.text}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="small muted">{t("cases.know")}</p>
      <div className="do">
        {asked.names.map((name) => (
          <Button
            key={name}
            small
            hint={digitOf(name)}
            shortcut={digitOf(name)}
            onPress={() => cases.answer(open, name)}
          >
            <span {...direction(language)}>{name}</span>
          </Button>
        ))}
        {isIn ? null : <AskButton />}
      </div>
    </li>
  )
}

function AskButton() {
  const { cases } = usePanelContext()
  return (
    <Button small {...shortcutProps(bindings.askCustomer)} onPress={cases.ask}>
      {t("cases.ask")}
    </Button>
  )
}

/** Sentences of which one is for this customer, each with a button that takes the others out of the draft. */
function Open({ open, language }: { open: OpenCase; language: string | null }) {
  const { draft, draftText, suggestions } = usePanelContext()
  const titleOf = (source: number) => draft?.sources.find(({ n }) => n === source)?.title
  const kept = open.ways.filter((way) => addedClaim(draftText.letter, way))
  return (
    <li>
      <p>{open.differ ? t("cases.differ") : t("cases.open")}</p>
      <ul className="ways">
        {open.ways.map((way) => {
          const isOnly = kept.length === 1 && kept[0] === way
          return (
            <li key={way.text} className={kept.includes(way) ? "" : "muted"}>
              <span>
                <span {...direction(language)}>{way.text}</span>
                {open.differ ? <span className="small muted"> {titleOf(way.source)}</span> : null}
              </span>
              <Button
                small
                pressed={isOnly}
                label={t("cases.keep.this", { text: way.text })}
                onPress={() => suggestions.keepOnly(way, open)}
              >
                {t("cases.keep")}
              </Button>
            </li>
          )
        })}
      </ul>
    </li>
  )
}

function Case({ one, language }: { one: LeftOutCase; language: string | null }) {
  return (
    <li>
      <p>
        <Icon name="check" />{" "}
        {t(one.answered === undefined ? "cases.because" : "cases.answered", { words: one.because })} {reckoned(one)}
      </p>
      <dl>
        {one.applies ? (
          <>
            <dt>{t("cases.applies")}</dt>
            <dd {...direction(language)}>{one.applies}</dd>
          </>
        ) : null}
        <dt className="muted">{t("cases.other")}</dt>
        <dd className="muted" {...direction(language)}>
          {one.text}
        </dd>
      </dl>
      {one.answered === undefined ? null : (
        <div className="do">
          <AskButton />
        </div>
      )}
    </li>
  )
}

/** Shows how the words decide: the page's limit as a day, or how far away or how late it is. */
function reckoned(one: LeftOutCase): string | undefined {
  if (one.late !== undefined) return t("cases.late", { minutes: one.late })
  if (one.ahead && one.ahead.least >= FEW_HOURS) return away(Math.round((one.ahead.least + one.ahead.most) / 48))
  if (one.ahead) return t("cases.hours", one.ahead)
  return limitAsDay(one) ?? (one.days === undefined ? undefined : away(one.days))
}

/** From as many hours on, days are said. */
const FEW_HOURS = 72

/** "6 Oct 2026 + 45 days = 20 Nov 2026: still in time." */
function limitAsDay({ from, plus, days }: LeftOutCase): string | undefined {
  if (from === undefined || plus === undefined || days === undefined) return undefined
  const to = Date.parse(from) + plus * DAY
  const today = Date.parse(from) - days * DAY
  const data = {
    from: shown(Date.parse(from)),
    sign: plus < 0 ? "−" : "+",
    days: Math.abs(plus),
    to: shown(to)
  }
  return today <= to ? t("cases.in-time", data) : t("cases.too-late", data)
}

/** Shows a day of the calendar, at noon, so that it is the same day in every time zone. */
const shown = (at: number) => day(`${new Date(at).toISOString().slice(0, 10)}T12:00:00`)
const DAY = 24 * 60 * 60 * 1000

const away = (days: number) => (days < 0 ? t("cases.over", { days: -days }) : t("cases.ahead", { days }))
