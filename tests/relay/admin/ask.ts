import type * as z from "zod/mini"
import { codeAnswer, peopleAnswer, settingsAnswer, type SettingsRequest } from "../../../src/protocol/admin.ts"
import type { Client } from "../help/client.ts"

/** What the admin's page asks, checked against the wire's schemas. */
export const askPeople = (admin: Client) => asked(peopleAnswer, admin.fetch("/v1/admin/people"))
export const askSettings = (admin: Client) => asked(settingsAnswer, admin.fetch("/v1/admin/settings"))
export const makeCode = (admin: Client, name: string, role = "agent", samePerson = false) =>
  asked(codeAnswer, admin.post("/v1/admin/codes", { name, role, samePerson }))
export const putSettings = (admin: Client, request: SettingsRequest) =>
  admin.fetch("/v1/admin/settings", {
    method: "PUT",
    body: JSON.stringify(request),
    headers: { "content-type": "application/json" }
  })

/** @throws with what the relay said instead */
export async function asked<T extends z.ZodMiniType>(schema: T, answer: Promise<Response>): Promise<z.infer<T>> {
  const response = await answer
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`)
  return schema.parse(await response.json())
}
