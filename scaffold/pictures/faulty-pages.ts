import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { importFolder } from "../../demo/load-relay.ts"

/** Pages with one fault of each of three kinds: a contradiction, a day gone by, and a link to no page. */
const PAGES: Record<string, string> = {
  returns: `---
title: Returns
visibility: public
url: https://help.acme.example/returns
---
# Returns

Goods can be sent back within 30 days of delivery.
`,
  refunds: `---
title: Refunds of goods
visibility: public
url: https://help.acme.example/refunds
---
# Refunds of goods

Goods can be sent back within 14 days of delivery. See [how](https://help.acme.example/gone).
`,
  contact: `---
title: Whom to ask
visibility: public
url: https://help.acme.example/contact
---
# Whom to ask

Our team answers by e-mail. The winter sale ends on 6 January 2026.
`
}

/** Puts them into the team's knowledge. */
export async function importFaultyPages(db: Parameters<typeof importFolder>[0]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-pages-"))
  try {
    for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.md`), text)
    await importFolder(db, folder, { origin: "team", signal: AbortSignal.timeout(60_000) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
