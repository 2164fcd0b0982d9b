import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose"

/** A provider that answers what a test says: the wire format of RFC 6749 and OpenID Connect Core, signed by hand. */
export async function startHostileProvider() {
  const { privateKey, publicKey } = await generateKeyPair("RS256")
  const foreign = await generateKeyPair("RS256")
  const jwk = { ...(await exportJWK(publicKey)), kid: "k1", alg: "RS256", use: "sig" }
  const answers: { token: () => Promise<{ status?: number; body: unknown }>; isAway: boolean } = {
    token: async () => ({ status: 500, body: {} }),
    isAway: false
  }
  let asked = new URLSearchParams()
  const server = createServer((request, response) => {
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
    if (answers.isAway) return request.socket.destroy()
    if (request.url === "/.well-known/openid-configuration")
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"]
      })
    if (request.url === "/keys") return json({ keys: [jwk] })
    let form = ""
    request.on("data", (chunk) => (form += String(chunk)))
    return request.on("end", () => {
      asked = new URLSearchParams(form)
      void answers.token().then(({ body, status }) => json(body, status))
    })
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const seconds = () => Math.floor(Date.now() / 1000)
  return {
    issuer,
    answers,
    /** The form with which a code was traded last. */
    get asked() {
      return asked
    },
    /** Claims as they should be, with what a test changes. */
    claims: (change: JWTPayload = {}): JWTPayload => ({
      iss: issuer,
      aud: "replywright",
      sub: "u1",
      iat: seconds(),
      exp: seconds() + 300,
      name: "Ada",
      groups: ["support"],
      ...change
    }),
    seconds,
    signed: (claims: JWTPayload, { by = "own" }: { by?: "own" | "foreign" } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", kid: "k1" })
        .sign(by === "own" ? privateKey : foreign.privateKey),
    unsigned: (claims: JWTPayload) => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
      return `${part({ alg: "none" })}.${part(claims)}.`
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      })
  }
}
