import { nearestName } from "./nearest-name.ts"
import { variables } from "./variables.ts"

/** A variable of the environment that looks like a setting and is none. */
export interface UnknownVariable {
  name: string
  /** The setting that was probably meant. */
  nearest: string | undefined
}

/**
 * Finds the variables that somebody has probably set for the relay and that nothing reads: those with a prefix of our
 * own, and misspelt settings. An empty one counts as unset.
 * @param named further names that are read, such as the keys of models.yaml
 */
export function unknownVariables(
  environment: Record<string, string | undefined>,
  named: Iterable<string> = []
): UnknownVariable[] {
  const known = new Set([...SETTINGS, ...OTHERS, ...named])
  const isSet = (name: string) => Boolean(environment[name]?.trim())
  return Object.entries(environment).flatMap(([name, value = ""]) => {
    if (known.has(name) || !isSet(name) || !/^\w+$/.test(name) || isLink(name, value)) return []
    // The proxy of deploy/ gets the relay's name from this one, out of a file that the relay may read too.
    if (name === "RELAY_HOST" && isSet("RELAY_HOSTS")) return []
    const upper = name.toUpperCase()
    if (OWN_PREFIX.test(upper)) return [{ name, nearest: nearestOf(upper) }]
    // Other programs have names such as DATABASE_HOST, so here only a slip counts, of a setting that isn't set itself.
    const unset = SETTINGS.filter((setting) => !isSet(setting))
    const meant = nearestName(upper, unset, () => 1)
    return meant === undefined ? [] : [{ name, nearest: meant }]
  })
}

const SETTINGS = Object.keys(variables.shape)
const OWN_PREFIX = /^(REPLYWRIGHT|RELAY|MODELS?)_/

/** Names with our prefixes that are no settings of a relay, but are read elsewhere. */
const OTHERS = [
  // A parent tells its workers what they are.
  "REPLYWRIGHT_WORKER",
  "REPLYWRIGHT_WORKERS",
  "REPLYWRIGHT_WORKER_ANNOUNCES",
  "REPLYWRIGHT_WORKER_METRICS",
  // deploy/: its proxy, and the script that makes the database's role
  "RELAY_UPSTREAM",
  "RELAY_DATABASE_PASSWORD",
  // src/client/examples/
  "RELAY_URL",
  "RELAY_TOKEN",
  // demo/, eval/ and tests/
  "RELAY_NAME",
  "REPLYWRIGHT_BROWSER",
  "REPLYWRIGHT_BUILD",
  "REPLYWRIGHT_HEADLESS",
  "REPLYWRIGHT_HELD",
  "REPLYWRIGHT_PACKAGES",
  "REPLYWRIGHT_PICTURES",
  "REPLYWRIGHT_ROUNDS",
  "REPLYWRIGHT_SEEDS",
  "REPLYWRIGHT_SOAK",
  "REPLYWRIGHT_STORAGE",
  "REPLYWRIGHT_TYPES"
]

/**
 * Says whether Kubernetes or Docker has set a variable, to tell a container of a service or container beside it. One
 * named "relay" gives RELAY_SERVICE_HOST, RELAY_PORT_8787_TCP_ADDR, and more.
 */
function isLink(name: string, value: string): boolean {
  return (
    /_SERVICE_(HOST|PORT(_\w+)?)$/i.test(name) ||
    /_PORT_\d+_(TCP|UDP|SCTP)(_\w+)?$/i.test(name) ||
    /_ENV_\w+$/i.test(name) ||
    (/_PORT$/i.test(name) && /^(tcp|udp|sctp):\/\//.test(value)) ||
    (/_NAME$/i.test(name) && /^\/[^/]+\/[^/]+$/.test(value))
  )
}

/** MODEL_URL means MODEL_BASE_URL, RELAY_WORKRES RELAY_WORKERS, and REPLYWRIGHT_PORT RELAY_PORT. */
function nearestOf(name: string): string | undefined {
  const [prefix = "", ...words] = name.split("_")
  const siblings = SETTINGS.filter((setting) => setting.startsWith(`${prefix}_`))
  const restLength = name.length - prefix.length - 1
  const nearest = nearestName(name, siblings, () => Math.ceil(restLength / 2))
  const withItsWords = (setting: string) => words.every((word) => setting.split("_").includes(word))
  return nearest ?? siblings.find(withItsWords) ?? SETTINGS.find(withItsWords)
}
