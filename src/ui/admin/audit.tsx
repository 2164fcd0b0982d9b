import { useInfiniteQuery, useMutation } from "@tanstack/react-query"
import { useId, useState } from "react"
import type { AuditAnswer, AuditEntry, AuditQuery } from "../../protocol/admin.ts"
import { Button } from "../kit/button.tsx"
import { SelectField } from "../kit/choice-fields.tsx"
import { clock, day } from "../messages/format.ts"
import { isMessage, t, tell } from "../messages/t.ts"
import { ErrorMessage } from "./frame/error-message.tsx"
import { useRelayLink } from "../kit/relay/use-relay-link.ts"
import { useSignedOutPage } from "../kit/relay/use-relay-query.ts"

/** Who did what. It is requested only once an admin opens it. */
export function Audit() {
  const [shown, setShown] = useState(false)
  return (
    <section className="box" aria-labelledby="audit">
      <div className="row">
        <h2 id="audit" className="grow">
          {t("audit")}
        </h2>
        <Button small expanded={shown} onPress={() => setShown(!shown)}>
          {shown ? t("audit.hide") : t("audit.show")}
        </Button>
      </div>
      <p className="lead">{t("audit.lead")}</p>
      {shown ? <Entries /> : null}
    </section>
  )
}

function Entries() {
  const [query, setQuery] = useState<AuditQuery>({})
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useEntries(query)
  const first = data?.pages[0]
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const isFiltered = Object.values(query).some((value) => value !== undefined)
  return (
    <>
      <Filters query={query} actions={first?.actions ?? []} change={(part) => setQuery({ ...query, ...part })} />
      {error ? <ErrorMessage error={error} again={() => void refetch()} /> : null}
      <p role="status" className="small quiet">
        {isPending
          ? t("audit.loading")
          : first && entries.length === 0
            ? t(isFiltered ? "audit.none-such" : "audit.none")
            : t("audit.count", { count: entries.length })}
      </p>
      {entries.length > 0 ? <SaveFile query={query} /> : null}
      {entries.length > 0 ? <Table entries={entries} /> : null}
      {hasNextPage ? (
        <div className="audit-more">
          <Button
            small
            disabledReason={isFetchingNextPage ? t("audit.loading") : undefined}
            onPress={() => void fetchNextPage()}
          >
            {t("audit.more")}
          </Button>
        </div>
      ) : null}
      {first ? <Verified verified={first.verified ?? null} /> : null}
      {first ? <p className="small muted">{t("audit.kept", { count: first.days })}</p> : null}
    </>
  )
}

/** Says up to which entry the relay has verified and signed the audit, or where it doesn't hold. */
function Verified({ verified }: { verified: NonNullable<AuditAnswer["verified"]> | null }) {
  if (!verified) return <p className="small muted">{t("audit.unverified")}</p>
  const { entry, at, brokenAt } = verified
  const time = t("time.day.clock", { day: day(at), time: clock(at) })
  return brokenAt === null ? (
    <p className="small muted">{t("audit.verified", { entry, time })}</p>
  ) : (
    <p role="alert" className="small">
      {t("audit.broken", { entry: brokenAt })}
    </p>
  )
}

/** Saves all entries that fit, also those that aren't shown yet. */
function SaveFile({ query }: { query: AuditQuery }) {
  const link = useRelayLink()
  const save = useMutation({
    mutationFn: () => link.call("GET /v1/audit/export", { query }),
    onSuccess: (text) =>
      link.download(`replywright-audit-${new Date().toISOString().slice(0, 10)}.csv`, "text/csv", text)
  })
  useSignedOutPage(save.error)
  return (
    <>
      <div className="row">
        <Button small disabledReason={save.isPending ? t("audit.csv.busy") : undefined} onPress={() => save.mutate()}>
          {t("audit.csv")}
        </Button>
        <span role="status" className="small quiet">
          {save.isPending ? t("audit.csv.busy") : save.isSuccess ? t("audit.csv.saved") : ""}
        </span>
      </div>
      {save.error ? <ErrorMessage error={save.error} /> : null}
    </>
  )
}

function useEntries(query: AuditQuery) {
  const link = useRelayLink()
  const asked = useInfiniteQuery({
    queryKey: ["GET /v1/audit", query],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      link.call("GET /v1/audit", { query: { ...query, before: pageParam } }),
    initialPageParam: undefined,
    // Each part that was loaded would be asked for again, one after the other.
    refetchOnWindowFocus: false,
    gcTime: 0,
    getNextPageParam: (page: AuditAnswer) => page.next ?? undefined
  })
  useSignedOutPage(asked.error)
  return asked
}

function Filters({
  query: { action = "", from = "", to = "" },
  actions,
  change
}: {
  query: AuditQuery
  actions: string[]
  change: (part: Partial<AuditQuery>) => void
}) {
  const ids = { from: useId(), to: useId() }
  // The chosen action stays in the list, even if its last entry is gone.
  const known = [...new Set([...actions, ...(action === "" ? [] : [action])])]
  return (
    <div className="row audit-filters">
      <SelectField
        label={t("audit.action")}
        value={action}
        choose={(value) => change({ action: value || undefined })}
        choices={[{ value: "", label: t("audit.all") }, ...known.map((value) => ({ value, label: actionWord(value) }))]}
      />
      <label htmlFor={ids.from}>{t("audit.from")}</label>
      <input
        className="in"
        type="date"
        id={ids.from}
        min="2000-01-01"
        max={to || "2999-12-31"}
        value={from}
        onChange={({ target }) => change({ from: target.value || undefined })}
      />
      <label htmlFor={ids.to}>{t("audit.to")}</label>
      <input
        className="in"
        type="date"
        id={ids.to}
        min={from || "2000-01-01"}
        max="2999-12-31"
        value={to}
        onChange={({ target }) => change({ to: target.value || undefined })}
      />
    </div>
  )
}

function Table({ entries }: { entries: AuditEntry[] }) {
  return (
    <div className="wide-table" role="group" aria-label={t("audit")} tabIndex={0}>
      <table className="audit">
        <thead>
          <tr>
            {(["when", "who", "what", "ids"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`audit.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, person, machine, action, ids }) => (
            <tr key={id}>
              <td className="num">
                <time dateTime={at}>{t("time.day.clock", { day: day(at), time: clock(at) })}</time>
              </td>
              <td>
                <bdi>
                  {person
                    ? t("usage.who", { name: person.name, role: t(`role.${person.role}`) })
                    : (machine ?? t("audit.somebody"))}
                </bdi>
              </td>
              <td>{actionWord(action)}</td>
              <td className="ids">
                <bdi>{ids.join(", ")}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Words an action. One that this version has no words for is shown as it was noted. */
function actionWord(action: string): string {
  const key = `audit.action.${action}`
  return isMessage(key) ? tell(key, {}) : action
}
