import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/lead/lead.css"
import { nameDocument } from "../src/ui/kit/document.ts"
import { Knowledge } from "../src/ui/lead/knowledge/knowledge.tsx"

nameDocument("title.knowledge")
export default function KnowledgeTab() {
  return <Knowledge />
}
