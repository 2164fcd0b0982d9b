import cluster from "node:cluster"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { listenAt } from "../../../src/relay/server/listen.ts"

/** A worker that takes the same free port again and again, as a relay's first one does at its start. */
const TIMES = 200
// Prints how often it seemed taken.
if (cluster.isPrimary) cluster.fork().on("message", (taken) => console.log(taken))
else {
  let taken = 0
  const log = { warn: () => void taken++ }
  const make = () => createServer()
  const free = await listenAt(make, { port: 0, host: "127.0.0.1", shared: "first", log })
  const { port } = free.address() as AddressInfo
  await new Promise((resolve) => free.close(resolve))
  for (let n = 0; n < TIMES; n++) {
    const server = await listenAt(make, { port, host: "127.0.0.1", shared: "first", log })
    await new Promise((resolve) => server.close(resolve))
  }
  process.send?.(taken)
  cluster.worker?.disconnect()
}
