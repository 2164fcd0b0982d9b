import type { KnowledgeSource } from "../../../protocol/knowledge.ts"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"
import { t } from "../../messages/t.ts"
import { RemovalQuestion } from "../frame/removal.tsx"
import { Refusal } from "./refusal.tsx"

/** Asks once more, and says how much is removed. */
export function RemoveSource({
  source: { collection, label, documents },
  removed,
  close
}: {
  source: KnowledgeSource
  removed: (words: string) => void
  close: () => void
}) {
  const remove = useRelayCommand(
    "GET /v1/admin/knowledge",
    "DELETE /v1/admin/knowledge/sources/:collection",
    ({ documents: count }) => removed(t("imports.removed", { name: label, count }))
  )
  const kept = documents > 0 ? t("imports.remove.kept") : ""
  return (
    <>
      <RemovalQuestion
        words={{
          sure: `${t("imports.remove.sure", { name: label, count: documents })} ${kept}`,
          do: t("imports.remove.do"),
          keep: t("imports.remove.keep")
        }}
        busy={remove.isPending ? t("imports.remove.busy") : undefined}
        keep={close}
        remove={() => remove.mutate({ path: { collection } })}
      />
      <Refusal error={remove.error} />
    </>
  )
}
