import { availableParallelism, totalmem } from "node:os"
import { playwright } from "@vitest/browser-playwright"
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"
import { viteLexicon } from "./demo/lexicon.ts"

/** Set by tests/run.ts to the browser that was found; Debian's place is the fall-back for a bare `vitest`. */
const executablePath = process.env["REPLYWRIGHT_BROWSER"] ?? "/usr/bin/chromium"

/**
 * A wait for what is to come ends where it holds; by itself it gives up after one second, which a busy machine can
 * take.
 */
const expect = { poll: { timeout: 30_000 } }

/**
 * Two files for each core: with one, both cores were idle two fifths of the time, because tests wait for processes,
 * clocks and pages. Each may have a browser and a relay of its own, which takes up to two gigabytes.
 */
const WORKERS = Math.max(1, Math.min(2 * availableParallelism(), Math.floor(totalmem() / 2 ** 31)))

/**
 * A test that hangs is ended after so many milliseconds. That is no bar: a busy machine takes ten times as long as an
 * idle one.
 */
const PATIENCE = 120_000

/** Node reads TypeScript itself: with each file put through Vite first, loading takes three times as long. */
const experimental = { viteModuleRunner: false }

/**
 * They take half a minute and more. Without times of an earlier run, the largest files come first, and a small one that
 * takes long may begin last, while the other core has nothing left to do.
 */
const LONG = [
  "scaffold/new",
  "panel-axe",
  "review-axe",
  "bad-input-ticket",
  "bad-input-relay",
  "sign-in",
  "gallery",
  "zendesk-macros",
  "shared-places",
  "unknown-pages",
  "six-languages",
  "add-on",
  "made-by-hand",
  "admin-axe",
  "store-pictures",
  "bad-input-browser",
  "corrections",
  "zendesk-path",
  "prepared",
  "unfocused-editors",
  "zendesk-host",
  "idle-background"
]

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at < 0 ? LONG.length : at
    }
    // Live tests begin the run: the last files should be short ones, so that both cores have work to its end.
    const isLive = ({ moduleId }: TestSpecification) => Number(moduleId.includes("/tests/live/"))
    return (await super.sort(files)).sort((one, other) => isLive(other) - isLive(one) || rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    maxWorkers: WORKERS,
    // What was found instead of nothing is told whole, also where only the message is kept.
    chaiConfig: { truncateThreshold: 0 },
    projects: [
      {
        test: {
          name: "node",
          expect,
          experimental,
          // Files share what they import: read anew by each it took a third of the run.
          isolate: false,
          globalSetup: "tests/seeds.ts",
          setupFiles: ["tests/setup-properties.ts"],
          environment: "node",
          include: ["tests/**/*.test.ts", "src/**/*.test.ts"],
          exclude: ["tests/{e2e,scaffold,live}/**", "**/*.dom.test.ts", "**/*.browser.test.ts"],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE
        }
      },
      {
        plugins: [viteLexicon],
        test: {
          name: "dom",
          expect,
          // Files share a document and what they import: made and read anew by each they took half of the run.
          pool: "forks",
          isolate: false,
          environment: "jsdom",
          include: ["tests/ui/**/*.test.tsx", "tests/**/*.dom.test.ts", "src/**/*.test.tsx"],
          setupFiles: ["tests/setup-dom.ts", "tests/setup-properties.ts"],
          testTimeout: PATIENCE
        }
      },
      {
        plugins: [viteLexicon],
        test: {
          name: "editors",
          expect,
          // Files share the editors that they import: each test opens its own and closes it.
          isolate: false,
          include: ["tests/{composers,page}/**/*.browser.test.{ts,tsx}", "src/**/*.browser.test.ts"],
          provide: { soak: Boolean(process.env["REPLYWRIGHT_SOAK"]) },
          browser: {
            enabled: true,
            headless: true,
            connectTimeout: PATIENCE,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: ["--no-sandbox"] } }),
            instances: [{ browser: "chromium" }]
          }
        }
      },
      {
        test: {
          name: "e2e",
          expect,
          experimental,
          // The harness is read once, not by each file, and its browser goes on: a project of its own for live
          // helpdesks would start both again.
          isolate: false,
          globalSetup: "tests/seeds.ts",
          environment: "node",
          include: ["tests/{e2e,scaffold,live}/**/*.test.ts"],
          testTimeout: 2 * PATIENCE,
          // The first live file makes its helpdesk's database.
          hookTimeout: 600_000
        }
      }
    ]
  }
})
