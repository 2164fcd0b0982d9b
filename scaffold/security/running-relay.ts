import { ROUTES } from "../../src/protocol/routes/all.ts"
import type { Operation } from "../../src/protocol/routes/describe/operation.ts"
import { skipped, type Check } from "./check.ts"

const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"

/** A running relay sends the headers that it promises, and answers nobody who has no token. */
export async function checkRelay(url: string | undefined): Promise<Check[]> {
  const names = ["headers of answers", "routes without a token"] as const
  if (url === undefined) return names.map((name) => skipped(name, "give a running relay with --relay URL"))
  const health = await fetch(`${url}/v1/health`, { redirect: "manual" })
  await health.text()
  const routes = Object.entries<Operation>(ROUTES).filter(([, { who }]) => who !== "anyone")
  const faults: string[] = []
  for (const [route] of routes) {
    const [method = "", path = ""] = route.split(" ")
    const answer = await fetch(url + path.replace(/:\w+/g, UNKNOWN_ID), { method, redirect: "manual" })
    await answer.text()
    if (answer.status !== 401) faults.push(`${route} answers ${answer.status} to whoever has no token.`)
  }
  return [
    { name: names[0], note: url, faults: headerFaults(health.status, health.headers) },
    { name: names[1], note: `${routes.length} routes of ${url}`, faults }
  ]
}

function headerFaults(status: number, headers: Headers): string[] {
  const wanted = { "x-content-type-options": "nosniff", "cache-control": "no-store" }
  const unwanted = ["access-control-allow-origin", "set-cookie", "x-powered-by"]
  return [
    ...(status === 200 ? [] : [`/v1/health answers ${status}.`]),
    ...Object.entries(wanted)
      .filter(([name, value]) => headers.get(name) !== value)
      .map(([name, value]) => `${name} is ${headers.get(name) ?? "missing"}, not ${value}.`),
    ...unwanted.filter((name) => headers.has(name)).map((name) => `${name} is sent.`)
  ]
}
