import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { RulesAnswer, RulesRequest } from "../../../protocol/masking-rules.ts"
import { useKept } from "../frame/use-kept.ts"
import { useLeaving } from "../frame/use-leaving.ts"
import { CallFault } from "../../kit/relay/call-fault.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { keyOf, useSignedOutPage } from "../../kit/relay/use-relay-query.ts"

export type TypedRules = Pick<RulesAnswer, "mode" | "keep" | "names" | "agentsMayAdd"> & { orderPattern: string }

/** The rules as they are typed, over the saved ones. What somebody else saves in the meantime is never overwritten. */
export function useMaskingRules(rules: RulesAnswer) {
  const link = useRelayLink()
  const queries = useQueryClient()
  /** Null as long as nothing was typed. `version` is the one over which this was typed. */
  const [own, setOwn] = useKept<(TypedRules & { version: number }) | null>("masking-rules", null)
  const latest = useRef(own)
  latest.current = own
  const stands: TypedRules = {
    mode: rules.mode,
    keep: rules.keep,
    names: rules.names,
    agentsMayAdd: rules.agentsMayAdd,
    orderPattern: rules.orderPattern ?? ""
  }
  const typed = own ?? stands
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: ({ request }: { request: RulesRequest; of: typeof own }) =>
      link.call("PUT /v1/masking-rules", { body: request }),
    onSuccess: (set, { of }) => {
      queries.setQueryData(keyOf("GET /v1/masking-rules", {}), set)
      // What was changed while it was being saved is over what is saved now.
      const now = latest.current
      setOwn(now === of ? null : now && { ...now, version: set.version })
      return queries.invalidateQueries({ queryKey: ["GET /v1/masking-rules/versions"] })
    },
    onError: () => queries.invalidateQueries({ queryKey: ["GET /v1/masking-rules"] })
  })
  useSignedOutPage(error)
  const conflict = error instanceof CallFault && error.code === "changed"
  const version = conflict ? rules.version : (own?.version ?? rules.version)
  const same =
    (["mode", "agentsMayAdd", "orderPattern"] as const).every((part) => typed[part] === stands[part]) &&
    alike(typed.keep, stands.keep) &&
    alike(typed.names, stands.names)
  useLeaving(!same)
  return {
    typed,
    same,
    conflict,
    error,
    busy: isPending,
    saved: data !== undefined,
    change(part: Partial<TypedRules>) {
      if (!conflict) reset()
      setOwn({ ...typed, version, ...part })
    },
    drop() {
      reset()
      setOwn(null)
    },
    save() {
      const { mode, keep, names, agentsMayAdd, orderPattern } = typed
      const request = { version, mode, keep, names, agentsMayAdd, orderPattern: orderPattern.trim() }
      if (!isPending) mutate({ request, of: own })
    }
  }
}

const alike = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((word, at) => word === b[at])
