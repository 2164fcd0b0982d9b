import { useMutation } from "@tanstack/react-query"
import { useId, useState, type FormEvent } from "react"
import { requesterHash } from "../../text/bytes/keyed-hash.ts"
import type { RequesterAnswer, RequesterCounts, RequesterErased } from "../../protocol/routes/requesters.ts"
import { Button } from "../kit/button.tsx"
import type { RelayLink } from "../kit/relay/relay-link.ts"
import { useRelayLink } from "../kit/relay/use-relay-link.ts"
import { useSignedOutPage } from "../kit/relay/use-relay-query.ts"
import { t } from "../messages/t.ts"
import { ErrorMessage } from "./frame/error-message.tsx"
import { RemovalQuestion } from "./frame/removal.tsx"
import { moment } from "./status/status-text.ts"

/** What is stored of one person's tickets: how much it is, as a file, and erasing it. The address stays on this page. */
export function RequesterData() {
  const link = useRelayLink()
  const lookup = useMutation({ mutationFn: (address: string) => lookUp(link, address) })
  useSignedOutPage(lookup.error)
  const { data } = lookup
  return (
    <section className="box" aria-labelledby="requester">
      <h2 id="requester">{t("requester")}</h2>
      <p className="lead">{t("requester.lead")}</p>
      <AddressForm
        busy={lookup.isPending}
        isWrong={data?.of === "no-address"}
        changed={lookup.reset}
        find={(address) => lookup.mutate(address)}
      />
      {lookup.error ? <ErrorMessage error={lookup.error} /> : null}
      {data?.of === "no-key" ? <p role="status">{t("requester.no-key")}</p> : null}
      {data?.of === "person" ? (
        <Person key={lookup.submittedAt} requester={data.requester} answer={data.answer} />
      ) : null}
    </section>
  )
}

type Lookup = { of: "no-key" | "no-address" } | { of: "person"; requester: string; answer: RequesterAnswer }

/** Makes the hash of the address by the team's key, and asks the relay for what it has under it. */
async function lookUp(link: RelayLink, address: string): Promise<Lookup> {
  const { key } = await link.call("GET /v1/admin/requesters", {})
  if (key === null) return { of: "no-key" }
  const requester = await requesterHash(key, address)
  if (requester === undefined) return { of: "no-address" }
  return {
    of: "person",
    requester,
    answer: await link.call("GET /v1/admin/requesters/:requester", { path: { requester } })
  }
}

function AddressForm({
  busy,
  isWrong,
  changed,
  find
}: {
  busy: boolean
  isWrong: boolean
  changed: () => void
  find: (address: string) => void
}) {
  const id = useId()
  const [address, setAddress] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) find(address)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div>
        <label htmlFor={id}>{t("requester.address")}</label>
        <input
          className="in"
          id={id}
          type="email"
          value={address}
          maxLength={320}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={`${id}-wrong`}
          onChange={({ target }) => {
            setAddress(target.value)
            changed()
          }}
        />
        <p role="alert" className="fault" id={`${id}-wrong`}>
          {isWrong ? t("requester.wrong") : ""}
        </p>
      </div>
      <div className="do">
        <Button small submit disabledReason={busy ? t("requester.finding") : undefined} onPress={() => undefined}>
          {t("requester.find")}
        </Button>
      </div>
    </form>
  )
}

/** What there is of the person, and once it is erased, the receipt in its place. */
function Person({ requester, answer }: { requester: string; answer: RequesterAnswer }) {
  const link = useRelayLink()
  const erase = useMutation({
    mutationFn: () => link.call("DELETE /v1/admin/requesters/:requester", { path: { requester } })
  })
  useSignedOutPage(erase.error)
  if (erase.data) return <Receipt receipt={erase.data} />
  return (
    <div className="stack">
      {answer.stored.tickets === 0 ? (
        <p role="status">{t("requester.none")}</p>
      ) : (
        <>
          <div role="status">
            <Counts counts={answer.stored} />
          </div>
          <SaveFile requester={requester} />
          <Erasing busy={erase.isPending} erase={() => erase.mutate()} />
        </>
      )}
      {erase.error ? <ErrorMessage error={erase.error} /> : null}
      <Untied count={answer.untied} />
    </div>
  )
}

function Counts({ counts }: { counts: RequesterCounts }) {
  return (
    <ul aria-label={t("requester.stored")}>
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <li key={kind}>{t(`requester.kind.${kind}`, { count: counts[kind] })}</li>
      ))}
    </ul>
  )
}

const KINDS = ["tickets", "drafts", "cases", "reviews", "sources", "intents", "memories", "pastTickets"] as const

function SaveFile({ requester }: { requester: string }) {
  const link = useRelayLink()
  const save = useMutation({
    mutationFn: () => link.call("GET /v1/admin/requesters/:requester/export", { path: { requester } }),
    onSuccess: (text) => link.download("replywright-person.json", "application/json", text)
  })
  useSignedOutPage(save.error)
  return (
    <>
      <div className="row">
        <Button small disabledReason={save.isPending ? t("audit.csv.busy") : undefined} onPress={() => save.mutate()}>
          {t("requester.save")}
        </Button>
        <span role="status" className="small quiet">
          {save.isPending ? t("audit.csv.busy") : save.isSuccess ? t("audit.csv.saved") : ""}
        </span>
      </div>
      {save.error ? <ErrorMessage error={save.error} /> : null}
    </>
  )
}

/** Asks once more before everything is erased. */
function Erasing({ busy, erase }: { busy: boolean; erase: () => void }) {
  const id = useId()
  const [asking, setAsking] = useState(false)
  const keep = () => {
    setAsking(false)
    document.getElementById(id)?.focus()
  }
  return (
    <>
      <div className="row">
        <Button small variant="danger" id={id} expanded={asking} onPress={() => setAsking(!asking)}>
          {t("requester.erase")}
        </Button>
      </div>
      {asking ? (
        <RemovalQuestion
          words={{ sure: t("requester.sure"), do: t("requester.do"), keep: t("requester.keep") }}
          busy={busy ? t("requester.erasing") : undefined}
          keep={keep}
          remove={erase}
        />
      ) : null}
    </>
  )
}

function Receipt({ receipt: { receipt, at, erased, untied } }: { receipt: RequesterErased }) {
  return (
    <div className="stack">
      <p role="status">{t("requester.erased", { time: moment(at), receipt })}</p>
      <Counts counts={erased} />
      <Untied count={untied} />
    </div>
  )
}

/** Tickets of which nobody knows whose they are may be the person's too. */
function Untied({ count }: { count: number }) {
  return count > 0 ? <p className="small muted">{t("requester.untied", { count })}</p> : null
}
