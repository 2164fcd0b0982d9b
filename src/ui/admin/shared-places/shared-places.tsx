import { useRelayQuery, useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRemoval } from "../frame/removal.tsx"
import { moment } from "../status/status-text.ts"
import { NOTE_COLOUR, type MessagePlaces, type PageRecipe, type RoleMark } from "../../../ticket/page-recipe.ts"
import { either } from "../../messages/format.ts"
import type { StoredRecipe } from "../../../protocol/routes/helpdesk-pages.ts"

/** Where agents have shown that pages have their tickets: what is proposed, what the team uses, and what it doesn't. */
export function SharedPlaces() {
  const asked = useRelayQuery("GET /v1/admin/page-recipes", {})
  const list = useEntryList("shared-places")
  return (
    <EntryList
      of="shared"
      list={list}
      asked={asked}
      rows={({ recipes }) =>
        recipes.map((one) => (
          <PlacesRow
            key={`${one.state} ${one.site}`}
            stored={one}
            replaces={
              one.state === "proposed" && recipes.some(({ site, state }) => site === one.site && state === "shared")
            }
            done={list.gone}
          />
        ))
      }
    />
  )
}

/**
 * The places of one site: who proposed them, what is read there, and what an admin can do. `replaces`: the team uses
 * others of this site now. `done` is called with a sentence once the relay has taken a decision.
 */
function PlacesRow({
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

/** Says what is read at the places of a page, and whether something is written there. */
function placesInWords({ subject, messages, reply }: PageRecipe): { name: string; value: string }[] {
  const plain = plainWordsOf(messages)
  return [
    { name: t("shared.subject"), value: t(subject ? "shared.read" : "shared.not-read") },
    { name: t("shared.messages"), value: t(messages.newestFirst ? "shared.read.newest-first" : "shared.read") },
    { name: t("shared.customer"), value: markInWords(messages.customer) },
    { name: t("shared.agent"), value: messages.agent ? markInWords(messages.agent) : t("shared.mark.none") },
    { name: t("shared.notes"), value: plain ? t("shared.notes.except", { words: plain }) : t("shared.notes.all") },
    { name: t("shared.reply"), value: t(reply ? "shared.reply.yes" : "shared.reply.no") }
  ]
}

/** Names the signs of a note that say nothing on this site, or returns undefined if there are none. */
function plainWordsOf({ plainWords = [] }: MessagePlaces): string | undefined {
  if (plainWords.length === 0) return undefined
  const words = plainWords.map((word) =>
    word === NOTE_COLOUR ? t("shared.notes.colour") : t("quoted", { text: word })
  )
  return either(words)
}

function markInWords(mark: RoleMark): string {
  switch (mark.kind) {
    case "side":
      return t(`shared.mark.${mark.side}`)
    case "author":
      return t(`shared.mark.${mark.is}`)
    case "word":
      return t("shared.mark.word", { word: mark.word })
    default:
      return t("shared.mark.name")
  }
}
