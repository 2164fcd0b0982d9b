import "../src/ui/kit/tokens.css"
import "../src/ui/kit/fonts.css"
import "../src/ui/kit/kit.css"
import "../src/ui/lead/lead.css"
import "../src/ui/admin/admin.css"
import { sendFile } from "../src/copilot/relay-client/send-file.ts"
import { Admin } from "../src/ui/admin/admin.tsx"
import { keepFocus } from "../src/ui/kit/keep-focus.ts"
import { inLanguage } from "../src/ui/kit/language/in-language.tsx"
import { createRelayLink } from "../src/ui/kit/relay/relay-link.ts"

keepFocus()
const link = createRelayLink("admin", { sendFile })
export default inLanguage("title.admin", () => <Admin link={link} />)
