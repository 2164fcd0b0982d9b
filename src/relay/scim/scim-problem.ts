import { Problem } from "../../runtime/problem.ts"

/** The kinds of mistakes that RFC 7644 names in section 3.12. */
type ScimType = "invalidFilter" | "uniqueness" | "invalidPath" | "noTarget" | "invalidValue"

export const scimProblem = (status: number, scimType: ScimType, message: string) =>
  new Problem(status, scimType, message, { data: { scimType } })

/** Answers a problem in the form of RFC 7644, section 3.12. */
export function scimError({ status, message, data }: Problem): Response {
  const scimType = "scimType" in data ? { scimType: data.scimType } : {}
  const body = { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: String(status), ...scimType }
  return scimResponse({ ...body, detail: message }, status)
}

/** An answer of the content type of SCIM. */
export const scimResponse = (body: unknown, status: number, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { ...headers, "content-type": "application/scim+json; charset=utf-8" } })
