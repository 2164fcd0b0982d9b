import type { ReactNode } from "react"
import type { Refusal, Answer, MissingFact } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { direction } from "../../../kit/direction.ts"
import { languageName, quoted, listed } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"
import { bindings } from "../../state/bindings.ts"
import { focusIfLost } from "../../state/focus.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { PanelDraft } from "../../../../protocol/panel.ts"

/** Shows that there is no draft and why, then what can be done next, and then what was searched. */
export function RefusalView({ refusal }: { refusal: Refusal }) {
  const { ticket, draft, suggestions, bringBack } = usePanelContext()
  if (refusal.reason === "danger") return <DangerView refusal={refusal} />
  const why =
    refusal.reason === "language" && ticket.language
      ? t("refused.language.of", { language: languageName(ticket.language) })
      : tell(`refused.${refusal.reason}`, {})
  const before = draft?.formers?.[0]
  return (
    <div className="in-card refused">
      <p className="lead">{why}</p>
      {refusal.reason === "no-knowledge" ? <p className="quiet">{t("refused.no-knowledge.do")}</p> : null}
      <NextSteps refusal={refusal} />
      <Searched refusal={refusal} />
      {refusal.say && !suggestions.hold ? (
        <p className="quiet">
          {t("refused.say")} <bdi {...direction(ticket.language)}>{t("quoted", { text: refusal.say })}</bdi>
        </p>
      ) : null}
      {before?.edited ? <Button onPress={() => bringBack(before.id)}>{t("formers.back.last")}</Button> : null}
    </div>
  )
}

/** Nothing is offered where the ticket tells of a danger, but to hand it over and to hold the customer. */
function DangerView({ refusal }: { refusal: Refusal }) {
  return (
    <div className="in-card refused">
      <p className="lead">{t("danger.refused")}</p>
      <ul className="next-steps">
        <HoldStep refusal={refusal} />
      </ul>
    </div>
  )
}

/** Tells which words were searched for, and in how many passages each stands. */
function Searched({ refusal: { reason, searched, holding, documents } }: { refusal: Refusal }) {
  if (reason === "no-knowledge") return null
  if (searched.length === 0) return <p className="quiet">{t("refused.searched.all", { count: documents })}</p>
  if (!holding) return <p className="quiet">{t("refused.searched", { words: quoted(searched), count: documents })}</p>
  return (
    <section className="searched" aria-label={t("refused.was")}>
      <h3>
        {t("refused.was")} <span className="small muted">{t("refused.was.count", { count: documents })}</span>
      </h3>
      <dl>
        {searched.map((word, at) => (
          <div key={word}>
            <dt>
              <bdi>{word}</bdi>
            </dt>
            <dd>{t("refused.word", { count: holding[at] ?? 0 })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function NextSteps({ refusal }: { refusal: Refusal }) {
  const { suggestions, toField } = usePanelContext()
  const toInstruction = () => toField("ask")
  const toSearch = () => toField("search")
  const { give, canAsk } = suggestions
  return (
    <ul className="next-steps">
      <Step title={t("next.give")} how={give ? t("next.give.own") : t("next.give.how")}>
        <Button {...shortcutProps(bindings.ask)} onPress={toInstruction}>
          {t("refused.give")}
        </Button>
      </Step>
      {canAsk ? (
        <Step title={t("next.ask")} how={t("next.ask.how")}>
          <AskCustomer />
        </Step>
      ) : null}
      <Step title={t("next.hand-over")} how={t("next.hand-over.how")}>
        <HandOver />
      </Step>
      <HoldStep refusal={refusal} />
      <Step title={t("next.search")} how={t("next.search.how")}>
        <Button {...shortcutProps(bindings.search)} onPress={toSearch}>
          {t("search.do")}
        </Button>
      </Step>
    </ul>
  )
}

/** Begins a letter with the sentence that says nothing yet, where there is one. */
function HoldStep({ refusal: { say } }: { refusal: Refusal }) {
  const { hold } = usePanelContext().suggestions
  if (!hold || say === undefined) return null
  return (
    <Step title={t("next.hold")} how={t("next.hold.how")} says={say}>
      <Button
        {...shortcutProps(bindings.hold)}
        onPress={() => {
          hold()
          focusIfLost("letter")
        }}
      >
        {t("next.hold.do")}
      </Button>
    </Step>
  )
}

interface StepProps {
  title: string
  how: string
  /** What the draft says then, in the customer's language. */
  says?: string
  children: ReactNode
}

function Step({ title, how, says, children }: StepProps) {
  const { ticket } = usePanelContext()
  return (
    <li>
      <div>
        <b>{title}</b>
        <p className="quiet">
          {how} {says === undefined ? null : <bdi {...direction(ticket.language)}>{t("quoted", { text: says })}</bdi>}
        </p>
      </div>
      {children}
    </li>
  )
}

/**
 * Of how many tickets pages whose chance leaves a draft unsure answered one, on four invented companies
 * (docs/quality/tables.md, reliability of the chance).
 */
const ONE_IN = 7

/**
 * There is no draft, because it isn't sure that the pages answer. The agent picks the sentences that fit, asks the
 * customer for what the pages need, or searches.
 */
export function UnsureView({ answer }: { answer: Answer }) {
  const { draft, suggestions, toField } = usePanelContext()
  const toSearch = () => toField("search")
  const needs = draft?.questions ?? []
  return (
    <div className="in-card unsure">
      <p className="lead">{answer.suggestions.length > 0 ? t("unsure") : elsewhere(draft)}</p>
      {answer.chance === undefined ? null : <p className="quiet">{t("unsure.chance", { n: ONE_IN })}</p>}
      <Needs needs={needs} />
      <div className="do">
        {suggestions.canAsk ? <AskCustomer /> : null}
        <HandOver />
        <Button {...shortcutProps(bindings.search)} onPress={toSearch}>
          {t("search.do")}
        </Button>
      </div>
    </div>
  )
}

function Needs({ needs }: { needs: MissingFact[] }) {
  if (needs.length === 0) return null
  return (
    <>
      <p className="quiet">{t("unsure.needs")}</p>
      <ul className="quiet" dir="auto">
        {needs.map(({ blank }) => (
          <li key={blank}>{blank}</li>
        ))}
      </ul>
    </>
  )
}

/** No page in the customer's language answers: says in which languages those are that may. */
function elsewhere(draft: PanelDraft | undefined): string {
  const sources = (draft?.sources ?? []).filter(({ locale }) => locale?.slice(0, 2) !== draft?.language)
  const languages = [...new Set(sources.flatMap(({ locale }) => (locale ? [languageName(locale.slice(0, 2))] : [])))]
  return languages.length > 0 ? t("unsure.elsewhere", { languages: listed(languages) }) : t("unsure")
}

/** Begins a letter that asks the customer, where no letter was written. */
function AskCustomer() {
  const { suggestions } = usePanelContext()
  return (
    <Button
      id="ask-customer"
      {...shortcutProps(bindings.askCustomer)}
      onPress={() => {
        suggestions.ask()
        focusIfLost("letter")
      }}
    >
      {t("unsure.ask")}
    </Button>
  )
}

/** Copies a note for a colleague, where nothing answers for sure. */
function HandOver() {
  const { handOver } = usePanelContext()
  return (
    <Button {...shortcutProps(bindings.handOver)} onPress={handOver}>
      {t("handover")}
    </Button>
  )
}
