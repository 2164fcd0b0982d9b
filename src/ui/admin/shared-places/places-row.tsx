import type { StoredRecipe } from "../../../protocol/operating/page-recipes.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRemoval } from "../frame/removal.tsx"
import { moment } from "../status/status-text.ts"
import { placesInWords, plainWordsOf } from "./places-in-words.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/**
 * The places of one site: who proposed them, what is read there, and what an admin can do. `replaces`: the team uses
 * others of this site now. `done` is called with a sentence once the relay has taken a decision.
 */
export function PlacesRow({
  stored,
  replaces,
  done
}: {
  stored: StoredRecipe
  replaces: boolean
  done: (sentence: string) => void
}) {
  const { site, state, recipe, proposedBy, proposedAt, decidedBy, decidedAt } = stored
  const plain = plainWordsOf(recipe.messages)
  const nobody = t("shared.somebody")
  return (
    <li>
      <h3>
        <bdi className="places-site">{site}</bdi> <span className="tag">{t(`shared.state.${state}`)}</span>
      </h3>
      <p className="small quiet">
        {t("shared.proposed", { name: proposedBy ?? nobody, time: moment(proposedAt) })}{" "}
        {decidedAt === null || state === "proposed"
          ? null
          : t(`shared.decided.${state}`, { name: decidedBy ?? nobody, time: moment(decidedAt) })}
      </p>
      <dl className="facts">
        {placesInWords(recipe).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {recipe.reply && state !== "declined" ? <p className="ask">{t("shared.warning")}</p> : null}
      {plain && state !== "declined" ? <p className="ask">{t("shared.notes.warning", { words: plain })}</p> : null}
      {replaces ? <p className="small">{t("shared.replaces")}</p> : null}
      <details>
        <summary>
          {t("shared.json")}
          <span className="sr"> {site}</span>
        </summary>
        <pre className="small places-json" dir="ltr">
          {JSON.stringify(recipe, undefined, 2)}
        </pre>
      </details>
      {state === "proposed" ? <Decision stored={stored} done={done} /> : null}
      {state === "shared" ? <TakeBack site={site} done={done} /> : null}
    </li>
  )
}

function Decision({ stored: { site, hash }, done }: { stored: StoredRecipe; done: (sentence: string) => void }) {
  const decide = useRelayCommand(
    "GET /v1/admin/page-recipes",
    "POST /v1/admin/page-recipes/decide",
    (_, { body: { share } }) => done(t(share ? "shared.said.shared" : "shared.said.declined", { site }))
  )
  const wait = decide.isPending ? t("shared.working") : undefined
  // What stands here is what the admin has seen, so its hash goes along.
  const press = (share: boolean) => decide.mutate({ body: { site, hash, share } })
  return (
    <>
      <div className="do">
        <Button small label={`${t("shared.do-share")} ${site}`} disabledReason={wait} onPress={() => press(true)}>
          {t("shared.do-share")}
        </Button>
        <Button small label={`${t("shared.decline")} ${site}`} disabledReason={wait} onPress={() => press(false)}>
          {t("shared.decline")}
        </Button>
      </div>
      {decide.error ? <ErrorMessage error={decide.error} /> : null}
    </>
  )
}

function TakeBack({ site, done }: { site: string; done: (sentence: string) => void }) {
  const { button, question } = useRemoval({
    of: "shared",
    name: site,
    list: "GET /v1/admin/page-recipes",
    route: "POST /v1/admin/page-recipes/take-back",
    parts: { body: { site } },
    removed: () => done(t("shared.said.taken-back", { site }))
  })
  return (
    <>
      <div className="do">{button}</div>
      {question}
    </>
  )
}
