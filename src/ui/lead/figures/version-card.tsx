import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useId, useState } from "react"
import { MAX_VERSION_NAME, type DraftVersion, type VersionChangePart } from "../../../protocol/draft-versions.ts"
import { Button } from "../../kit/button.tsx"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { day } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { modelName } from "../review-text.ts"

const KEY = ["GET /v1/review/versions"]

/** Draft versions, the newest first: what changed with each, and a name that a lead gives. */
export function VersionCard() {
  const link = useRelayLink()
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => link.call("GET /v1/review/versions", {}),
    staleTime: 60_000
  })
  if (!data || data.versions.length === 0) return null
  return (
    <section className="box full" aria-labelledby="versions">
      <h2 id="versions">{t("versions")}</h2>
      <p className="lead">{t("versions.lead")}</p>
      <ul className="versions">
        {data.versions.map((version) => (
          <VersionRow key={version.pipeline} version={version} />
        ))}
      </ul>
    </section>
  )
}

function VersionRow({ version }: { version: DraftVersion }) {
  const { pipeline, name, began, cases, changes } = version
  const id = useId()
  const words = changes?.map(changeWords) ?? [t("versions.first")]
  return (
    <li aria-labelledby={id}>
      <h3 id={id}>
        <bdi>{name || pipeline.slice(0, 8)}</bdi>
      </h3>
      <p className="small quiet">{t("versions.since", { day: day(began), count: cases })}</p>
      <ul>
        {(words.length > 0 ? words : [t("versions.same")]).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <NameForm version={version} />
    </li>
  )
}

function NameForm({ version: { pipeline, name } }: { version: DraftVersion }) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const id = useId()
  const [typed, type] = useState(name)
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () => link.call("PUT /v1/review/versions", { query: { pipeline }, body: { name: typed.trim() } }),
    onSuccess: async (answer) => {
      queries.setQueryData(KEY, answer)
      await queries.invalidateQueries({ queryKey: ["GET /v1/review/figures"] })
    }
  })
  const fault = error ? faultWords(error) : undefined
  return (
    <div className="row">
      <label className="small" htmlFor={id}>
        {t("versions.name", { version: pipeline.slice(0, 8) })}
      </label>
      <input
        className="in"
        id={id}
        maxLength={MAX_VERSION_NAME}
        value={typed}
        onChange={({ target }) => type(target.value)}
      />
      <Button small disabledReason={isPending ? t("review.saving") : undefined} onPress={() => mutate()}>
        {t("versions.save")}
      </Button>
      <span role="status" className="small">
        {isSuccess && typed.trim() === name ? t("versions.saved") : ""}
      </span>
      {fault ? (
        <p role="alert" className="fault">
          <b>{t("versions.unsaved")}</b> {fault.what} {fault.then}
        </p>
      ) : null}
    </div>
  )
}

/** Returns one change in words: "Playbook “Late parcels”: version 3". */
function changeWords(change: VersionChangePart): string {
  switch (change.kind) {
    case "model":
    case "search":
    case "verifier": {
      const name = (model: string) => (model === "" ? t("versions.none") : modelName(model))
      return tell(`versions.${change.kind}`, { before: name(change.before), after: name(change.after) })
    }
    case "voice":
    case "playbook": {
      const { kind, name, version } = change
      return version === null
        ? tell(`versions.${kind}.removed`, { name })
        : tell(`versions.${kind}`, { name, version: String(version) })
    }
    case "pages":
      return t("versions.pages", { imported: String(change.imported), removed: String(change.removed) })
    default:
      return tell(`versions.${change.kind}`, {})
  }
}
