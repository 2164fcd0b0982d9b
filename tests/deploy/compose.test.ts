import { readFileSync } from "node:fs"
import { join } from "node:path"
import { BlockList } from "node:net"
import { DCLinter } from "dclint"
import { expect, test } from "vitest"
import { parse } from "yaml"
import * as z from "zod/mini"
import { readSettings } from "../../src/runtime/settings.ts"
import { root } from "../house/files.ts"
import { readDockerfile } from "./dockerfile.ts"

const FILE = join(root, "deploy/compose.yaml")
const METRICS_FILE = join(root, "deploy/compose.metrics.yaml")

const service = z.object({
  environment: z.record(z.string(), z.string()),
  networks: z.array(z.string()),
  user: z.optional(z.string()),
  read_only: z.optional(z.boolean()),
  cap_drop: z.optional(z.array(z.string())),
  ports: z.optional(z.array(z.string())),
  volumes: z.optional(z.array(z.string())),
  security_opt: z.array(z.string())
})
const { services, networks } = z
  .object({
    services: z.object({ database: service, relay: service, proxy: service }),
    networks: z.object({ front: z.object({ ipam: z.object({ config: z.array(z.object({ subnet: z.string() })) }) }) })
  })
  .parse(parse(readFileSync(FILE, "utf8")))

/** What .env gives. */
const GIVEN: Record<string, string> = { RELAY_HOST: "relay.example.com", RELAY_DATABASE_PASSWORD: "secret1" }

test("it is a compose file by the schema of the Compose Specification, and by the linter's rules", () => {
  const linter = new DCLinter({
    rules: {
      // The proxy is meant for everybody, and an order of keys and services is a matter of taste.
      "no-unbound-port-interfaces": 0,
      "require-quotes-in-ports": 0,
      "service-keys-order": 0,
      "services-alphabetical-order": 0
    },
    quiet: false,
    debug: false,
    exclude: []
  })
  const found = linter.lintFiles([FILE, METRICS_FILE], false).flatMap(({ messages }) => messages)
  expect(found.map(({ rule, line, message }) => `${rule} ${line}: ${message}`)).toEqual([])
})

test("the relay starts with what it is given, as a superuser of nothing", () => {
  const settings = readSettings({ ...filled(services.relay.environment), REPLYWRIGHT_DATA: "/nowhere" })
  expect(settings).toMatchObject({ listen: "0.0.0.0", port: 8787, hosts: ["relay.example.com"], insecure: false })
  expect(new URL(settings.databaseUrl ?? "")).toMatchObject({
    username: "replywright",
    hostname: "database",
    pathname: "/replywright"
  })
  const role = readFileSync(join(root, "deploy/database-role.sh"), "utf8")
  expect(role).toContain("create role replywright login password :'password';")
  expect(services.database.environment).toHaveProperty("RELAY_DATABASE_PASSWORD")
})

test("the relay believes the proxy's network and no other, and only the proxy is on it", () => {
  const subnets = networks.front.ipam.config.map(({ subnet }) => subnet)
  expect([services.relay.environment["RELAY_PROXIES"]]).toEqual(subnets)
  const [network = "", length = ""] = subnets[0]?.split("/") ?? []
  const list = new BlockList()
  list.addSubnet(network, Number(length))
  expect(list.check("172.30.87.2")).toBe(true)
  const onFront = Object.entries(services).filter(([, { networks: on }]) => on.includes("front"))
  expect(onFront.map(([name]) => name)).toEqual(["relay", "proxy"])
  expect(services.relay.ports).toBeUndefined()
  expect(services.database.ports).toBeUndefined()
})

test("with compose.metrics.yaml the metrics are open to this machine, and to no other", () => {
  const shape = z.object({ environment: z.record(z.string(), z.string()), ports: z.array(z.string()) })
  const { relay } = z
    .strictObject({ name: z.literal("replywright"), services: z.strictObject({ relay: shape }) })
    .parse(parse(readFileSync(METRICS_FILE, "utf8"))).services
  const environment = { ...services.relay.environment, ...relay.environment }
  const { metricsPort, metricsListen } = readSettings({ ...filled(environment), REPLYWRIGHT_DATA: "/nowhere" })
  expect(metricsListen).toBe("0.0.0.0")
  expect(relay.ports).toEqual([`127.0.0.1:${metricsPort}:${metricsPort}`])
})

test("the proxy takes the Caddyfile, and each variable in it has a value", () => {
  const caddyfile = readFileSync(join(root, "deploy/Caddyfile"), "utf8")
  const read = [...caddyfile.matchAll(/\{\$(\w+)/g)].map(([, name]) => name)
  expect(Object.keys(services.proxy.environment).sort()).toEqual([...new Set(read)].sort())
  expect(services.proxy.environment["RELAY_UPSTREAM"]).toBe(`relay:${services.relay.environment["RELAY_PORT"]}`)
  expect(services.proxy.volumes).toContain("./Caddyfile:/etc/caddy/Caddyfile:ro")
})

test("the relay runs without rights, as the image's own user, with a root that nobody writes to", () => {
  const { user } = readDockerfile(readFileSync(join(root, "deploy/Dockerfile"), "utf8")).image
  expect(services.relay).toMatchObject({ user, read_only: true, cap_drop: ["ALL"] })
  for (const { security_opt } of Object.values(services)) expect(security_opt).toEqual(["no-new-privileges:true"])
})

/** Puts in what .env gives: `${NAME}` and `${NAME:?what to do}`. */
function filled(environment: Record<string, string>): Record<string, string> {
  const put = (value: string) => value.replace(/\$\{(\w+)(?::\?[^}]*)?\}/g, (_, name: string) => GIVEN[name] ?? "")
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, put(value)]))
}
