import { useState } from "react"
import { recordedFact } from "../../../../text/recorded-fact.ts"
import { extensionPage } from "../../../../platform/extension-page.ts"
import type { LookupResult, LookupFact } from "../../../../ticket/looked-up.ts"
import { Button, IconButton } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { ago, clock } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"
import { blanksOf, fillBlank } from "../../state/draft-text.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { SecretForm } from "../../card-kit/secret-form.tsx"
import { TypeIn } from "../../card-kit/type-in.tsx"
import { LANGUAGES } from "../../../messages/languages.ts"
import { locale, perLocale } from "../../../messages/locale.ts"

/** The rows of one lookup: its facts, or why there are none and what the agent can do. */
export function LookupRows({
  result,
  source,
  allow,
  keepSecrets
}: {
  result: LookupResult
  /** Its number among the sources of the draft. */
  source: number | undefined
  allow: () => void
  keepSecrets: (secrets: Record<string, string>) => void
}) {
  const { title, state, missing = "", facts, at, more } = result
  const time = ago(at, Date.now())
  if (state === "failed") return <Failed result={result} allow={allow} keepSecrets={keepSecrets} />
  if (state !== "found")
    return (
      <div>
        <dt>{title}</dt>
        <dd>
          {state === "none" ? t("lookups.none") : t("lookups.not-asked", { missing })}
          {state === "none" ? <p className="small from">{t("lookups.none.why", { title })}</p> : null}
        </dd>
      </div>
    )
  const from =
    source === undefined ? t("lookups.from", { title, time }) : t("lookups.from.cited", { title, time, n: source })
  return (
    <>
      {facts.map((fact) => (
        <FactRow key={fact.name} fact={fact} from={from} source={source} />
      ))}
      {more ? <p className="small from">{t("lookups.more", { title })}</p> : null}
    </>
  )
}

/** Each fact is a blank of its own name, so that nobody takes it for "none". */
function Failed({
  result,
  allow,
  keepSecrets
}: {
  result: LookupResult
  allow: () => void
  keepSecrets: (secrets: Record<string, string>) => void
}) {
  const {
    title,
    host,
    problem = "unreachable",
    status = 0,
    facts,
    secrets,
    until = "",
    said = "",
    missing = ""
  } = result
  const { typeIn } = usePanelContext().lookups
  const why = tell(`lookups.problem.${problem}`, { title, host, status, until: clock(until), said, missing })
  const labels = facts.flatMap(({ label, typed }) => (typed === undefined ? [label] : []))
  return (
    <>
      {facts.map((fact) =>
        fact.typed === undefined ? null : <FactRow key={fact.name} fact={fact} from="" source={undefined} />
      )}
      <div className={labels.length > MOST_BESIDE ? "whole" : undefined}>
        <dt>{labels.length > 0 ? labels.join(", ") : title}</dt>
        <dd>
          <span className="miss">
            <Icon name="alert" /> {t("lookups.unknown", { why })}
          </span>
          <p className="small from">{t("lookups.not-none")}</p>
          {problem === "needs-permission" ? <Allow result={result} allowed={allow} /> : null}
          {secrets && secrets.length > 0 ? (
            <SecretForm
              secrets={secrets}
              where={t("lookups.secret.where", { host })}
              save={t("lookups.secret.save")}
              keepSecrets={keepSecrets}
            />
          ) : null}
          <TypeIn labels={labels} typeIn={typeIn} />
        </dd>
      </div>
    </>
  )
}

/** So many labels have room in the narrow column. */
const MOST_BESIDE = 3

function Allow({ result: { title, host, origin }, allowed }: { result: LookupResult; allowed: () => void }) {
  const [refused, setRefused] = useState(false)
  const allow = () => {
    // It is called before anything is awaited, because the permission belongs to the click.
    const asked = extensionPage.requestSite(origin)
    void asked.then(
      (granted) => (granted ? allowed() : setRefused(true)),
      () => setRefused(true)
    )
  }
  return (
    <>
      <p className="small">{t("lookups.allow.why", { title })}</p>
      <Button small onPress={allow}>
        {t("lookups.allow", { host })}
      </Button>
      <p role="alert" className="fault">
        {refused ? t("lookups.allow.not") : ""}
      </p>
    </>
  )
}

/** A fact with where it comes from, and what can be done with it: add it to the letter, or type in what isn't known. */
function FactRow({
  fact,
  from,
  source
}: {
  fact: LookupFact
  from: string
  /** The number of its system among the sources of the draft. */
  source: number | undefined
}) {
  const { lookups } = usePanelContext()
  const { label, value, typed, withheld } = fact
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="fact">
          <FactValue fact={fact} />
          {value !== undefined && withheld === undefined ? (
            <AddToLetter label={label} value={value} source={source} />
          ) : null}
        </span>
        {withheld === "identity" || withheld === "orders" || withheld === "note" ? (
          <p className="small from">{t(`lookups.${withheld}`)}</p>
        ) : null}
        <p className="small from">{typed === undefined ? from : t("lookups.typed")}</p>
        {value === undefined && withheld === undefined ? <TypeIn labels={[label]} typeIn={lookups.typeIn} /> : null}
      </dd>
    </div>
  )
}

function FactValue({ fact: { value, typed, withheld } }: { fact: LookupFact }) {
  if (withheld === "secret") return <span className="miss">{t("lookups.secret")}</span>
  if (value === undefined)
    return typed === undefined ? <span className="muted">{t("lookups.unread")}</span> : <bdi>{typed}</bdi>
  const text = shownFact(value, Date.now())
  return isDay(value) ? <time dateTime={value}>{text}</time> : <bdi>{text}</bdi>
}

/**
 * Puts the fact into the blank of the letter that asks for it, or else into the letter as a sentence with its source, in
 * the words of the letter's language.
 */
function AddToLetter({ label, value, source }: { label: string; value: string; source: number | undefined }) {
  const { draft, draftText, suggestions } = usePanelContext()
  const { add } = suggestions
  if (!add) return null
  const language = draft?.language ?? null
  const written = writtenFact(value, language)
  const blank = blanksOf(draftText.letter).find(({ name, open }) => open && isSameName(name, label))
  const addFact = () => {
    if (!blank) return add([{ text: recordedFact(label, written, language), source }])
    draftText.change((letter) => fillBlank(letter, blank, written))
    void draftText.flush()
  }
  return <IconButton tiny icon="plus" label={t("lookups.add", { label })} onPress={addFact} />
}

/** Capitals, spaces and hyphens make no other name: "Search number" is "search-number". */
const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other)
const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")

/**
 * Returns a fact as the card shows it: "13 Nov" for a day of this year, "13 Nov 2025" for one of another, "€98.90" for
 * an amount. Anything else stays as the system wrote it.
 * @param now in milliseconds
 */
function shownFact(value: string, now: number): string {
  const day = dayOf(value)
  if (day) return (day.getUTCFullYear() === new Date(now).getUTCFullYear() ? dayThisYear() : dayAndYear()).format(day)
  return amountOf(value, locale()) ?? value
}

/** Returns a fact as a letter in this language says it: "13 November 2026", "98,90 €". @param language a BCP 47 tag */
function writtenFact(value: string, language: string | null): string {
  const own = language === null || language === "en" ? LANGUAGES.en.locale : language
  const day = dayOf(value)
  if (day)
    return new Intl.DateTimeFormat(own, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(day)
  return amountOf(value, own) ?? value
}

/** A day of a fact has no time and no zone. */
function isDay(value: string): boolean {
  return dayOf(value) !== undefined
}

function dayOf(value: string): Date | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  return day && !Number.isNaN(day.getTime()) ? day : undefined
}

function amountOf(value: string, locale: string): string | undefined {
  const [, amount, currency] = /^(-?\d{1,15}(?:\.\d{1,4})?) ([A-Z]{3})$/.exec(value) ?? []
  if (amount === undefined || currency === undefined) return undefined
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount))
}

const dayThisYear = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" })
)
const dayAndYear = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      year: "numeric",
      timeZone: "UTC"
    })
)
