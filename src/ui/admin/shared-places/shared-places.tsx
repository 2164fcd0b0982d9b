import { useState } from "react"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { PlacesRow } from "./places-row.tsx"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/** Where agents have shown that pages have their tickets: what is proposed, what the team uses, and what it doesn't. */
export function SharedPlaces() {
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/page-recipes", {})
  const [said, setSaid] = useState("")
  return (
    <section className="box" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {t("shared")}
      </h2>
      <p className="lead">{t("shared.lead")}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data?.recipes.length === 0 ? <p className="few">{t("shared.none")}</p> : null}
      <ul className="entries" aria-label={t("shared.list")}>
        {(data?.recipes ?? []).map((one) => (
          <PlacesRow
            key={`${one.state} ${one.site}`}
            stored={one}
            replaces={
              one.state === "proposed" &&
              data?.recipes.some(({ site, state }) => site === one.site && state === "shared") === true
            }
            done={(sentence) => {
              setSaid(sentence)
              document.getElementById(HEADING)?.focus()
            }}
          />
        ))}
      </ul>
      <p role="status" className="small quiet">
        {said}
      </p>
    </section>
  )
}

const HEADING = "shared-places"
