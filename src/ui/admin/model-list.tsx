import { useMutation } from "@tanstack/react-query"
import type { ListedModel, ModelsAnswer, TestAnswer } from "../../protocol/admin.ts"
import { Button } from "../kit/button.tsx"
import { clauses } from "../messages/format.ts"
import { durationText } from "../messages/time-text.ts"
import { t } from "../messages/t.ts"
import { EntryList, useEntryList } from "./frame/entry-list.tsx"
import { ErrorMessage } from "./frame/error-message.tsx"
import { money, taskWord } from "./frame/usage-text.ts"
import { useRelayLink } from "../kit/relay/use-relay-link.ts"
import { useRelayQuery, useSignedOutPage } from "../kit/relay/use-relay-query.ts"

/** The models that the relay may ask, for which tasks, and whether they answer. */
export function ModelList() {
  const asked = useRelayQuery("GET /v1/admin/models", {})
  const { data } = asked
  const list = useEntryList("models")
  const from = data?.from === "environment" ? t("models.lead.environment") : t("models.lead.file")
  return (
    <EntryList
      of="models"
      lead={`${from} ${t("models.lead")}`}
      list={list}
      asked={asked}
      rows={({ models, currency }) =>
        models.map((model) => <Model key={model.name} model={model} currency={currency} />)
      }
    >
      {data?.vectors ? <Vectors {...data.vectors} /> : null}
    </EntryList>
  )
}

function Vectors({ model, of, done, trouble }: NonNullable<ModelsAnswer["vectors"]>) {
  return (
    <>
      <p className="small quiet">
        <bdi>{t("models.vectors", { done, of, model })}</bdi>
      </p>
      {trouble === null ? null : (
        <p role="status" className="small">
          {t("models.vectors.trouble", { why: trouble })}
        </p>
      )}
    </>
  )
}

function Model({
  model: { name, kind, model = "", host = "", price, tasks },
  currency
}: {
  model: ListedModel
  currency: string
}) {
  const link = useRelayLink()
  const test = useMutation({ mutationFn: () => link.call("POST /v1/admin/models/:name/test", { path: { name } }) })
  useSignedOutPage(test.error)
  const offline = kind === "offline"
  const asked =
    tasks.length === 0
      ? t("models.task.none")
      : t("sentence", {
          text: clauses(tasks.map(({ task, place }) => t("models.task", { task: taskWord(task), place })))
        })
  return (
    <li>
      <div className="row">
        <h3 className="grow">
          <bdi>{offline ? t("models.offline") : name}</bdi>
        </h3>
        {offline ? null : (
          <Button small disabledReason={test.isPending ? t("models.testing") : undefined} onPress={() => test.mutate()}>
            {t("models.test")}
            <span className="sr"> {name}</span>
          </Button>
        )}
      </div>
      <p className="small quiet">{offline ? t("models.offline.lead") : <bdi>{t("models.at", { model, host })}</bdi>}</p>
      <p className="small quiet">
        {asked}{" "}
        {offline || !price
          ? ""
          : price.in + price.out === 0
            ? t("models.free")
            : t("models.price", { in: money(price.in, currency), out: money(price.out, currency) })}
      </p>
      <p role="status" className="small">
        {test.isPending ? t("models.testing") : test.data ? testWords(test.data) : ""}
      </p>
      {test.error ? <ErrorMessage error={test.error} /> : null}
    </li>
  )
}

function testWords(answer: TestAnswer): string {
  if (!answer.works) return t("models.fails", { why: answer.message })
  const time = durationText(answer.firstMs)
  return answer.tokensPerSecond === null
    ? t("models.works.at-once", { time })
    : t("models.works", { time, count: answer.tokensPerSecond })
}
