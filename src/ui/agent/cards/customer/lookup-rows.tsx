import { useId, useState, type FormEvent } from "react"
import { extensionPage } from "../../../../platform/extension-page.ts"
import type { LookupFact, LookupResult } from "../../../../ticket/lookup-results.ts"
import { Button } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { ago, clock } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"

/** The rows of one lookup: its facts, or why there are none and what the agent can do. */
export function LookupRows({
  result,
  source,
  again,
  keepSecrets
}: {
  result: LookupResult
  /** Its number among the sources of the draft. */
  source: number | undefined
  again: () => void
  keepSecrets: (secrets: Record<string, string>) => void
}) {
  const { title, state, missing = "", facts, at, more } = result
  const time = ago(at, Date.now())
  if (state === "failed") return <Failed result={result} again={again} keepSecrets={keepSecrets} />
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
  return (
    <>
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.label}</dt>
          <dd>
            <FactValue fact={fact} />
            <p className="small from">
              {source === undefined
                ? t("lookups.from", { title, time })
                : t("lookups.from.cited", { title, time, n: source })}
            </p>
          </dd>
        </div>
      ))}
      {more ? <p className="small from">{t("lookups.more", { title })}</p> : null}
    </>
  )
}

function FactValue({ fact: { value, withheld } }: { fact: LookupFact }) {
  if (withheld === "secret") return <span className="miss">{t("lookups.secret")}</span>
  if (value === undefined) return <span className="muted">{t("lookups.unread")}</span>
  return (
    <>
      <bdi>{value}</bdi>
      {withheld ? <p className="small from">{t(`lookups.${withheld}`)}</p> : null}
    </>
  )
}

/** Each fact is a blank of its own name, so that nobody takes it for "none". */
function Failed({
  result,
  again,
  keepSecrets
}: {
  result: LookupResult
  again: () => void
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
  const why = tell(`lookups.problem.${problem}`, { title, host, status, until: clock(until), said, missing })
  return (
    <div>
      <dt>{facts.map(({ label }) => label).join(", ")}</dt>
      <dd>
        <span className="miss">
          <Icon name="alert" /> {t("lookups.unknown", { why })}
        </span>
        <p className="small from">{t("lookups.not-none")}</p>
        {problem === "needs-permission" ? <Allow result={result} allowed={again} /> : null}
        {secrets && secrets.length > 0 ? <SecretForm host={host} secrets={secrets} keepSecrets={keepSecrets} /> : null}
      </dd>
    </div>
  )
}

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

function SecretForm({
  host,
  secrets,
  keepSecrets
}: {
  host: string
  secrets: { name: string; label: string }[]
  keepSecrets: (secrets: Record<string, string>) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (secrets.every(({ name }) => typed[name]?.trim())) keepSecrets(typed)
  }
  return (
    <form className="stack" onSubmit={submit}>
      {secrets.map(({ name, label }) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <input
            className="in"
            id={`${id}-${name}`}
            type="password"
            autoComplete="off"
            maxLength={4000}
            value={typed[name] ?? ""}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </div>
      ))}
      <p className="small from">{t("lookups.secret.where", { host })}</p>
      <Button small submit onPress={() => undefined}>
        {t("lookups.secret.save")}
      </Button>
    </form>
  )
}
