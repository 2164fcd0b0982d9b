import { useId, useState, type FormEvent } from "react"
import { extensionPage } from "../../platform/extension-page.ts"
import { DEFAULT_ADDRESS, type CommandAnswer, type PanelCommand } from "../../protocol/panel.ts"
import { relayAddress } from "../../protocol/relay-address.ts"
import { Button } from "../kit/button.tsx"
import { refusalWords } from "../messages/relay-problem.ts"
import { t, type MessageKey } from "../messages/t.ts"
import type { PolicyFault } from "../../protocol/notice.ts"

interface PairFormProps {
  address: string
  /** The organisation's policy has set the address. */
  fixed?: boolean | undefined
  /** What was typed as the address before this page was closed. */
  before?: string | undefined
  /** Called with the address while it is typed. The code is kept nowhere. */
  keepAddress?: (address: string) => void
  send: (command: PanelCommand) => Promise<CommandAnswer>
  paired?: () => void
  /** Set on the review page or the admin page. Only a code for that role works there, and the panel's sign-in stays. */
  place?: "review" | "admin"
}

/**
 * Address and code, or the organisation's sign-in. The permission for a relay that isn't on this computer is requested in the same click, because the
 * browser allows that nowhere else.
 */
export function PairForm({ address, fixed = false, before, keepAddress, send, paired, place }: PairFormProps) {
  const ids = { address: useId(), code: useId() }
  const [typed, setTyped] = useState(before)
  const [code, setCode] = useState("")
  const [busy, setBusy] = useState<"popup-pair" | "popup-sign-in">()
  const [wrong, setWrong] = useState("")
  const shown = (fixed ? undefined : typed) ?? (address || DEFAULT_ADDRESS)

  const enter = (by: { kind: "popup-pair"; code: string } | { kind: "popup-sign-in" }) => {
    if (busy) return
    const relay = relayAddress(shown)
    if (!relay) return setWrong(t("pair.bad-address"))
    if (!relay.safe) return setWrong(t("pair.unsafe"))
    if (by.kind === "popup-pair" && by.code === "") return setWrong(t("pair.no-code"))
    const wish = { ...by, address: relay.origin, ...(place ? { door: place } : {}) } as const
    // The browser's question may close the popup. The background worker then continues by itself.
    if (!relay.loopback) void send({ kind: "popup-permission-request", wish })
    // It is called before anything is awaited, because the permission belongs to the click.
    const allowed = relay.loopback ? Promise.resolve(true) : extensionPage.requestSite(relay.origin)
    setBusy(by.kind)
    setWrong("")
    const join = async () => {
      const answer: CommandAnswer = (await allowed.catch(() => false))
        ? await send(wish)
        : { ok: false, code: "not-allowed" }
      setBusy(undefined)
      if (answer.ok) paired?.()
      else setWrong(refusalWords(answer, FAULTS, "pair.other"))
    }
    void join()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter({ kind: "popup-pair", code: code.trim() })
  }

  return (
    <form className="pair" onSubmit={submit}>
      <label className="small muted" htmlFor={ids.address}>
        {t("pair.address")}
      </label>
      <input
        className="in"
        id={ids.address}
        value={shown}
        readOnly={fixed}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => {
          setTyped(target.value)
          keepAddress?.(target.value)
        }}
      />
      {fixed ? <p className="small muted">{t("pair.fixed")}</p> : null}
      <label className="small muted" htmlFor={ids.code}>
        {t("pair.code")}
      </label>
      <div className="code">
        <input
          className="in"
          id={ids.code}
          value={code}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={({ target }) => setCode(target.value)}
        />
        <Button variant="main" submit onPress={() => undefined}>
          {t("pair.do")}
        </Button>
      </div>
      <Button onPress={() => enter({ kind: "popup-sign-in" })}>{t("pair.sign-in")}</Button>
      <p role="alert" className="fault">
        {wrong}
      </p>
      <p role="status" className="small muted">
        {busy ? t(busy === "popup-pair" ? "pair.doing" : "pair.signing-in") : ""}
      </p>
    </form>
  )
}

const FAULTS = new Map<string, MessageKey>([
  ["not-allowed", "pair.not-allowed"],
  ["code-used", "pair.used"],
  ["wrong-code", "pair.wrong"],
  ["code-expired", "pair.expired"],
  ["pairing-off", "pair.off"],
  ["no-provider", "pair.no-provider"],
  ["no-role", "pair.no-role"],
  ["no-group", "pair.no-group"],
  ["sign-in-cancelled", "pair.cancelled"],
  ["provider-away", "pair.provider-away"],
  ["not-lead", "pair.not-lead"],
  ["not-admin", "pair.not-admin"],
  ["code-revoked", "pair.revoked"],
  ["name-taken", "pair.name-taken"],
  ["unsafe-address", "pair.unsafe"],
  ["relay-unreachable", "pair.unreachable"],
  ["other-version", "pair.other-version"],
  ["relay-other-version", "pair.other-version"],
  ["no-answer", "status.failed"]
])

/** Says what is wrong with the organisation's policy, and what follows from it. */
export function PolicyFaultText({ policy: { unknown, missing } }: { policy: PolicyFault }) {
  return (
    <>
      <p>
        {unknown
          ? t("policy.unknown", { names: unknown.join(", ") })
          : missing
            ? t("policy.missing", { names: missing.join(", ") })
            : t("policy.value")}
      </p>
      <p>{t("policy.lead")}</p>
    </>
  )
}
