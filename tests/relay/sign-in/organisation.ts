import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import Provider from "oidc-provider"

/** Somebody whom an organisation's provider knows. */
export interface Account {
  name: string
  email: string
  groups: string[]
}

export const CLIENT = { id: "replywright", secret: "a-secret-of-forty-signs-0123456789abcdef" }

/**
 * A provider of OpenID Connect, the certified one of npm, whose page has a field for the login and a button.
 * @param redirects where it may send a person back to
 */
export async function startOrganisation(accounts: Record<string, Account>, redirects: string[]) {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: redirects,
        grant_types: ["authorization_code"],
        response_types: ["code"]
      }
    ],
    claims: { openid: ["sub"], profile: ["name"], email: ["email"], groups: ["groups"] },
    pkce: { required: () => true },
    cookies: { keys: ["of-the-tests"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) =>
      accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }
  })
  const answer = provider.callback()
  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    const { prompt, params } = await provider.interactionDetails(request, response)
    if (prompt.name === "login" && request.method !== "POST") {
      response.setHeader("content-type", "text/html; charset=utf-8")
      return response.end(PAGE)
    }
    const login = new URLSearchParams(await textOf(request)).get("login") ?? ""
    if (prompt.name === "login" && accounts[login])
      return provider.interactionFinished(request, response, { login: { accountId: login } })
    if (prompt.name === "login") return provider.interactionFinished(request, response, { error: "access_denied" })
    const { session } = (await provider.interactionDetails(request, response)) as { session?: { accountId: string } }
    const grant = new provider.Grant({ accountId: session?.accountId ?? "", clientId: params.client_id })
    grant.addOIDCScope("openid profile email groups")
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  }
  handle = (request, response) => {
    if (request.url?.startsWith("/interaction/"))
      void interact(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
    else answer(request, response)
  }
  return {
    issuer,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      })
  }
}

const PAGE = `<!doctype html><title>Sign in</title><form method="post">
<label>Login <input name="login" autofocus></label><button>Sign in</button></form>`

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ""
  for await (const chunk of request) text += String(chunk)
  return text
}

/**
 * Goes a person's way through the provider's pages, as a browser does, and returns the address to which they are sent
 * back.
 */
export async function signInAt(url: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  let [next, form] = [url, undefined as string | undefined]
  for (let step = 0; step < 12; step++) {
    const response = await fetch(next, {
      redirect: "manual",
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(form !== undefined && { "content-type": "application/x-www-form-urlencoded" })
      },
      ...(form !== undefined && { method: "POST", body: form })
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    form = undefined
    const to = response.headers.get("location")
    if (to === null) {
      if (response.status !== 200) throw new Error(`The provider answers ${response.status}: ${await response.text()}`)
      form = new URLSearchParams({ login }).toString()
      continue
    }
    const place = new URL(to, next)
    if (place.hostname.endsWith(".chromiumapp.org")) return place.href
    next = place.href
  }
  throw new Error("The provider sends nobody back.")
}
