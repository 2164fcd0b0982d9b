import { createProvisioningToken } from "../../../src/relay/access/provisioning-tokens.ts"
import type { ScimGroup, ScimUser } from "../../../src/protocol/scim.ts"
import { Client } from "../help/client.ts"
import type { TestRelay } from "../help/relay.ts"

/** The environment of a relay whose people sign in by a provider, which no test here needs to be there. */
export const SIGN_IN = {
  OIDC_ISSUER: "https://login.example.test",
  OIDC_CLIENT_ID: "replywright",
  OIDC_AGENTS: "support",
  OIDC_LEADS: "support-leads",
  OIDC_ADMINS: "g-admins"
}

/** What a page of users or groups holds. */
export interface Page<Resource> {
  totalResults: number
  startIndex: number
  itemsPerPage: number
  Resources: Resource[]
}

/** Talks to a relay as an organisation's provisioning does. */
export class Provisioning {
  readonly client: Client

  constructor(client: Client) {
    this.client = client
  }

  static async of(relay: TestRelay): Promise<Provisioning> {
    const client = new Client(relay.url)
    client.token = (await createProvisioningToken(relay.db, null, relay.time.now)).token
    return new Provisioning(client)
  }

  ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.client.fetch(`/v1/scim${path}`, {
      method,
      headers: { "content-type": "application/scim+json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
  }

  async addUser(userName: string, more: object = {}): Promise<ScimUser> {
    return (await this.done("POST", "/Users", { userName, ...more })) as ScimUser
  }

  async addGroup(displayName: string, users: readonly ScimUser[] = [], more: object = {}): Promise<ScimGroup> {
    const members = users.map(({ id }) => ({ value: id }))
    return (await this.done("POST", "/Groups", { displayName, members, ...more })) as ScimGroup
  }

  patch(path: string, ...operations: object[]): Promise<unknown> {
    return this.done("PATCH", path, {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: operations
    })
  }

  /** @throws for an answer that isn't 2xx */
  async done(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.ask(method, path, body)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === "" ? undefined : JSON.parse(text)
  }

  async list<Resource>(path: string, query: Record<string, string> = {}): Promise<Page<Resource>> {
    return (await this.done("GET", `${path}?${new URLSearchParams(query)}`)) as Page<Resource>
  }
}
