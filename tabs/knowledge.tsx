import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/lead/lead.css"
import { setDocumentTitle } from "../src/ui/kit/document-title.ts"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"
import { createRelayLink } from "../src/ui/kit/relay/relay-link.ts"
import { KnowledgeReport } from "../src/ui/lead/knowledge/knowledge.tsx"

setDocumentTitle("title.knowledge")
keepFocus()
const link = createRelayLink("lead")
export default function KnowledgeTab() {
  return <KnowledgeReport link={link} />
}
