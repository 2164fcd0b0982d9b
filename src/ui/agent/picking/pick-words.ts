import type { PickWords } from "../../../protocol/picking/picking.ts"
import { t } from "../../messages/t.ts"

/** The words that the picker draws in the page. A script there can't load messages, so the panel sends them along. */
export function pickWords(): PickWords {
  return {
    subject: t("pick.subject"),
    message: t("pick.mark.message", { n: "#" }),
    alike: t("pick.mark.alike", { n: "#" }),
    out: t("pick.out"),
    reply: t("pick.reply"),
    take: t("pick.mark.take", { part: "#" }),
    point: {
      subject: t("pick.point.subject"),
      customer: t("pick.point.customer"),
      another: t("pick.point.another"),
      agent: t("pick.point.agent"),
      reply: t("pick.point.reply"),
      done: ""
    },
    paused: t("pick.point.paused"),
    keys: {
      next: t("pick.page.next"),
      wider: t("pick.page.wider"),
      narrower: t("pick.page.narrower"),
      take: t("pick.page.take"),
      out: t("pick.page.out"),
      skip: t("pick.page.skip"),
      pause: t("pick.page.pause"),
      stop: t("pick.page.stop")
    }
  }
}
