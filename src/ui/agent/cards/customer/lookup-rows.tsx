import { useState } from "react"
import { extensionPage } from "../../../../platform/extension-page.ts"
import type { LookupResult } from "../../../../ticket/lookup-results.ts"
import { Button } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { ago, clock } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { FactRow } from "./fact-row.tsx"
import { SecretForm } from "../../card-kit/secret-form.tsx"
import { TypeIn } from "../../card-kit/type-in.tsx"

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
