import { useQuery } from "@tanstack/react-query"
import type { RankedMacro } from "../../../protocol/search.ts"
import { plainBlanks } from "../../../ticket/draft.ts"
import { t } from "../../messages/t.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { takeAnswer, failureText } from "./command-answers.ts"
import { InternalText, ReadyText } from "./ready-text.tsx"

/**
 * One macro of the helpdesk, read in its page, with what the helpdesk fills in. `ranked` is the relay's copy, which is
 * shown if the page can't read it.
 */
export function MacroText({ id, title, ranked }: { id: string; title: string; ranked?: RankedMacro }) {
  const { ticket, link } = usePanelContext()
  const { data: text, error } = useQuery({
    queryKey: ["macro", ticket.key, id],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async () =>
      takeAnswer(await link.send({ kind: "panel-macro", key: ticket.key, macroId: id }), ({ macro }) => macro?.text)
  })
  const shown = text ?? (error ? ranked?.text : undefined)
  if (error && shown === undefined)
    return (
      <p role="status" className="small">
        {failureText(error)}
      </p>
    )
  if (shown === undefined)
    return (
      <p role="status" className="small muted">
        {t("macros.reading")}
      </p>
    )
  return (
    <ReadyText
      key={shown}
      text={shown}
      title={title}
      insert={t("macros.insert")}
      document={ranked && documentReference(ranked)}
    >
      <p className="small muted">{error ? t("macros.unfilled") : t("macros.only-text")}</p>
    </ReadyText>
  )
}

/** A macro that the relay found for the thread. If it is the helpdesk's own, its page fills in more of it. */
export function RankedMacroText({ macro }: { macro: RankedMacro }) {
  const { ticket } = usePanelContext()
  if (macro.visibility === "internal") return <InternalText text={plainBlanks(macro.text)} title={macro.title} />
  if (macro.macroId !== undefined && macro.helpdesk === ticket.helpdesk)
    return <MacroText id={macro.macroId} title={macro.title} ranked={macro} />
  return (
    <ReadyText text={macro.text} title={macro.title} insert={t("macros.insert")} document={documentReference(macro)} />
  )
}

export const documentReference = ({ id, version }: { id: string; version?: number | undefined }) => ({
  id,
  ...(version === undefined ? {} : { version })
})
