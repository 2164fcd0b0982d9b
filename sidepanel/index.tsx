import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/agent/panel.css"
import { Panel } from "../src/ui/agent/panel.tsx"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"
import { inLanguage } from "../src/ui/kit/language/in-language.tsx"

keepFocus()
export default inLanguage("title.panel", () => <Panel />)
