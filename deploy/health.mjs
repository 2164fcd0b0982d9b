// Asks the relay on this machine how it is, for the probes of a container. The exit code is the answer: 0 if it can take
// requests, else 1. With --alive, a relay that answers anything passes: one that has lost its database is not mended by
// a restart.
//
// A probe by HTTP from outside would not do: the relay answers other machines only behind their HTTPS proxy.
// This is plain JavaScript because it is started every few seconds.
const port = process.env["RELAY_PORT"]?.trim() || "8787"
const seconds = 4

try {
  const isAliveEnough = process.argv.includes("--alive")
  const path = isAliveEnough ? "/v1/health" : "/v1/ready"
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(seconds * 1000) })
  const told = await answer.text()
  if (!isAliveEnough && !answer.ok) throw new Error(told)
} catch (error) {
  console.error(`The relay on port ${port} isn't ready: ${error.cause?.code ?? error.message}.`)
  process.exitCode = 1
}
