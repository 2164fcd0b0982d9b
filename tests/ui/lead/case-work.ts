import type { CaseAnswer } from "../../../src/protocol/review.ts"
import { CHOICES } from "./lead-samples.ts"

/** What the relay of these tests answers of what leads do with a case besides its review. */
export function caseWorkAnswer(
  cases: CaseAnswer[],
  { pathname, searchParams }: URL,
  body: string | undefined
): object | undefined {
  const [, id, what] = /^\/v1\/review\/cases\/([^/]+)\/(assignment|disputes)$/.exec(pathname) ?? []
  const there = cases.find(({ line }) => line.caseId === id)
  if (!there) return undefined
  const said = JSON.parse(body ?? "") as Record<string, string>
  if (what === "assignment") {
    there.assigned = CHOICES.leads.find((lead) => lead.id === said["to"]) ?? null
    return { assigned: there.assigned }
  }
  there.disputes = there.disputes.map((one) =>
    one.criterion === searchParams.get("criterion")
      ? {
          ...one,
          state: said["decision"] === "accepted" ? "accepted" : "kept",
          sentence: said["sentence"] ?? "",
          by: "Anna",
          decidedAt: "2026-11-20T11:00:00Z"
        }
      : one
  )
  return { disputes: there.disputes }
}

/** Has the agent contest the tone of a case. */
export function contested(there: CaseAnswer): CaseAnswer {
  const dispute = {
    ...{ criterion: "tone", name: "", score: "no" as const, state: "open" as const },
    ...{ reason: "The customer asked for a short letter.", sentence: null, by: null, decidedAt: null },
    at: "2026-11-20T10:30:00Z"
  }
  return { ...there, disputes: [dispute] }
}
