import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { RulesAnswer, RulesRequest } from "../../../protocol/masking-rules.ts"
import { LeadFault } from "../../lead/lead-link.ts"
import { useAdminLink } from "../frame/admin-frame.tsx"
import { keyOf, useSignedOutPage } from "../frame/use-admin-query.ts"

export type TypedRules = Pick<RulesAnswer, "mode" | "keep" | "names" | "agentsMayAdd"> & { orderPattern: string }

/** The rules as they are typed, over the saved ones. What somebody else saves in the meantime is never overwritten. */
export function useMaskingRules(rules: RulesAnswer) {
  const link = useAdminLink()
  const queries = useQueryClient()
  /** Undefined as long as nothing was typed. `version` is the one over which this was typed. */
  const [own, setOwn] = useState<TypedRules & { version: number }>()
  const stands: TypedRules = {
    mode: rules.mode,
    keep: rules.keep,
    names: rules.names,
    agentsMayAdd: rules.agentsMayAdd,
    orderPattern: rules.orderPattern ?? ""
  }
  const typed = own ?? stands
  const { mutate, data, error, isPending, reset } = useMutation({
    mutationFn: (request: RulesRequest) => link.ask({ kind: "admin-masking-save", request }),
    onSuccess: (set) => {
      queries.setQueryData(keyOf({ kind: "admin-masking" }), set)
      setOwn(undefined)
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
      setOwn(undefined)
    },
    save() {
      const { mode, keep, names, agentsMayAdd, orderPattern } = typed
      if (!isPending) mutate({ version, mode, keep, names, agentsMayAdd, orderPattern: orderPattern.trim() })
    }
  }
}

const alike = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((word, at) => word === b[at])
