import type { replyCheck as english } from "../../en/reply/reply-check.ts"
import type { Translation } from "../../translation.ts"

/** The card that checks what the agent wrote, before it is sent. */
export const replyCheck: Translation<typeof english> = {
  "reply-check": "Contrôle de votre réponse",
  "reply-check.count": "{count, number} à examiner",
  "reply-check.do": "Contrôler ma réponse",
  "reply-check.again": "Contrôler à nouveau",
  "reply-check.none":
    "Compare ce que vous avez écrit dans l’éditeur de réponse avec le ticket et les pages publiques, avant l’envoi au client. Le texte part masqué, et rien ne change dans l’éditeur.",
  "reply-check.checking": "Comparaison de votre réponse avec le ticket et les pages.",
  "reply-check.failed": "Le dernier contrôle a échoué. Votre réponse est inchangée ; contrôlez à nouveau.",
  "reply-check.changed":
    "Le texte de l’éditeur a changé depuis. Les remarques ci-dessous portent sur le texte d’avant.",
  "reply-check.newer": "{author} a écrit depuis. Ce contrôle ne tient pas compte de ce message.",
  "reply-check.no-claims": "Aucune de ses phrases n’a besoin d’une source.",
  "reply-check.supported": `{count, plural,
    one {# phrase est étayée ou confirmée.}
    other {# phrases sont étayées ou confirmées.}}`,
  "reply-check.near": `{count, plural,
    one {# phrase n’a que quelques mots en commun avec le ticket et les pages, ou aucun.}
    other {# phrases n’ont que quelques mots en commun avec le ticket et les pages, ou aucun.}}`,
  "reply-check.verifier.none": "Aucun modèle ne vérifie ici : seules les règles l’ont contrôlée.",
  "reply-check.verifier.done": "{model} l’a vérifiée.",
  "reply-check.verifier.partly": `{model} l’a vérifiée, sauf {count, plural,
    one {# phrase}
    other {# phrases}}.`,
  "reply-check.verifier.late": "{model} a mis trop de temps : seules les règles l’ont contrôlée.",
  "reply-check.verifier.malformed": "{model} n’a pas donné de réponse utilisable : seules les règles l’ont contrôlée.",
  "reply-check.verifier.failed": "{model} a échoué : seules les règles l’ont contrôlée.",
  "reply-check.verifier.unreliable":
    "{model} n’a pas remarqué une phrase fausse lors de son test : seules les règles l’ont contrôlée.",
  "reply-check.show": "Voir dans la source",
  "reply-check.show.of": "Voir dans la source {title}",
  "reply-check.hide.of": "Cacher la source {title}",
  "reply-check.source": "{n} : {title}",
  "reply-check.hide": "Cacher la source",
  "reply-check.resting": "Contrôler ma réponse automatiquement",
  "reply-check.resting.lead":
    "Quand votre texte n’a pas changé pendant deux secondes et que le panneau est visible, votre réponse est envoyée masquée et contrôlée, au plus une fois toutes les dix secondes.",
  "notice.reply-empty": "Il n’y a pas de texte à contrôler dans l’éditeur de réponse.|Écrivez d’abord quelque chose.",
  "notice.reply-long": "La réponse dépasse 20 000 caractères.|Raccourcissez-la, puis contrôlez à nouveau.",
  "notice.reply-note": "Ce n’est peut-être pas une réponse publique.|Les notes ne sont pas contrôlées."
}
