import { connect, createServer, type AddressInfo } from "node:net"

/**
 * Stands between the extension and its relay, and keeps every byte that goes to the relay: start line, headers and body
 * of every request.
 */
export async function wireTo(address: string) {
  let kept: Buffer[] = []
  const { hostname, port } = new URL(address)
  const server = createServer((browser) => {
    const relay = connect(Number(port), hostname)
    browser.on("data", (bytes) => void kept.push(Buffer.from(bytes)))
    browser.pipe(relay).pipe(browser)
    browser.on("error", () => relay.destroy())
    relay.on("error", () => browser.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const own = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address: `http://${own}`,
    /** What has gone through since the last time, but for its own address and the lengths of bodies. */
    taken(): string {
      const text = Buffer.concat(kept)
        .toString("utf8")
        .replaceAll(own, "")
        .replace(/^content-length: \d+/gim, "")
      kept = []
      return text
    },
    close: () => new Promise<void>((done) => void server.close(() => done()))
  }
}
