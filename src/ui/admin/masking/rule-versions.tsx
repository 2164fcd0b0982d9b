import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { Button } from "../../kit/button.tsx"
import { dayText } from "../../messages/time-text.ts"
import { inRow, quoted } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { keyOf, useRelayQuery, useSignedOutPage } from "../../kit/relay/use-relay-query.ts"
import type { RulesVersion } from "../../../protocol/routes/masking-rules.ts"

/**
 * Who changed what and when, with a button to undo it. `typed`: there are unsaved changes that an undo would discard.
 */
export function RuleVersions({ newest, typed }: { newest: number; typed: boolean }) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const { data, error } = useRelayQuery("GET /v1/masking-rules/versions", {})
  const [said, setSaid] = useState("")
  const undo = useMutation({
    mutationFn: (to: number) => link.call("POST /v1/masking-rules/undo", { body: { version: newest, to } }),
    onSuccess: (rules, to) => {
      queries.setQueryData(keyOf("GET /v1/masking-rules", {}), rules)
      setSaid(t("rules.undone", { version: to }))
    },
    onError: () => queries.invalidateQueries({ queryKey: ["GET /v1/masking-rules"] }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["GET /v1/masking-rules/versions"] })
  })
  useSignedOutPage(undo.error)
  const versions = data?.versions ?? []
  const back = (to: number) => {
    setSaid("")
    undo.mutate(to)
  }
  const isWhole = versions.at(-1)?.version === 1
  return (
    <details>
      <summary>{t("rules.versions")}</summary>
      {error ? <ErrorMessage error={error} /> : null}
      {undo.error ? <ErrorMessage error={undo.error} /> : null}
      <p role="status" className="small quiet">
        {said}
      </p>
      <ul className="entries words">
        {versions.map((version) => (
          <li key={version.version}>
            <div className="row">
              <span className="grow">
                <b>{t("rules.version", { version: version.version })}</b>{" "}
                <span className="small quiet">{madeBy(version)}</span>
              </span>
              {version.version === newest ? (
                <span className="tag">{t("rules.version.now")}</span>
              ) : (
                <Back to={version.version} typed={typed} press={back} />
              )}
            </div>
            <p className="small quiet">
              {t("sentence", { text: tell(`rules.on.${version.mode}`, {}) })} {changes(version)}
            </p>
          </li>
        ))}
        {isWhole ? (
          <li className="row">
            <span className="grow" />
            <Back to={0} typed={typed} press={back} />
          </li>
        ) : null}
      </ul>
    </details>
  )
}

function Back({ to, typed, press }: { to: number; typed: boolean; press: (to: number) => void }) {
  return (
    <Button small disabledReason={typed ? t("rules.undo.typed") : undefined} onPress={() => press(to)}>
      {to === 0 ? t("rules.undo.start") : t("rules.undo", { version: to })}
    </Button>
  )
}

function madeBy({ why, by, at, of = 0 }: RulesVersion): string {
  return tell(`rules.by.${why}`, { name: by ?? t("rules.somebody"), when: dayText(at, Date.now()), of })
}

function changes({ added, addedCount, gone, goneCount }: RulesVersion): string {
  const told = [
    added.length > 0 ? t("rules.version.added", { words: listed(added, addedCount) }) : "",
    gone.length > 0 ? t("rules.version.gone", { words: listed(gone, goneCount) }) : ""
  ].filter(Boolean)
  return told.length > 0 ? told.join(" ") : t("rules.version.none")
}

const listed = (words: string[], count: number) =>
  count > words.length
    ? t("rules.version.more", { words: inRow(words.map((text) => t("quoted", { text }))), count: count - words.length })
    : quoted(words)
