import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { writeFileSync } from "node:fs"
import { createServer, request } from "node:http"
import { createServer as createTcpServer, type AddressInfo } from "node:net"
import { createInterface } from "node:readline"

/** A plain balancer in front of relays: one after the other, no sticky sessions. */
export interface Balancer {
  url: string
  close(): Promise<void>
}

/**
 * nginx where it is installed, else twenty lines of our own. A request that a relay can't take goes to the next.
 * @param prefix how the paths of its files begin
 */
export async function startBalancer(prefix: string, ports: readonly number[]): Promise<Balancer> {
  return spawnSync("nginx", ["-v"]).error ? startOwn(ports) : startNginx(prefix, ports)
}

async function startNginx(prefix: string, ports: readonly number[]): Promise<Balancer> {
  const port = await freePort()
  const file = `${prefix}.conf`
  const servers = ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=60s;`).join(" ")
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${prefix}.pid; error_log stderr notice; events {}
    http {
      access_log off; client_body_temp_path ${prefix}.body;
      upstream relays { ${servers} }
      server {
        listen 127.0.0.1:${port};
        location / { proxy_pass http://relays; proxy_http_version 1.1; proxy_buffering off; proxy_set_header Host $host; proxy_read_timeout 1h; }
      }
    }`
  )
  const child = spawn("nginx", ["-c", file, "-e", "stderr"], { stdio: ["ignore", "ignore", "pipe"] })
  await lineWith(child.stderr, /start worker process/)
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const ended = once(child, "exit")
      child.kill()
      await ended
    }
  }
}

async function startOwn(ports: readonly number[]): Promise<Balancer> {
  let turn = 0
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const pass = (triesLeft: number) => {
      const { method, url, headers } = incoming
      const passed = request({ port: ports[turn++ % ports.length], method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
        answer.on("error", () => outgoing.destroy())
      })
      passed.on("error", () => (outgoing.headersSent || triesLeft === 0 ? outgoing.destroy() : pass(triesLeft - 1)))
      outgoing.on("close", () => passed.destroy())
      passed.end(Buffer.concat(chunks))
    }
    pass(ports.length)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

export async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}

/** Resolves with the first line that fits, and then lets the rest of the output go by. */
export async function lineWith(output: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    if (!pattern.test(line)) continue
    output.resume()
    return line
  }
  throw new Error(`The program ended before it said ${pattern}.`)
}
