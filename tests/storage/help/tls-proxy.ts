import { execFileSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { connect, createServer, type AddressInfo, type Socket } from "node:net"
import { TLSSocket } from "node:tls"

/** PostgreSQL's message that asks to go on by TLS. */
const USE_TLS = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/**
 * Stands before a PostgreSQL, and hangs up on whoever says anything before TLS.
 * @param isDirect whether TLS begins without being asked for
 */
export async function startTlsProxy(folder: string, databaseUrl: string, isDirect = false) {
  const to = new URL(databaseUrl)
  const path = `${to.searchParams.get("host")}/.s.PGSQL.5432`
  const [keyFile, certFile] = [`${folder}/tls.key`, `${folder}/tls.crt`]
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", keyFile, "-out", certFile, "-days", "2"]
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
  execFileSync("openssl", [...made, ...names], { stdio: "ignore" })
  const [key, cert] = [readFileSync(keyFile), readFileSync(certFile)]
  const sockets = new Set<Socket>()
  let refused = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on("error", () => socket.destroy())
  }
  const secure = (client: Socket) => {
    const encrypted = new TLSSocket(client, { isServer: true, key, cert, ALPNProtocols: ["postgresql"] })
    const database = connect({ path })
    for (const [from, onto] of [
      [encrypted, database],
      [database, encrypted]
    ] as const) {
      keep(from)
      from.pipe(onto)
      from.on("close", () => onto.destroy())
    }
  }
  const server = createServer((client) => {
    keep(client)
    if (isDirect) return secure(client)
    client.once("data", (bytes) => {
      if (bytes.equals(USE_TLS)) {
        client.write("S")
        secure(client)
      } else {
        refused++
        client.destroy()
      }
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const options = new URLSearchParams({
    sslmode: "verify-full",
    sslrootcert: certFile,
    ...(isDirect && { sslnegotiation: "direct" })
  })
  return {
    url: `postgresql://${to.username}:${to.password}@localhost:${port}${to.pathname}?${options}`,
    /** How many spoke without TLS. */
    refused: () => refused,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, "close")
    }
  }
}
