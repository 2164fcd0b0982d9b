import { t } from "./t.ts"

/** Returns "12 KB" or "104.5 MB" for bytes, with a thousand for each step, as the relay counts. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000
    ? t("imports.size.kb", { size: Math.ceil(bytes / 1000) })
    : t("imports.size.mb", { size: Math.round(bytes / 100_000) / 10 })
}
