import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import type { RulesAnswer, RulesRequest } from "../../../protocol/masking-rules.ts"
import { LeadFault } from "../../lead/lead-link.ts"
import { useAdminLink } from "../frame/admin-frame.tsx"
import { keyOf, useSignedOutPage } from "../frame/use-admin-query.ts"
import { useKept } from "../frame/use-kept.ts"
import { useLeaving } from "../frame/use-leaving.ts"

export type TypedRules = Pick<RulesAnswer, "mode" | "keep" | "names" | "agentsMayAdd"> & { orderPattern: string }

/** The rules as they are typed, over the saved ones. What somebody else saves in the meantime is never overwritten. */
export function useMaskingRules(rules: RulesAnswer) {
  const link = useAdminLink()
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
      link.ask({ kind: "admin-masking-save", request }),
    onSuccess: (set, { of }) => {
      queries.setQueryData(keyOf({ kind: "admin-masking" }), set)
      // What was changed while it was being saved is over what is saved now.
      const now = latest.current
      setOwn(now === of ? null : now && { ...now, version: set.version })
      return queries.invalidateQueries({ queryKey: ["admin-masking-versions"] })
    },
    onError: () => queries.invalidateQueries({ queryKey: ["admin-masking"] })
  })
  useSignedOutPage(error)
  const conflict = error instanceof LeadFault && error.code === "changed"
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
