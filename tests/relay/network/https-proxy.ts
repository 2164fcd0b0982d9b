import { execFileSync, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { request, type IncomingMessage } from "node:http"
import { createServer, request as httpsRequest } from "node:https"
import type { AddressInfo } from "node:net"
import { networkInterfaces } from "node:os"
import { join } from "node:path"
import { Client } from "../help/client.ts"

/** An address of this machine that others could reach it by; undefined on a machine without a network. */
export const lanAddress = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && one.family === "IPv4" && !one.internal)?.address

/** Why a test over HTTPS on the network can't run here, or "". */
export const lacking = !lanAddress
  ? "this machine has no address that others could reach"
  : spawnSync("openssl", ["version"]).error
    ? "no openssl installed"
    : ""

export interface HttpsProxy {
  port: number
  ca: Buffer
  close(): Promise<void>
}

/**
 * Stands before a relay as nginx or Caddy do: HTTPS with a certificate made for this run; the Host header goes on, two
 * more are set.
 */
export async function startHttpsProxy(
  folder: string,
  name: string,
  address: string,
  relayPort: number
): Promise<HttpsProxy> {
  const { key, cert } = makeCertificate(folder, name)
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (incoming, outgoing) => {
    const headers = {
      ...incoming.headers,
      "x-forwarded-proto": "https",
      "x-forwarded-for": [incoming.headers["x-forwarded-for"] ?? [], incoming.socket.remoteAddress ?? ""]
        .flat()
        .join(", ")
    }
    const onward = request(
      { host: address, port: relayPort, localAddress: address, method: incoming.method, path: incoming.url, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        outgoing.flushHeaders()
        answer.pipe(outgoing)
      }
    )
    onward.on("error", () => outgoing.destroy())
    outgoing.on("close", () => onward.destroy())
    incoming.pipe(onward)
  })
  server.listen(0, address)
  await once(server, "listening")
  return {
    port: (server.address() as AddressInfo).port,
    ca: readFileSync(cert),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    }
  }
}

/** Self-made, good for two days. */
export function makeCertificate(folder: string, name: string): { key: string; cert: string } {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")]
  const made = [
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:prime256v1",
    "-nodes",
    "-days",
    "2",
    "-subj",
    `/CN=${name}`,
    "-addext",
    `subjectAltName=DNS:${name}`,
    "-keyout",
    key,
    "-out",
    cert
  ]
  execFileSync("openssl", made, { stdio: "ignore" })
  return { key, cert }
}

/** Comes by HTTPS under the relay's public name, as a browser on another machine does. */
export class HttpsClient extends Client {
  readonly #proxy: { address: string; port: number; ca: Buffer; name: string }

  constructor(address: string, { port, ca }: Pick<HttpsProxy, "port" | "ca">, name: string) {
    super(`https://${name}:${port}`)
    this.#proxy = { address, port, ca, name }
  }

  override fetch(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const { address, port, ca, name } = this.#proxy
    const given = new Headers(init.headers)
    const headers = {
      ...Object.fromEntries(given),
      host: name,
      ...(this.token && { authorization: `Bearer ${this.token}` })
    }
    return new Promise((resolve, reject) => {
      const asked = httpsRequest(
        { host: address, port, servername: name, ca, path, method: init.method ?? "GET", headers, agent: false },
        (incoming) => {
          const status = incoming.statusCode ?? 500
          const hsts = incoming.headers["strict-transport-security"]
          resolve(
            new Response(status === 204 ? null : bodyOf(incoming), {
              status,
              headers: hsts === undefined ? {} : { "strict-transport-security": hsts }
            })
          )
        }
      )
      asked.on("error", reject)
      asked.end(typeof init.body === "string" ? init.body : undefined)
    })
  }
}

function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      incoming.on("data", (bytes: Uint8Array) => controller.enqueue(bytes))
      incoming.once("end", () => controller.close())
      incoming.once("error", (error) => controller.error(error))
    },
    cancel: () => void incoming.destroy()
  })
}
