import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { unknownVariables } from "../../src/runtime/unknown-variables.ts"
import { variables } from "../../src/runtime/variables.ts"
import { sourceFiles } from "../house/files.ts"

test.each([
  ["RELAY_WORKRES", "RELAY_WORKERS"],
  ["RELAY_HOST", "RELAY_HOSTS"],
  ["RELAY_PROXY", "RELAY_PROXIES"],
  ["RELAY_METRICS", "RELAY_METRICS_PORT"],
  ["RELAY_INSECURE", "RELAY_INSECURE_LISTEN"],
  ["relay_port", "RELAY_PORT"],
  ["REPLYWRIGHT_PORT", "RELAY_PORT"],
  ["REPLYWRIGHT_DATABASE_URL", "DATABASE_URL"],
  ["MODEL_URL", "MODEL_BASE_URL"],
  ["MODEL_BASE_ULR", "MODEL_BASE_URL"],
  ["MODEL_KEY", "MODEL_API_KEY"],
  ["MODEL_FILE", "MODELS_FILE"],
  ["DATABASE_URI", "DATABASE_URL"],
  ["DATABSE_URL", "DATABASE_URL"],
  ["RETENTION_DAY", "RETENTION_DAYS"],
  ["RELAY_TLS", undefined],
  ["REPLYWRIGHT_THEME", undefined]
])("%s is no setting: %s is nearest", (name, nearest) => {
  expect(unknownVariables({ [name]: "x" })).toEqual([{ name, nearest }])
})

test.each([
  ["every setting", Object.fromEntries(Object.keys(variables.shape).map((name) => [name, "x"]))],
  ["what is empty", { RELAY_WORKRES: " ", MODEL_URL: "" }],
  [
    "other programs' names",
    {
      ...{ PATH: "/bin", NODE_NAME: "node-3", HOSTNAME: "relay-1", DATABASE_HOST: "db", DATABASE_PASSWORD: "x" },
      ...{ DATABASE_PRIVATE_URL: "postgresql://x", PORT: "1", LOG: "x", REDIS_URL: "redis://x" }
    }
  ],
  [
    "links of Kubernetes to services named relay, replywright, model and database",
    Object.fromEntries(
      ["RELAY", "REPLYWRIGHT", "REPLYWRIGHT_RELAY", "MODEL", "DATABASE"].flatMap((service) => [
        [`${service}_SERVICE_HOST`, "10.0.0.1"],
        [`${service}_SERVICE_PORT`, "8787"],
        [`${service}_SERVICE_PORT_HTTP`, "8787"],
        [`${service}_PORT`, "tcp://10.0.0.1:8787"],
        [`${service}_PORT_8787_TCP`, "tcp://10.0.0.1:8787"],
        [`${service}_PORT_8787_TCP_PROTO`, "tcp"],
        [`${service}_PORT_8787_TCP_PORT`, "8787"],
        [`${service}_PORT_8787_TCP_ADDR`, "10.0.0.1"]
      ])
    )
  ],
  ["links of Docker", { RELAY_NAME: "/proxy/relay", MODELS_NAME: "/relay/models", MODELS_ENV_KEY: "x" }],
  ["the names of deploy/", { RELAY_HOST: "a.example", RELAY_HOSTS: "a.example", RELAY_UPSTREAM: "relay:8787" }]
])("nothing is said of %s", (_what, environment) => {
  expect(unknownVariables(environment)).toEqual([])
})

test("a variable that models.yaml names for a key is read", () => {
  expect(unknownVariables({ MODEL_KEY_EU: "x", RELAY_KEY: "x" }, ["MODEL_KEY_EU", "RELAY_KEY"])).toEqual([])
})

test("every name with our prefixes that the repository reads from the environment is known", () => {
  const files = sourceFiles("src", "demo", "eval", "bench", "scaffold", "training", "tests")
  const names = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/\benv(?:ironment)?(?:\.|\[")((?:REPLYWRIGHT|RELAY|MODELS?)_[A-Z_]+)/g)
  ])
  const read = new Set(names.map(([, name = ""]) => name))
  expect(read).toContain("REPLYWRIGHT_SOAK")
  expect(unknownVariables(Object.fromEntries([...read].map((name) => [name, "x"])))).toEqual([])
})
