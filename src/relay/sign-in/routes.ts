import type { Hono } from "hono"
import { signInOperations } from "../../protocol/routes/sign-in.ts"
import { Problem } from "../../runtime/problem.ts"
import type { SignInSettings } from "../../runtime/sign-in-settings.ts"
import { createRoutes } from "../access/create-routes.ts"
import { createFairQueue } from "../access/fair-queue.ts"
import { clientAddress, networkOf, type Transport } from "../access/transport.ts"
import { readBytes } from "../http/body.ts"
import type { RelayContext, RelayEnv, RouteParts } from "../http/context.ts"
import { createSignInProvider } from "./provider.ts"
import { beginSignIn, endByProvider, finishSignIn } from "./sign-in.ts"

export interface SignInParts extends RouteParts {
  /** Undefined where browsers only pair with a code. */
  signIn: SignInSettings | undefined
  pairing: boolean
  transport: Transport
  workers: number
}

export function signInRoutes(parts: SignInParts): Hono<RelayEnv> {
  const { db, clock, signIn: settings, pairing, transport, workers } = parts
  const provider = settings && createSignInProvider(settings)
  const turn = createFairQueue({ leastMs: 4 * workers })
  const inTurn = <T>(context: RelayContext, work: () => Promise<T>) =>
    turn(networkOf(clientAddress(context.env.incoming, transport)), work)
  return createRoutes(parts, signInOperations, {
    "GET /v1/sign-in": (context) => context.json({ provider: provider?.host ?? null, pairing }),
    "POST /v1/sign-in/begin": async (context, read) => {
      const { redirect } = await read.body()
      if (!provider) throw noProvider()
      return context.json({ url: await inTurn(context, () => beginSignIn(db, provider, redirect, clock())) })
    },
    "POST /v1/sign-in/finish": async (context, read) => {
      const request = await read.body()
      if (!provider || !settings) throw noProvider()
      return context.json(await inTurn(context, () => finishSignIn(db, { provider, settings }, request, clock())))
    },
    "POST /v1/sign-in/logout": async (context) => {
      if (!provider) throw noProvider()
      const token = await logoutTokenIn(context)
      await inTurn(context, () => endByProvider(db, provider, token, clock()))
      context.header("cache-control", "no-store")
      return context.body(null, 204)
    }
  })
}

/** The provider sends a form (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
async function logoutTokenIn(context: RelayContext): Promise<string> {
  const form = new URLSearchParams((await readBytes(context.env.incoming, MAX_FORM)).toString("utf8"))
  const token = form.get("logout_token")
  if (token === null) throw new Problem(400, "bad-logout-token", "The form has no field logout_token.")
  return token
}

/** In bytes. */
const MAX_FORM = 20_000

const noProvider = () =>
  new Problem(404, "no-provider", "This relay has no provider for signing in: pair this browser with a code.")
